package io.lancang.trade.sdmx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a parameter such as {@code c[TIME_PERIOD]=ge:2019+le:2022} asks of a code.
 *
 * @param alternatives of which one has to hold; of each all its terms
 */
record Criterion(List<List<Term>> alternatives) {
    private static final Pattern YEAR = Pattern.compile("([0-9]{4})(-A1)?");

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

        boolean holds(String code, String value) {
            return switch (this) {
                case EQ -> code.equals(value);
                case NE -> !code.equals(value);
                case LT -> code.compareTo(value) < 0;
                case LE -> code.compareTo(value) <= 0;
                case GT -> code.compareTo(value) > 0;
                case GE -> code.compareTo(value) >= 0;
                case CO -> code.contains(value);
                case NC -> !code.contains(value);
                case SW -> code.startsWith(value);
                case EW -> code.endsWith(value);
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
    record Term(Operator operator, String value) {}

    /**
     * Reads a criterion.
     *
     * @throws SdmxException for an operator or a value that the component does not take
     */
    static Criterion of(Component component, String text, Areas areas) {
        if (component.kind() != Component.Kind.DIMENSION && component.kind() != Component.Kind.TIME) {
            throw new SdmxException(
                    Problem.NOT_IMPLEMENTED,
                    "c[" + component + "] is not answered here: filters are about dimensions, " + Component.dimensions()
                            + " and TIME_PERIOD.");
        }
        List<List<Term>> alternatives = new ArrayList<>();
        for (String alternative : text.split(",", -1)) {
            alternatives.add(Arrays.stream(alternative.split("\\+", -1))
                    .map(term -> term(component, term, areas))
                    .toList());
        }
        return new Criterion(alternatives);
    }

    private static Term term(Component component, String text, Areas areas) {
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
                ? new Term(ofTime(operator, component), yearOf(value))
                : new Term(
                        ofCodes(operator, component),
                        operator.isOfParts() ? value : Selected.checked(value, component, areas));
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

    private static String yearOf(String value) {
        var year = YEAR.matcher(value);
        if (!year.matches()) {
            throw new SdmxException(
                    Problem.SEMANTIC, "TIME_PERIOD is '" + value + "'. Periods are years, such as 2019 or 2019-A1.");
        }
        return year.group(1);
    }

    boolean takes(String code) {
        return alternatives.stream()
                .anyMatch(terms ->
                        terms.stream().allMatch(term -> term.operator().holds(code, term.value())));
    }
}
