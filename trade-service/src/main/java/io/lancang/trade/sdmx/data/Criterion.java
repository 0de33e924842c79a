package io.lancang.trade.sdmx.data;

import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import io.lancang.trade.sdmx.request.Problem;
import io.lancang.trade.sdmx.request.SdmxException;
import io.lancang.trade.sdmx.structure.Codes;
import io.lancang.trade.sdmx.structure.Component;
import io.lancang.trade.sdmx.structure.Dataflow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a parameter such as {@code c[TIME_PERIOD]=ge:2019+le:2022} asks of a code.
 *
 * @param alternatives of which one has to hold; of each all its terms
 */
record Criterion(List<List<Term>> alternatives) {
    /** The operators that the standard has. */
    enum Operator {
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE,
        CO,
        NC,
        SW,
        EW;

        private static Optional<Operator> ofPrefix(String prefix) {
            return Arrays.stream(values())
                    .filter(each -> each.name().equalsIgnoreCase(prefix))
                    .findFirst();
        }

        private boolean holds(String code, String value) {
            return switch (this) {
                case EQ -> code.equals(value);
                case NE -> !code.equals(value);
                case CO -> code.contains(value);
                case NC -> !code.contains(value);
                case SW -> code.startsWith(value);
                case EW -> code.endsWith(value);
                case LT, LE, GT, GE -> throw new IllegalStateException(this + " is about time");
            };
        }

        /** A month is in its year: equal to it, and neither before nor after. */
        private boolean holds(Period period, TimeSpan value) {
            boolean beginsWithin = !period.start().isBefore(value.start());
            boolean endsWithin = !period.end().isAfter(value.end());
            return switch (this) {
                case EQ -> beginsWithin && endsWithin;
                case NE -> !(beginsWithin && endsWithin);
                case LT -> period.end().isBefore(value.start());
                case LE -> endsWithin;
                case GT -> period.start().isAfter(value.end());
                case GE -> beginsWithin;
                case CO, NC, SW, EW -> throw new IllegalStateException(this + " is about codes");
            };
        }

        boolean isOfOrder() {
            return this == LT || this == LE || this == GT || this == GE;
        }

        boolean isOfParts() {
            return this == CO || this == NC || this == SW || this == EW;
        }
    }

    /** An operator with what it compares with. */
    sealed interface Term {
        /** What is asked of a code. */
        record OfCode(Operator operator, String value) implements Term {}

        /** What is asked of a period. */
        record OfTime(Operator operator, TimeSpan value) implements Term {}
    }

    /**
     * Reads a criterion.
     *
     * @throws SdmxException for an operator or a value that the component does not take
     */
    static Criterion of(Component component, String text, Dataflow dataflow, Codes codes) {
        if (!component.kind().isDimension()) {
            throw new SdmxException(
                    Problem.NOT_IMPLEMENTED,
                    "c[" + component + "] is not answered here: filters are about dimensions, "
                            + dataflow.structure().dimensions() + " and TIME_PERIOD.");
        }
        List<List<Term>> alternatives = new ArrayList<>();
        for (String alternative : text.split(",", -1)) {
            alternatives.add(Arrays.stream(alternative.split("\\+", -1))
                    .map(term -> term(component, term, dataflow, codes))
                    .toList());
        }
        return new Criterion(alternatives);
    }

    private static Term term(Component component, String text, Dataflow dataflow, Codes codes) {
        int colon = text.indexOf(':');
        Operator operator = colon < 0
                ? Operator.EQ
                : Operator.ofPrefix(text.substring(0, colon))
                        .orElseThrow(() -> new SdmxException(
                                Problem.SYNTAX,
                                "'" + text.substring(0, colon) + "' in c[" + component + "] is no operator. There are "
                                        + List.of(Operator.values()) + ", in small letters."));
        String value = text.substring(colon + 1);
        if (value.isEmpty()) {
            throw new SdmxException(
                    Problem.SYNTAX, "c[" + component + "] compares with nothing. Send a value, such as ge:2019.");
        }
        return component == Component.TIME_PERIOD
                ? new Term.OfTime(ofTime(operator, component), spanOf(value, dataflow))
                : new Term.OfCode(
                        ofCodes(operator, component),
                        operator.isOfParts() ? value : Selected.checked(value, component, dataflow, codes));
    }

    private static Operator ofTime(Operator operator, Component component) {
        return check(!operator.isOfParts(), operator, component, "eq, ne, lt, le, gt and ge");
    }

    private static Operator ofCodes(Operator operator, Component component) {
        return check(!operator.isOfOrder(), operator, component, "eq, ne, co, nc, sw and ew");
    }

    private static Operator check(boolean isPossible, Operator operator, Component component, String possible) {
        if (!isPossible) {
            throw new SdmxException(
                    Problem.SEMANTIC, operator + " says nothing about " + component + ". It takes " + possible + ".");
        }
        return operator;
    }

    private static TimeSpan spanOf(String value, Dataflow dataflow) {
        boolean areYears = dataflow.frequencies().equals(List.of(Frequency.ANNUAL));
        return TimeSpan.of(value)
                .filter(span -> span.isYear() || !areYears)
                .orElseThrow(() -> new SdmxException(
                        Problem.SEMANTIC,
                        "TIME_PERIOD is '" + value + "'. Periods are "
                                + (areYears
                                        ? "years, such as 2019 or 2019-A1."
                                        : "years, halves, quarters and months, such as 2019, 2019-S1, 2019-Q1, 2019-03 and"
                                                + " 2019-M03.")));
    }

    boolean takes(String code) {
        return alternatives.stream()
                .anyMatch(terms -> terms.stream()
                        .allMatch(term -> term instanceof Term.OfCode(Operator operator, String value)
                                && operator.holds(code, value)));
    }

    boolean takes(Period period) {
        return alternatives.stream()
                .anyMatch(terms -> terms.stream()
                        .allMatch(term -> term instanceof Term.OfTime(Operator operator, TimeSpan value)
                                && operator.holds(period, value)));
    }
}
