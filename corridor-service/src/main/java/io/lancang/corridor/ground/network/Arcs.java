package io.lancang.corridor.ground.network;

import java.util.Arrays;

/** The links that begin or end at each place, place by place in one piece of memory. Immutable. */
final class Arcs {
    private final int[] first;
    private final int[] link;
    private final int[] to;

    Arcs(int places, Links links) {
        this.first = new int[places + 1];
        this.link = new int[2 * links.size()];
        this.to = new int[2 * links.size()];
        for (int index = 0; index < links.size(); index++) {
            first[links.from(index) + 1]++;
            first[links.to(index) + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        int[] next = first.clone();
        for (int index = 0; index < links.size(); index++) {
            add(next[links.from(index)]++, index, links.to(index));
            add(next[links.to(index)]++, index, links.from(index));
        }
    }

    private void add(int arc, int index, int end) {
        link[arc] = index;
        to[arc] = end;
    }

    int size() {
        return link.length;
    }

    int first(int place) {
        return first[place];
    }

    int link(int arc) {
        return link[arc];
    }

    int to(int arc) {
        return to[arc];
    }
}
