package io.lancang.federation.plan.assemble;

import io.lancang.federation.plan.tree.Slot;
import java.util.HashMap;
import java.util.Map;

/**
 * The aliases at one place of a subgraph's answer. GraphQL refuses two fields under one alias unless they are the same, and
 * even on different object types unless their values have the same shape; whatever differs gets an alias of its own here.
 * Owned by one planning run.
 */
final class AliasScope {
    private final Map<String, Signature> taken = new HashMap<>();
    private final Map<String, AliasScope> below = new HashMap<>();

    private record Signature(String mergeKey, String name, String arguments, String shape) {}

    String choose(Slot slot, String argumentText, String shape) {
        Signature signature = new Signature(slot.mergeKey(), slot.name(), argumentText, shape);
        String wanted = slot.naming().alias();
        String alias = wanted;
        for (int number = 1; !signature.equals(taken.getOrDefault(alias, signature)); number++) {
            alias = wanted + "_" + number;
        }
        taken.put(alias, signature);
        return alias;
    }

    AliasScope below(String alias) {
        return below.computeIfAbsent(alias, key -> new AliasScope());
    }
}
