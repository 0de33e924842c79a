package io.lancang.federation.plan.query;

import java.util.Set;

/**
 * One step down the merged tree.
 *
 * @param mergeKey the field to go into
 * @param types runtime types of the parent object from which the step may be taken; empty for any type
 */
public record PathStep(Set<String> types, String mergeKey) {
    public PathStep {
        types = Set.copyOf(types);
    }
}
