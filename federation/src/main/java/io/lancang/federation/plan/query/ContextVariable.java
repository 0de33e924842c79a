package io.lancang.federation.plan.query;

import java.util.List;

/**
 * A variable of an entity call whose value comes from objects above the entities. Entities whose variables differ are asked
 * for side by side in one request, each group with its own values.
 *
 * @param name no variable of the client begins with it
 * @param type in the subgraph, as text; an entity for which a non-null variable is null takes no part in the call
 * @param sources the first that applies to an entity gives the value; null if none does
 */
public record ContextVariable(String name, String type, List<ContextSource> sources) {
    public ContextVariable {
        sources = List.copyOf(sources);
    }
}
