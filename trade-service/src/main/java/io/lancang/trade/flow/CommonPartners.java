package io.lancang.trade.flow;

import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.period.Period;
import io.lancang.trade.totals.Sum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The partners of a subject that have a figure in each of several periods. A former unit of reporting, such as
 * Belgium-Luxembourg, counts for all of its successors together where these have no figure of their own yet.
 *
 * @param codes codes of those who are summed, by period: the same in each, but for former units and their successors. A period
 *     without any computed figure is left out
 * @param leftOut codes of those who lack a figure in one of these periods
 * @param isEveryone whether the subject can be compared as it is: nobody is left out or replaced
 */
record CommonPartners(Map<Period, List<String>> codes, List<String> leftOut, boolean isEveryone) {

    /** Who of a subject can be compared in a flow. */
    static CommonPartners of(Subject subject, List<Period> periods, FlowSelection flow, Terms terms) {
        Map<Period, Reported> reported = new TreeMap<>();
        Set<String> members = new TreeSet<>();
        for (Period period : periods) {
            Reported ofPeriod = Reported.of(subject, period, flow, terms);
            if (ofPeriod != null) {
                reported.put(period, ofPeriod);
                members.addAll(Subject.partnersOf(subject, period, terms.totals()));
            }
        }
        Set<String> common = common(List.copyOf(reported.values()), members);
        Map<Period, List<String>> codes = new TreeMap<>();
        reported.forEach((period, ofPeriod) -> codes.put(period, ofPeriod.codesOf(common)));
        return new CommonPartners(
                codes,
                members.stream().filter(member -> !common.contains(member)).toList(),
                codes.entrySet().stream()
                        .allMatch(each -> isAllOf(subject, each.getKey(), each.getValue(), flow, terms)));
    }

    private static Set<String> common(List<Reported> reported, Set<String> members) {
        Set<String> common = new HashSet<>(members);
        reported.forEach(each -> common.retainAll(each.covered()));
        boolean isBroken;
        do {
            isBroken = false;
            for (Reported each : reported) {
                isBroken |= each.breakUp(common);
            }
        } while (isBroken);
        return common;
    }

    /**
     * Who has a figure in a period.
     *
     * @param partners who has one itself, and for whom that stands: itself, or the successors of a former unit
     */
    private record Reported(Map<String, List<String>> partners) {
        /** Null where no figure is computed, so that one that is quoted may stand in. */
        static @Nullable Reported of(Subject subject, Period period, FlowSelection flow, Terms terms) {
            List<String> members = Subject.partnersOf(subject, period, terms.totals());
            Map<String, List<String>> formerUnits = terms.totals().formerUnitsOf(members);
            List<String> codes = new ArrayList<>(members);
            codes.addAll(formerUnits.keySet());
            FigureRow row = new Figures(new Subject.OfSome(subject, codes), terms).of(period);
            Set<String> withFigure = withFigure(row, flow);
            if (withFigure == null) {
                return null;
            }
            Map<String, List<String>> partners = new HashMap<>();
            members.stream().filter(withFigure::contains).forEach(member -> partners.put(member, List.of(member)));
            formerUnits.forEach((unit, successors) -> {
                if (withFigure.contains(unit) && successors.stream().noneMatch(withFigure::contains)) {
                    partners.put(unit, successors);
                }
            });
            return new Reported(partners);
        }

        private static @Nullable Set<String> withFigure(FigureRow row, FlowSelection flow) {
            Sum exports = row.exports();
            Sum imports = row.imports();
            return switch (flow) {
                case EXPORTS -> exports == null ? null : Set.copyOf(exports.partners());
                case IMPORTS -> imports == null ? null : Set.copyOf(imports.partners());
                case TOTAL -> {
                    if (exports == null || imports == null) {
                        yield null;
                    }
                    Set<String> both = new HashSet<>(exports.partners());
                    both.retainAll(imports.partners());
                    yield both;
                }
            };
        }

        Set<String> covered() {
            Set<String> covered = new HashSet<>();
            partners.values().forEach(covered::addAll);
            return covered;
        }

        /**
         * Takes the successors of a unit out of {@code common} if not all of them are in it; whether there was one.
         */
        boolean breakUp(Set<String> common) {
            boolean changed = false;
            for (List<String> successors : partners.values()) {
                if (!common.containsAll(successors)) {
                    changed |= common.removeAll(successors);
                }
            }
            return changed;
        }

        List<String> codesOf(Set<String> common) {
            return partners.entrySet().stream()
                    .filter(partner -> common.containsAll(partner.getValue()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }

    /** Whether these are all that the subject's own figure sums. */
    private static boolean isAllOf(
            Subject subject, Period period, List<String> codes, FlowSelection flow, Terms terms) {
        FigureRow row = new Figures(subject, terms).of(period);
        Set<String> summed = new HashSet<>();
        if (row.exports() != null && flow != FlowSelection.IMPORTS) {
            summed.addAll(row.exports().partners());
        }
        if (row.imports() != null && flow != FlowSelection.EXPORTS) {
            summed.addAll(row.imports().partners());
        }
        return summed.equals(Set.copyOf(codes));
    }
}
