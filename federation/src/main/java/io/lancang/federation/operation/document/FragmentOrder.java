package io.lancang.federation.operation.document;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.operation.message.ErrorList;
import io.lancang.federation.operation.message.SourcePlaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fragments of a document, each after those that it spreads, or the error that one spreads itself. graphql-java has the
 * same rule, but collects for each fragment all that it spreads, which takes seconds where some hundred fragments spread each
 * other; here each is visited once.
 */
final class FragmentOrder {
    private final Map<String, FragmentDefinition> fragments = new LinkedHashMap<>();
    private final Map<String, Map<String, FragmentSpread>> spreads = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final List<FragmentDefinition> order = new ArrayList<>();
    private final ErrorList errors;

    /**
     * Orders the fragments of a document.
     *
     * @param errors takes those about cycles
     */
    FragmentOrder(Document document, ErrorList errors) {
        this.errors = errors;
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            fragments.put(fragment.getName(), fragment);
            Map<String, FragmentSpread> found = new LinkedHashMap<>();
            collect(fragment.getSelectionSet(), found);
            spreads.put(fragment.getName(), found);
        }
        fragments.keySet().forEach(this::visit);
    }

    /** Each fragment after those that it spreads, as long as none spreads itself. */
    List<FragmentDefinition> fragments() {
        return order;
    }

    private static void collect(Node<?> node, Map<String, FragmentSpread> found) {
        if (node instanceof FragmentSpread spread) {
            found.putIfAbsent(spread.getName(), spread);
        }
        for (Node<?> child : node.getChildren()) {
            collect(child, found);
        }
    }

    private void visit(String name) {
        FragmentDefinition fragment = fragments.get(name);
        // A fragment that does not exist is another rule's error.
        if (fragment == null || done.contains(name)) {
            return;
        }
        open.add(name);
        for (FragmentSpread spread : spreads.getOrDefault(name, Map.of()).values()) {
            if (open.contains(spread.getName())) {
                errors.add(GraphQLError.of(
                                ErrorCode.GRAPHQL_VALIDATION_FAILED,
                                "Fragment cycles not allowed: the fragment " + spread.getName()
                                        + " is spread inside itself. Leave out this spread.")
                        .at(SourcePlaces.of(spread)));
            } else {
                visit(spread.getName());
            }
        }
        open.remove(name);
        done.add(name);
        order.add(fragment);
    }
}
