package io.lancang.federation.cost;

import io.lancang.federation.operation.Conditions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A formula for what a part of an operation costs. What depends on no variable is worked out once, when the formula is made,
 * so that evaluating most operations reads one number. Fields with selections stay, so that the dearest can be named.
 */
sealed interface Cost {
    /** In place of an amount that depends on variables. */
    long VARIES = -1;

    /** The amount, or {@link #VARIES}. */
    long fixed();

    /** The amount in one request, worked out anew. */
    long evaluate(Evaluation request);

    /** The amount in one request. */
    default long of(Evaluation request) {
        return fixed() == VARIES ? evaluate(request) : fixed();
    }

    /** Whether it costs nothing and has no fields. */
    default boolean isNothing() {
        return this instanceof Fixed(long amount) && amount == 0;
    }

    /** The same in every request. */
    record Fixed(long fixed) implements Cost {
        static final Fixed NOTHING = new Fixed(0);

        @Override
        public long evaluate(Evaluation request) {
            return fixed;
        }
    }

    /**
     * All parts together.
     *
     * @param varying those that depend on variables
     * @param base of the others
     */
    record Sum(List<Cost> parts, List<Cost> varying, long base) implements Cost {
        static Cost of(List<Cost> all) {
            List<Cost> parts = all.stream().filter(part -> !part.isNothing()).toList();
            if (parts.size() < 2) {
                return parts.isEmpty() ? Fixed.NOTHING : parts.getFirst();
            }
            long base = 0;
            List<Cost> varying = new ArrayList<>();
            for (Cost part : parts) {
                if (part.fixed() == VARIES) {
                    varying.add(part);
                } else {
                    base = Amounts.add(base, part.fixed());
                }
            }
            return new Sum(parts, List.copyOf(varying), base);
        }

        @Override
        public long fixed() {
            return varying.isEmpty() ? base : VARIES;
        }

        @Override
        public long evaluate(Evaluation request) {
            long sum = base;
            for (int index = 0; index < varying.size(); index++) {
                sum = Amounts.add(sum, varying.get(index).of(request));
            }
            return sum;
        }
    }

    /** Counts where any one of the conditions holds. */
    record Conditional(List<Conditions> alternatives, Cost cost) implements Cost {
        static Cost of(List<Conditions> alternatives, Cost cost) {
            boolean always = alternatives.isEmpty() || alternatives.stream().anyMatch(Conditions::isEmpty);
            return always || cost.isNothing() ? cost : new Conditional(List.copyOf(alternatives), cost);
        }

        @Override
        public long fixed() {
            return cost.fixed() == 0 ? 0 : VARIES;
        }

        @Override
        public long evaluate(Evaluation request) {
            return request.holdAny(alternatives) ? cost.of(request) : 0;
        }
    }

    /**
     * A field: as often as it has items, its weight and what is selected in it; and its arguments, once.
     *
     * @param key in the answer
     * @param type name of the type of its items
     */
    record FieldCost(String key, String type, long weight, Size size, Cost arguments, Cost below, long fixed)
            implements Cost {
        FieldCost(String key, String type, long weight, Size size, Cost arguments, Cost below) {
            this(key, type, weight, size, arguments, below, fixed(weight, size, arguments, below));
        }

        private static long fixed(long weight, Size size, Cost arguments, Cost below) {
            return size.fixed() == VARIES || arguments.fixed() == VARIES || below.fixed() == VARIES
                    ? VARIES
                    : total(size.fixed(), weight, below.fixed(), arguments.fixed());
        }

        private static long total(long items, long weight, long below, long arguments) {
            return Amounts.add(Amounts.multiply(items, Amounts.add(weight, below)), arguments);
        }

        @Override
        public long evaluate(Evaluation request) {
            return total(size.of(request), weight, below.of(request), arguments.of(request));
        }
    }

    /**
     * Selections on an interface or union: those of the object type for which they cost most.
     *
     * @param groups selections that apply to the same types
     * @param alternatives the indices of the groups that apply to one type, each combination once
     */
    record ByType(List<Cost> groups, List<int[]> alternatives, long fixed) implements Cost {
        static Cost of(List<Cost> groups, List<int[]> alternatives) {
            if (groups.size() == 1 && alternatives.stream().anyMatch(each -> each.length == 1)) {
                return groups.getFirst();
            }
            boolean varies = groups.stream().anyMatch(group -> group.fixed() == VARIES);
            long fixed = varies
                    ? VARIES
                    : largest(groups.stream().mapToLong(Cost::fixed).toArray(), alternatives);
            return new ByType(List.copyOf(groups), List.copyOf(alternatives), fixed);
        }

        @Override
        public long evaluate(Evaluation request) {
            return largest(amounts(request), alternatives);
        }

        /** The combination that costs most in one request. */
        int[] dearest(Evaluation request) {
            long[] amounts = amounts(request);
            int[] dearest = new int[0];
            for (int[] alternative : alternatives) {
                dearest = sum(amounts, alternative) > sum(amounts, dearest) ? alternative : dearest;
            }
            return dearest;
        }

        private long[] amounts(Evaluation request) {
            return groups.stream().mapToLong(group -> group.of(request)).toArray();
        }

        private static long largest(long[] amounts, List<int[]> alternatives) {
            long largest = 0;
            for (int[] alternative : alternatives) {
                largest = Math.max(largest, sum(amounts, alternative));
            }
            return largest;
        }

        private static long sum(long[] amounts, int[] indices) {
            return Arrays.stream(indices).mapToLong(index -> amounts[index]).reduce(0, Amounts::add);
        }
    }

    /** Costs nothing, and notes where a client breaks the rule of slicing arguments. */
    record SlicingRule(Size.Sliced size) implements Cost {
        @Override
        public long fixed() {
            return VARIES;
        }

        @Override
        public long evaluate(Evaluation request) {
            size.of(request);
            return 0;
        }
    }

    /** What a variable's value costs as an argument, or as a part of one. */
    record VariableInput(String variable, InputRule rule, InputCosts inputs) implements Cost {
        /** The amount for a value of the variable. */
        long ofValue(@Nullable Object value) {
            return inputs.ofValue(value, rule);
        }

        @Override
        public long fixed() {
            return VARIES;
        }

        @Override
        public long evaluate(Evaluation request) {
            return request.cost(this);
        }
    }
}
