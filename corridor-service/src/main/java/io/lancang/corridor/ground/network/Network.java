package io.lancang.corridor.ground.network;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.fact.StatusOnDay;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.corridor.ground.travel.LinkTravel;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Places and links, numbered from 0. Immutable, so that any thread may search it.
 *
 * <p>All of it is in arrays of numbers: a search over a hundred thousand places must not follow a pointer for each of its
 * steps, and objects would take several times the memory. A {@link Place} or {@link Link} is made when it is asked for.
 */
public final class Network {
    private final Places places;
    private final Links links;
    private final List<Whole> wholes;
    private final Arcs arcs;
    private final Map<String, Map<Mode, RecordCoverage>> coverage = new HashMap<>();

    Network(Places places, Links links, List<Whole> wholes) {
        this.places = places;
        this.links = links;
        this.wholes = List.copyOf(wholes);
        this.arcs = new Arcs(places.size(), links);
        for (RecordCoverage one : CoverageCount.of(places, links)) {
            coverage.computeIfAbsent(one.partner().code(), first -> new EnumMap<>(Mode.class))
                    .put(one.mode(), one);
        }
    }

    /** The bit of a mode in the traits of a link. It lives in memory only, so the order of the values may change. */
    @SuppressWarnings("EnumOrdinal")
    public static int trait(Mode mode) {
        return 1 << mode.ordinal();
    }

    /** The bit of a status in the traits of a link, above those of modes; no bit if the status is not known. */
    @SuppressWarnings("EnumOrdinal")
    public static int trait(@Nullable Status status) {
        return status == null ? 0 : 1 << (Mode.values().length + status.ordinal());
    }

    /** How many places there are. */
    public int size() {
        return places.size();
    }

    /** A place. */
    public Place place(int index) {
        return new Place(places.id(index), places.country(index), places.point(index));
    }

    /** The id of a place. */
    public String placeId(int place) {
        return places.id(place);
    }

    /** The country of a place: alpha-3 code. */
    public String country(int place) {
        return places.country(place);
    }

    /** Where a place is, or null if no source says. */
    public Place.@Nullable Point point(int place) {
        return places.point(place);
    }

    /** How many links there are. */
    public int linkCount() {
        return links.size();
    }

    /** A link. */
    public Link link(int index) {
        return links.get(index);
    }

    /** The id of a link's segment. */
    public String linkId(int link) {
        return links.id(link);
    }

    /** The place that a link begins at. */
    public int from(int link) {
        return links.from(link);
    }

    /** The place that a link ends at. */
    public int to(int link) {
        return links.to(link);
    }

    /** The place at the other end of a link. */
    public int otherEnd(int link, int place) {
        return links.otherEnd(link, place);
    }

    /** Whether a link leads from one country into another. */
    public boolean crossesBorder(int link) {
        return !places.areInSameCountry(links.from(link), links.to(link));
    }

    /** The bits of the link's mode and status. */
    public int traits(int link) {
        return links.traits(link);
    }

    /** The mode of a link. */
    public Mode mode(int link) {
        return links.mode(link);
    }

    /** How the status of a link is known. */
    public StatusOnDay.Certainty certainty(int link) {
        return links.certainty(link);
    }

    /** What a link is to those who travel. */
    public LinkTravel travel(int link) {
        return links.travel(link);
    }

    /** The gauges of a link, empty if unknown or no railway. */
    public List<Integer> gaugesMm(int link) {
        return links.gaugesMm(link);
    }

    /** What a link counts in comparisons of ways. */
    public double km(int link) {
        return links.km(link);
    }

    /** How dense the record is in a country, for each of these modes, in their order; a mode without a segment reaches nothing. */
    public List<RecordCoverage> coverage(String country, Collection<Mode> modes) {
        Map<Mode, RecordCoverage> ofCountry = coverage.getOrDefault(country, Map.of());
        return modes.stream()
                .sorted()
                .map(mode -> ofCountry.getOrDefault(mode, new RecordCoverage(new Partner(country), mode, 0, 0, 0, 0)))
                .toList();
    }

    /** A whole. */
    public Whole whole(int index) {
        return wholes.get(index);
    }

    /** Kilometres along a great circle between two places; null if one of them has no coordinates. */
    public @Nullable Double distance(int from, int to) {
        return places.distance(from, to);
    }

    /** The index of a place by id, UN/LOCODE or IATA code; empty if there is none. */
    public OptionalInt indexOf(String idOrCode) {
        return places.indexOf(idOrCode);
    }

    /** How many arcs there are: two for each link. */
    public int arcCount() {
        return arcs.size();
    }

    /** The first arc of a place; its last is the one before the first of the next place. */
    public int firstArc(int place) {
        return arcs.first(place);
    }

    /** The link of an arc. */
    public int arcLink(int arc) {
        return arcs.link(arc);
    }

    /** The place that an arc leads to. */
    public int arcTo(int arc) {
        return arcs.to(arc);
    }
}
