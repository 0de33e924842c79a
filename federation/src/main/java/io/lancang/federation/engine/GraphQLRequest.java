package io.lancang.federation.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends.
 *
 * @param query the document
 * @param operationName which of the document's operations to run; null if there is only one
 * @param variables JSON values: {@link String}, {@link Boolean}, {@link Number} (exact: {@code Integer}, {@code Long},
 *     {@code BigInteger} or {@code BigDecimal}), {@code List}, {@code Map} or null
 * @param delivery how it takes the answer
 * @param reportsCost whether the answer is to say in {@code extensions.cost} what the request costs
 */
public record GraphQLRequest(
        String query,
        @Nullable String operationName,
        Map<String, @Nullable Object> variables,
        Delivery delivery,
        boolean reportsCost) {
    /** A request whose answer says nothing of costs. */
    public GraphQLRequest(
            String query, @Nullable String operationName, Map<String, @Nullable Object> variables, Delivery delivery) {
        this(query, operationName, variables, delivery, false);
    }

    /** A request of a client that takes its answer at once. */
    public GraphQLRequest(String query, @Nullable String operationName, Map<String, @Nullable Object> variables) {
        this(query, operationName, variables, Delivery.WHOLE);
    }

    /** The same request of a client that takes its answer in this way. */
    public GraphQLRequest delivered(Delivery way) {
        return new GraphQLRequest(query, operationName, variables, way, reportsCost);
    }

    /** The same request, whose answer says what it costs. */
    public GraphQLRequest reportingCost() {
        return new GraphQLRequest(query, operationName, variables, delivery, true);
    }

    /** The same request, with another value of a variable. */
    public GraphQLRequest with(String variable, Object value) {
        Map<String, @Nullable Object> all = new HashMap<>(variables);
        all.put(variable, value);
        return new GraphQLRequest(query, operationName, all, delivery, reportsCost);
    }
}
