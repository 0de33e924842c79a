package io.lancang.corridor.network;

import io.lancang.corridor.corridor.Mode;
import io.lancang.corridor.corridor.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects rows and makes a network of them. Belongs to one reader and one thread at a time. */
final class NetworkBuilder {
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final List<WholeRow> wholeRows = new ArrayList<>();
    private final Map<String, List<Integer>> linksByCorridor = new LinkedHashMap<>();

    /** A segment that is the whole of others, until its parts are known. */
    private record WholeRow(String corridor, Link link) {}

    void add(Place place, @Nullable String unlocode, @Nullable String iata) {
        int index = places.size();
        places.add(place);
        indexes.put(place.id(), index);
        if (unlocode != null) {
            codes.put(unlocode, index);
        }
        if (iata != null) {
            codes.putIfAbsent(iata, index);
        }
    }

    /**
     * Adds a segment.
     *
     * @param isPart false if it is the whole of other segments of its corridor
     */
    void add(String corridor, LinkRow row, boolean isPart) {
        int from = Objects.requireNonNull(indexes.get(row.from()), "a segment joins known locations");
        int to = Objects.requireNonNull(indexes.get(row.to()), "a segment joins known locations");
        Double greatCircleKm = row.greatCircleKm() == null ? distance(from, to) : row.greatCircleKm();
        Link link = new Link(
                row.id(),
                from,
                to,
                row.mode(),
                row.status(),
                row.gaugesMm(),
                row.measuredKm(),
                greatCircleKm,
                Lengths.forComparison(row.measuredKm(), greatCircleKm),
                Link.NO_WHOLE);
        if (isPart) {
            linksByCorridor
                    .computeIfAbsent(corridor, first -> new ArrayList<>())
                    .add(links.size());
            links.add(link);
        } else {
            wholeRows.add(new WholeRow(corridor, link));
        }
    }

    /** A segment as it was read: ends by id, status on the day of the network. */
    record LinkRow(
            String id,
            String from,
            String to,
            Mode mode,
            @Nullable Status status,
            List<Integer> gaugesMm,
            @Nullable Double measuredKm,
            @Nullable Double greatCircleKm) {}

    Network build() {
        List<Whole> wholes = new ArrayList<>();
        for (WholeRow row : wholeRows) {
            List<Integer> parts =
                    new PartsOfWhole(links, linksByCorridor.getOrDefault(row.corridor(), List.of())).of(row.link());
            Double measuredKm = row.link().measuredKm();
            if (parts.isEmpty()) {
                // Nothing tells what it is the whole of, so it is a way of its own.
                links.add(row.link());
            } else if (measuredKm != null) {
                share(measuredKm, parts, wholes.size());
                wholes.add(new Whole(measuredKm, parts.size()));
            }
        }
        return new Network(places, links, wholes, codes);
    }

    /** Gives every part that is not measured itself its share of the whole's length, by great circle. */
    private void share(double measuredKm, List<Integer> parts, int whole) {
        double known = 0;
        double estimated = 0;
        for (int part : parts) {
            Link link = links.get(part);
            if (link.measuredKm() == null) {
                estimated += link.km();
            } else {
                known += link.km();
            }
        }
        for (int part : parts) {
            Link link = links.get(part);
            boolean shares = link.measuredKm() == null && measuredKm > known;
            Link scaled = shares ? link.withLength(link.km() * (measuredKm - known) / estimated) : link;
            links.set(part, scaled.asPartOf(whole));
        }
    }

    private @Nullable Double distance(int from, int to) {
        Place.Point start = places.get(from).point();
        Place.Point end = places.get(to).point();
        return start == null || end == null ? null : start.kilometresTo(end);
    }
}
