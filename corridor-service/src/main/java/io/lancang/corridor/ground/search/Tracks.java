package io.lancang.corridor.ground.search;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.network.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers the tracks of a network, and tells which a link has. */
final class Tracks {
    private static final int UNKNOWN_GAUGE = 0;

    private final Network network;
    private final Map<Track, Integer> numbers = new LinkedHashMap<>();
    /** By number. */
    private final List<Mode> modes = new ArrayList<>();

    private final Map<Kind, int[]> known = new HashMap<>();
    private final int[] railways;

    /** What a vehicle can run on without change. */
    private record Track(Mode mode, int gaugeMm) {}

    /** Links of the same mode and gauges have the same tracks. */
    private record Kind(Mode mode, List<Integer> gaugesMm) {}

    Tracks(Network network) {
        this.network = network;
        number(new Track(Mode.RAIL, UNKNOWN_GAUGE));
        for (int link = 0; link < network.linkCount(); link++) {
            network.gaugesMm(link).forEach(gauge -> number(new Track(Mode.RAIL, gauge)));
        }
        this.railways = numbers.values().stream().mapToInt(Integer::intValue).toArray();
        for (Mode mode : Mode.values()) {
            number(new Track(mode, UNKNOWN_GAUGE));
        }
    }

    private int number(Track track) {
        return numbers.computeIfAbsent(track, first -> {
            modes.add(first.mode());
            return numbers.size();
        });
    }

    /** How many there are. */
    int count() {
        return numbers.size();
    }

    /** The mode of a track. */
    Mode mode(int track) {
        return modes.get(track);
    }

    /** Those of a link. A line of unknown gauge may be of any, so it forces no change. */
    int[] of(int link) {
        return known.computeIfAbsent(new Kind(network.mode(link), network.gaugesMm(link)), this::of);
    }

    private int[] of(Kind kind) {
        if (kind.mode() != Mode.RAIL) {
            return new int[] {number(new Track(kind.mode(), UNKNOWN_GAUGE))};
        }
        if (kind.gaugesMm().isEmpty()) {
            return railways;
        }
        return kind.gaugesMm().stream()
                .mapToInt(gauge -> number(new Track(Mode.RAIL, gauge)))
                .toArray();
    }
}
