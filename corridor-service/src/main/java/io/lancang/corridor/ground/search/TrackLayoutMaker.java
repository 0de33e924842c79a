package io.lancang.corridor.ground.search;

import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.network.NetworkConfig;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import java.util.Arrays;

/** Makes a {@link TrackLayout}, whose size it counts before it takes the memory. Belongs to one thread, and makes one. */
final class TrackLayoutMaker {
    private final Network network;
    private final Tracks tracks;
    /** The first stop of each place, counted from 0; a stop is a track at a place. */
    private final int[] firstStop;

    private int[] trackOf = new int[0];
    private int[] next = new int[0];
    private int[] ends = new int[0];
    private int[] links = new int[0];

    TrackLayoutMaker(Network network) {
        this.network = network;
        this.tracks = new Tracks(network);
        this.firstStop = new int[network.size() + 1];
    }

    /**
     * Makes it.
     *
     * @param most bytes of memory that it may take
     * @throws ServiceException LIMIT_EXCEEDED if it needs more
     */
    TrackLayout make(long most) {
        long stops = countStops();
        long edges = stops;
        for (int link = 0; link < network.linkCount(); link++) {
            edges += tracks.of(link).length;
        }
        check(stops, edges, most);
        trackOf = new int[(int) stops];
        fillStops();
        int[] placeOf = placeOf();
        int[] first = new int[placeOf.length + 1];
        eachEdge((from, to, link) -> {
            first[from + 1]++;
            first[to + 1]++;
        });
        Arrays.parallelPrefix(first, Integer::sum);
        next = first.clone();
        ends = new int[(int) (2 * edges)];
        links = new int[(int) (2 * edges)];
        eachEdge(this::join);
        return new TrackLayout(placeOf, first, ends, links);
    }

    private void check(long stops, long edges, long most) {
        long vertices = network.size() + stops;
        // With two weights of each link, for hours and for US$.
        long memory = Integer.BYTES * (3 * vertices + stops + 4 * edges) + 2L * Double.BYTES * network.linkCount();
        if (memory > most) {
            throw new ServiceException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The graph of " + vertices
                            + " places and tracks for routes over several modes, with few transfers, little time or cost needs "
                            + memory
                            + " bytes of memory; " + most + " are allowed.",
                    "Optimise by LENGTH or BORDER_CROSSINGS; the service's operator may raise `" + NetworkConfig.MEMORY
                            + "`.");
        }
    }

    private long countStops() {
        int[] seenAt = new int[tracks.count()];
        long stops = 0;
        for (int place = 0; place < network.size(); place++) {
            for (int arc = network.firstArc(place); arc < network.firstArc(place + 1); arc++) {
                for (int track : tracks.of(network.arcLink(arc))) {
                    stops += seenAt[track] == place + 1 ? 0 : 1;
                    seenAt[track] = place + 1;
                }
            }
        }
        return stops;
    }

    private void fillStops() {
        int[] seenAt = new int[tracks.count()];
        int stop = 0;
        for (int place = 0; place < network.size(); place++) {
            for (int arc = network.firstArc(place); arc < network.firstArc(place + 1); arc++) {
                for (int track : tracks.of(network.arcLink(arc))) {
                    if (seenAt[track] != place + 1) {
                        trackOf[stop++] = track;
                        seenAt[track] = place + 1;
                    }
                }
            }
            firstStop[place + 1] = stop;
        }
    }

    private int[] placeOf() {
        int[] placeOf = new int[network.size() + trackOf.length];
        for (int place = 0; place < network.size(); place++) {
            placeOf[place] = place;
            Arrays.fill(placeOf, network.size() + firstStop[place], network.size() + firstStop[place + 1], place);
        }
        return placeOf;
    }

    /** An edge, which can be walked both ways. */
    private interface Edge {
        void joins(int from, int to, int link);
    }

    private void eachEdge(Edge edge) {
        for (int place = 0; place < network.size(); place++) {
            for (int stop = firstStop[place]; stop < firstStop[place + 1]; stop++) {
                edge.joins(place, network.size() + stop, TrackLayout.stay(tracks.mode(trackOf[stop])));
            }
        }
        for (int link = 0; link < network.linkCount(); link++) {
            for (int track : tracks.of(link)) {
                edge.joins(stop(network.from(link), track), stop(network.to(link), track), link);
            }
        }
    }

    private int stop(int place, int track) {
        int stop = firstStop[place];
        while (trackOf[stop] != track) {
            stop++;
        }
        return network.size() + stop;
    }

    private void join(int from, int to, int link) {
        add(next[from]++, to, link);
        add(next[to]++, from, link);
    }

    private void add(int arc, int end, int link) {
        ends[arc] = end;
        links[arc] = link;
    }
}
