package io.lancang.federation.engine;

import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.Variables;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which Boolean variables are true in one request. Looks each up once, however many deferrals depend on it. Not thread-safe. */
final class TrueVariables implements Predicate<String> {
    private final Operation operation;
    private final Map<String, ? extends @Nullable Object> sent;
    private final Map<String, Boolean> known = new HashMap<>();

    TrueVariables(Operation operation, Map<String, ? extends @Nullable Object> sent) {
        this.operation = operation;
        this.sent = sent;
    }

    @Override
    public boolean test(String variable) {
        return known.computeIfAbsent(variable, name -> Variables.isTrue(operation, name, sent));
    }
}
