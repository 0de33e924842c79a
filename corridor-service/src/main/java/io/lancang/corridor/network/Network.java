package io.lancang.corridor.network;

import io.lancang.corridor.corridor.Mode;
import io.lancang.corridor.corridor.Status;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Places and links, numbered from 0. Immutable, so that any thread may search it.
 *
 * <p>The arcs of a place are the links that begin or end there, in one piece of the arrays: a search over a hundred
 * thousand places must not follow a pointer for each of its steps.
 */
public final class Network {
    private final List<Place> places;
    private final List<Link> links;
    private final List<Whole> wholes;
    private final Map<String, Integer> indexes;
    private final int[] firstArc;
    private final int[] arcLink;
    private final int[] traits;

    /** @param codes other names that a place may be asked for by, such as its UN/LOCODE, with its index */
    Network(List<Place> places, List<Link> links, List<Whole> wholes, Map<String, Integer> codes) {
        this.places = List.copyOf(places);
        this.links = List.copyOf(links);
        this.wholes = List.copyOf(wholes);
        this.indexes = new HashMap<>(codes);
        for (int index = 0; index < places.size(); index++) {
            indexes.put(places.get(index).id(), index);
        }
        this.firstArc = firstArcs(places.size(), links);
        this.arcLink = arcLinks(firstArc, links);
        this.traits = links.stream().mapToInt(Network::traits).toArray();
    }

    private static int[] firstArcs(int places, List<Link> links) {
        int[] first = new int[places + 1];
        for (Link link : links) {
            first[link.from() + 1]++;
            first[link.to() + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        return first;
    }

    private static int[] arcLinks(int[] firstArc, List<Link> links) {
        int[] next = Arrays.copyOf(firstArc, firstArc.length);
        int[] arcs = new int[2 * links.size()];
        for (int link = 0; link < links.size(); link++) {
            arcs[next[links.get(link).from()]++] = link;
            arcs[next[links.get(link).to()]++] = link;
        }
        return arcs;
    }

    private static int traits(Link link) {
        return trait(link.mode()) | trait(link.status());
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
        return places.get(index);
    }

    /** How many links there are. */
    public int linkCount() {
        return links.size();
    }

    /** A link. */
    public Link link(int index) {
        return links.get(index);
    }

    /** The bits of the link's mode and status. */
    public int traits(int link) {
        return traits[link];
    }

    /** A whole. */
    public Whole whole(int index) {
        return wholes.get(index);
    }

    /** Kilometres along a great circle between two places; null if one of them has no coordinates. */
    public @Nullable Double distance(int from, int to) {
        Place.Point start = places.get(from).point();
        Place.Point end = places.get(to).point();
        return start == null || end == null ? null : start.kilometresTo(end);
    }

    /** The index of a place by id, UN/LOCODE or IATA code; empty if there is none. */
    public OptionalInt indexOf(String idOrCode) {
        Integer index = indexes.get(idOrCode);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** The first arc of a place; its last is the one before the first of the next place. */
    public int firstArc(int place) {
        return firstArc[place];
    }

    /** The link of an arc. */
    public int arcLink(int arc) {
        return arcLink[arc];
    }
}
