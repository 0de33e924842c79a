package io.lancang.corridor.ground.network;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.partner.Partner;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts how dense the record is by country and mode: one look at each place and link, in arrays, since the first question of a network
 * waits for it.
 */
final class CoverageCount {
    private static final Mode[] MODES = Mode.values();

    private final Places places;
    private final Links links;
    /** By country. */
    private final int[] locations;
    /** What follows is by country and mode, the modes of a country one after the other. */
    private final int[] reached;

    private final int[] segments;
    private final int[] measured;
    /** The bits of the modes by which each place is reached. */
    private final int[] reachedBy;

    private CoverageCount(Places places, Links links) {
        this.places = places;
        this.links = links;
        int cells = places.countries() * MODES.length;
        this.locations = new int[places.countries()];
        this.reached = new int[cells];
        this.segments = new int[cells];
        this.measured = new int[cells];
        this.reachedBy = new int[places.size()];
    }

    static List<RecordCoverage> of(Places places, Links links) {
        return new CoverageCount(places, links).count();
    }

    private List<RecordCoverage> count() {
        for (int place = 0; place < places.size(); place++) {
            locations[places.countryIndex(place)]++;
        }
        for (int link = 0; link < links.size(); link++) {
            int mode = links.modeIndex(link);
            int first = reach(links.from(link), mode);
            int second = reach(links.to(link), mode);
            count(first, link);
            if (second != first) {
                count(second, link);
            }
        }
        List<RecordCoverage> coverage = new ArrayList<>();
        // Of modes without a segment, too: places of a country are counted here, once, and not for each question.
        for (int cell = 0; cell < segments.length; cell++) {
            coverage.add(coverage(cell));
        }
        return coverage;
    }

    /** Counts a place once for each mode that reaches it, and gives the cell of its country. */
    private int reach(int place, int mode) {
        int cell = places.countryIndex(place) * MODES.length + mode;
        if ((reachedBy[place] & 1 << mode) == 0) {
            reachedBy[place] |= 1 << mode;
            reached[cell]++;
        }
        return cell;
    }

    private void count(int cell, int link) {
        segments[cell]++;
        measured[cell] += links.isMeasured(link) ? 1 : 0;
    }

    private RecordCoverage coverage(int cell) {
        int country = cell / MODES.length;
        return new RecordCoverage(
                new Partner(places.countryCode(country)),
                MODES[cell % MODES.length],
                locations[country],
                reached[cell],
                segments[cell],
                measured[cell]);
    }
}
