package io.lancang.federation.cost;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many items a field is expected to give. */
sealed interface Size {
    /** The number, or {@link Cost#VARIES}. */
    long fixed();

    /** The number in one request. */
    long of(Evaluation request);

    /** The same in every request. */
    record Fixed(long fixed) implements Size {
        /** A single object or value. */
        static final Fixed ONE = new Fixed(1);

        @Override
        public long of(Evaluation request) {
            return fixed;
        }
    }

    /**
     * Lists in a list.
     *
     * @param inner how many items each item of the outer list has in all
     */
    record Nested(Size outer, long inner) implements Size {
        @Override
        public long fixed() {
            return outer.fixed() == Cost.VARIES ? Cost.VARIES : Amounts.multiply(outer.fixed(), inner);
        }

        @Override
        public long of(Evaluation request) {
            return Amounts.multiply(outer.of(request), inner);
        }
    }

    /**
     * Given by slicing arguments, of which some are variables or wrong: the largest that is given.
     *
     * @param arguments all of them
     * @param otherwise the size where none is given
     * @param coordinate of a field that must have exactly one of them; null if it need not
     */
    record Sliced(
            List<Slice> arguments, long otherwise, @Nullable String coordinate) implements Size {
        public Sliced {
            arguments = List.copyOf(arguments);
        }

        @Override
        public long fixed() {
            return Cost.VARIES;
        }

        @Override
        public long of(Evaluation request) {
            long largest = Cost.VARIES;
            int given = 0;
            boolean byDefault = false;
            for (Slice argument : arguments) {
                Integer sent = argument.sent(request);
                Integer value = sent == null ? argument.standard() : sent;
                given += sent == null ? 0 : 1;
                byDefault |= sent == null && value != null;
                largest = value == null ? largest : Math.max(largest, Math.max(0, value));
            }
            if (coordinate != null && (given > 1 || (given == 0 && !byDefault))) {
                request.problem(problem(coordinate, given));
            }
            return largest == Cost.VARIES ? otherwise : largest;
        }

        private String problem(String field, int given) {
            List<String> names = new ArrayList<>();
            arguments.forEach(argument -> names.add(argument.name()));
            return "The field " + field + " takes exactly one of the arguments " + String.join(", ", names)
                    + ", which say how long its list is; " + (given == 0 ? "none" : given) + " of them "
                    + (given > 1 ? "are" : "is") + " given.";
        }
    }

    /**
     * A slicing argument of one field of an operation.
     *
     * @param literal as the operation has it; null if it does not
     * @param variable that gives it; null if none does
     * @param standard its default; null if it has none
     */
    record Slice(
            String name,
            @Nullable Integer literal,
            @Nullable String variable,
            @Nullable Integer standard) {
        @Nullable
        Integer sent(Evaluation request) {
            if (variable == null) {
                return literal;
            }
            return request.value(variable) instanceof Number number ? number.intValue() : null;
        }
    }
}
