package io.lancang.federation.operation;

import org.jspecify.annotations.Nullable;

/**
 * A {@code @defer} on one fragment of a normalised operation: what the fragment selects may be answered later than the rest. A
 * fragment that is spread in several places defers in each of them by itself.
 *
 * @param id its place among the deferrals of its operation, those around it before it
 * @param label by which the client recognises its answer; null if it has none
 * @param variable the Boolean variable that must be true for the deferral to count; null if it always does
 */
public record Deferral(
        int id, @Nullable String label, @Nullable String variable) {}
