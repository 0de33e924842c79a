package io.lancang.federation.engine;

import java.util.Set;

/**
 * Decides for each request which progressive overrides ({@code @override(label:)}) are in force. An override that is not
 * leaves its field with the subgraph that had it. Safe for concurrent use.
 *
 * @param <C> the context of a client request
 */
@FunctionalInterface
public interface OverrideLabels<C> {
    /**
     * The labels in force for one request. Asked once a request at most, and only if its plan depends on a label: what is
     * answered holds for the whole request.
     *
     * @param labels those on which the request's plan depends
     * @param context what the caller of the engine passed for the request
     * @return some of {@code labels}; whatever else is answered has no effect
     */
    Set<String> inForce(Set<String> labels, C context);
}
