package io.lancang.federation.cost;

import io.lancang.federation.operation.Conditions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request's values, and what is wrong with its slicing arguments. Belongs to one request. */
final class Evaluation {
    private final Map<String, ? extends @Nullable Object> values;
    private final List<String> problems = new ArrayList<>();
    private final Map<Cost.VariableInput, Long> inputs = new HashMap<>();

    /** @param values coerced values by variable */
    Evaluation(Map<String, ? extends @Nullable Object> values) {
        this.values = values;
    }

    @Nullable
    Object value(String variable) {
        return values.get(variable);
    }

    /** What a variable's value costs where it is used; worked out once, however often it is used. */
    long cost(Cost.VariableInput input) {
        return inputs.computeIfAbsent(input, added -> added.ofValue(values.get(added.variable())));
    }

    boolean holdAny(List<Conditions> alternatives) {
        for (Conditions conditions : alternatives) {
            if (conditions.hold(name -> Boolean.TRUE.equals(values.get(name)))) {
                return true;
            }
        }
        return false;
    }

    void problem(String message) {
        if (!problems.contains(message)) {
            problems.add(message);
        }
    }

    List<String> problems() {
        return problems;
    }
}
