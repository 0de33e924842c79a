package io.lancang.federation.plan.search;

import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.graph.TypenameField;
import io.lancang.federation.plan.tree.Slot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks for the runtime type wherever objects arrive. The search asks one subgraph for it; where another one answers the same
 * position with objects of types that the first does not know, its answer must contain their types too.
 */
final class AskForTypenames {
    private final PlanGraph graph;
    private final PlanState state;

    AskForTypenames(PlanGraph graph, PlanState state) {
        this.graph = graph;
        this.state = state;
    }

    void apply(List<Slot> leaves) {
        for (Slot leaf : leaves) {
            if (leaf.isTypename()
                    && !leaf.isPresence()
                    && graph.isAbstract(leaf.position().typeName())) {
                ask(leaf);
            }
        }
    }

    private void ask(Slot typename) {
        List<Node> nodes = List.copyOf(state.at(typename.position()).nodes());
        Set<String> known = new HashSet<>();
        nodes.stream().filter(node -> node.taken().containsKey(typename)).forEach(node -> known.addAll(types(node)));
        for (Node node : nodes) {
            if (node.isArrival()
                    && node.step().block() == state.block()
                    && !known.containsAll(types(node))
                    && !(isEntry(node) && areNamed(nodes, typename))) {
                state.take(node, typename, TypenameField.on(node.typeName()));
                node.demand(typename, typename.clientDemand());
                known.addAll(types(node));
            }
        }
    }

    /** Objects that enter were brought by fields: their {@code __typename} is already known from the parent's fetch. */
    private static boolean areNamed(List<Node> nodes, Slot typename) {
        return nodes.stream()
                .filter(node -> !isEntry(node))
                .allMatch(node -> node.taken().containsKey(typename));
    }

    private static boolean isEntry(Node node) {
        return node.parent() == null && node.step().entry() != null;
    }

    /** None where the subgraph cannot tell them. */
    private Set<String> types(Node node) {
        int subgraph = node.step().subgraph();
        return graph.isInterfaceObject(subgraph, node.typeName())
                ? Set.of()
                : graph.possibleTypes(subgraph, node.typeName());
    }
}
