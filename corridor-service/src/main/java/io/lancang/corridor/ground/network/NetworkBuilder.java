package io.lancang.corridor.ground.network;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.StatusOnDay;
import io.lancang.corridor.ground.travel.LinkTravel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects places and segments and makes a network of them; the segments of a corridor come one after the other. Of a segment
 * that is the whole of others the others remain, each with its share of the measured length: else the whole would hide where one
 * can board, and its measure would be lost. Belongs to one thread at a time.
 */
final class NetworkBuilder {
    private final Places places;
    private final Links links;
    private final List<Whole> wholes = new ArrayList<>();
    private final List<WholeLink> wholesOfCorridor = new ArrayList<>();
    private int firstOfCorridor;
    private @Nullable String corridor;

    NetworkBuilder(NetworkSize size) {
        this.places = new Places(size);
        this.links = new Links(size);
    }

    void add(Place place, @Nullable String unlocode, @Nullable String iata) {
        places.add(place, unlocode, iata);
    }

    /**
     * Adds a segment.
     *
     * @param isPart false if it is the whole of other segments of its corridor, whichever lie on the way between its ends
     */
    void add(String ofCorridor, LinkRow row, boolean isPart) {
        add(ofCorridor, row, isPart, Set.of());
    }

    /**
     * Adds a segment.
     *
     * @param isPart false if it is the whole of other segments of its corridor
     * @param parts ids of the segments that it is the whole of; empty if nobody says which they are
     */
    void add(String ofCorridor, LinkRow row, boolean isPart, Set<String> parts) {
        if (!ofCorridor.equals(corridor)) {
            endCorridor();
            corridor = ofCorridor;
        }
        Link link = link(row);
        if (isPart) {
            links.add(link);
        } else {
            wholesOfCorridor.add(new WholeLink(link, parts));
        }
    }

    private record WholeLink(Link link, Set<String> parts) {}

    /** A segment as it was read: ends by id, status on the day of the network. */
    record LinkRow(
            String id,
            String from,
            String to,
            Mode mode,
            StatusOnDay state,
            List<Integer> gaugesMm,
            LinkTravel travel,
            @Nullable Double measuredKm,
            @Nullable Double greatCircleKm) {}

    Network build() {
        endCorridor();
        return new Network(places, links, wholes);
    }

    private Link link(LinkRow row) {
        int from = place(row.from());
        int to = place(row.to());
        Double greatCircleKm = row.greatCircleKm() == null ? places.distance(from, to) : row.greatCircleKm();
        return new Link(
                row.id(),
                from,
                to,
                row.mode(),
                row.state(),
                row.gaugesMm(),
                row.travel(),
                row.measuredKm(),
                greatCircleKm,
                Lengths.forComparison(row.measuredKm(), greatCircleKm),
                Link.NO_WHOLE);
    }

    private int place(String id) {
        OptionalInt index = places.indexOf(id);
        return index.orElseThrow(() -> new IllegalStateException("a segment joins the unknown location " + id));
    }

    private void endCorridor() {
        if (!wholesOfCorridor.isEmpty()) {
            PartsOfWhole parts = new PartsOfWhole(links, firstOfCorridor);
            wholesOfCorridor.forEach(whole -> replace(whole.link(), parts.of(whole.link(), whole.parts())));
            wholesOfCorridor.clear();
        }
        firstOfCorridor = links.size();
    }

    private void replace(Link whole, List<Integer> parts) {
        Double measuredKm = whole.measuredKm();
        if (parts.isEmpty()) {
            // Nothing tells what it is the whole of, so it is a way of its own.
            links.add(whole);
        } else if (measuredKm != null) {
            share(measuredKm, parts, wholes.size());
            wholes.add(new Whole(measuredKm, parts.size()));
        }
    }

    /** Gives every part that is not measured itself its share of the whole's length, by great circle. */
    private void share(double measuredKm, List<Integer> parts, int whole) {
        double known = 0;
        double estimated = 0;
        for (int part : parts) {
            if (links.isMeasured(part)) {
                known += links.km(part);
            } else {
                estimated += links.km(part);
            }
        }
        for (int part : parts) {
            boolean shares = !links.isMeasured(part) && measuredKm > known;
            double share = shares ? links.km(part) * (measuredKm - known) / estimated : links.km(part);
            links.share(part, whole, share);
        }
    }
}
