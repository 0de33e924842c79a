package io.lancang.corridor.feature.connectivity;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Adds up what lies between countries for a set of them. */
final class SegmentTotals {
    private static final int ONE_END = 1;
    private static final int BOTH_ENDS = 2;

    private SegmentTotals() {}

    private record Kind(Mode mode, Status status) {}

    /** Segments both of whose ends are in the set, by mode and status. */
    static List<Connectivity.SegmentTotal> inside(Members members, List<LinkTotalRepository.LinkTotal> totals) {
        return add(members, totals, ends -> ends == BOTH_ENDS);
    }

    /** Segments one of whose ends is in the set, by mode and status. */
    static List<Connectivity.SegmentTotal> across(Members members, List<LinkTotalRepository.LinkTotal> totals) {
        return add(members, totals, ends -> ends == ONE_END);
    }

    private static List<Connectivity.SegmentTotal> add(
            Members members, List<LinkTotalRepository.LinkTotal> totals, IntPredicate counts) {
        Set<String> codes = Set.copyOf(members.codes());
        Map<Kind, List<LinkTotalRepository.LinkTotal>> groups = new LinkedHashMap<>();
        for (LinkTotalRepository.LinkTotal total : totals) {
            int ends = (codes.contains(total.from()) ? 1 : 0) + (codes.contains(total.to()) ? 1 : 0);
            if (counts.test(ends)) {
                groups.computeIfAbsent(new Kind(total.mode(), total.status()), first -> new ArrayList<>())
                        .add(total);
            }
        }
        return groups.entrySet().stream()
                .map(group -> sum(group.getKey(), group.getValue()))
                .toList();
    }

    private static Connectivity.SegmentTotal sum(Kind kind, List<LinkTotalRepository.LinkTotal> totals) {
        int segments = 0;
        int measured = 0;
        @Nullable BigDecimal km = null;
        for (LinkTotalRepository.LinkTotal total : totals) {
            segments += total.segments();
            measured += total.measured();
            if (total.km() != null) {
                km = km == null ? total.km() : km.add(total.km());
            }
        }
        return new Connectivity.SegmentTotal(
                kind.mode(), kind.status(), segments, measured, km == null ? null : km.doubleValue());
    }
}
