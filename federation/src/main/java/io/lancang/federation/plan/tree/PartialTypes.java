package io.lancang.federation.plan.tree;

import io.lancang.federation.plan.graph.FieldAccess;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.supergraph.SubgraphType;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Settles which subgraphs answer the objects of an interface or union whose members differ between subgraphs: those that are
 * reached by fields alone, so that what a client sees of a field does not depend on what else it selects. A list of one
 * subgraph is never replaced by, or joined with, that of another one which may have other objects in it.
 *
 * <p>Where several are, it is always the one that knows most members, wherever it can be had; of these the one that answers most
 * fields beside the objects, so that what else is selected there needs no other request; and of these the first. None of this
 * depends on what is selected. Below a type that is no entity only members that all of them know are asked for.
 */
final class PartialTypes {
    private final PlanGraph graph;
    private final Map<Position, BitSet> homes = new HashMap<>();

    private PartialTypes(PlanGraph graph) {
        this.graph = graph;
    }

    /**
     * Closes the other ways to the objects.
     *
     * @param slots all that the client selects
     */
    static void apply(PlanGraph graph, List<Slot> slots) {
        PartialTypes rule = new PartialTypes(graph);
        slots.forEach(rule::settle);
    }

    private void settle(Slot slot) {
        Position position = slot.child();
        if (position == null
                || slot.position().slot() == null
                || !graph.isAbstract(position.typeName())
                || graph.hasInterfaceObject(position.typeName())) {
            return;
        }
        Map<Integer, Set<String>> members = members(slot);
        if (Set.copyOf(members.values()).size() < 2) {
            return;
        }
        BitSet homes = homes(position);
        Set<String> known = new HashSet<>(graph.type(position.typeName()).possibleTypes());
        members.forEach((subgraph, own) -> {
            if (homes.get(subgraph)) {
                known.retainAll(own);
            } else {
                position.close(Way.byField(subgraph));
            }
        });
        int preferred = preferred(slot.parentType(), homes, members);
        position.prefer(preferred);
        if (!graph.entries(slot.parentType()).isEmpty()) {
            known.addAll(members.getOrDefault(preferred, Set.of()));
        }
        if (homes.cardinality() > 1 || graph.entries(slot.parentType()).isEmpty()) {
            Set<String> unknown = new HashSet<>(graph.type(position.typeName()).possibleTypes());
            unknown.removeAll(known);
            position.leaveOut(unknown);
        }
    }

    private int preferred(String parentType, BitSet homes, Map<Integer, Set<String>> members) {
        return homes.stream()
                .boxed()
                .max(Comparator.comparingInt((Integer subgraph) -> knownTo(subgraph, members))
                        .thenComparingInt(subgraph -> fieldsOf(parentType, subgraph))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** How many fields of a type's objects a subgraph answers where it has the objects. */
    private int fieldsOf(String type, int subgraph) {
        int fields = 0;
        for (String field : graph.type(type).fields().keySet()) {
            FieldAccess access = graph.access(type, field, subgraph);
            fields += access != null && access.atHand() ? 1 : 0;
        }
        return fields;
    }

    private static int knownTo(int subgraph, Map<Integer, Set<String>> members) {
        return members.getOrDefault(subgraph, Set.of()).size();
    }

    /** The object types that each subgraph can answer the field with; those that know none cannot answer it. */
    private Map<Integer, Set<String>> members(Slot slot) {
        Map<Integer, Set<String>> members = new HashMap<>();
        for (int subgraph = 0; subgraph < graph.subgraphs(); subgraph++) {
            FieldAccess access = graph.access(slot.parentType(), slot.name(), subgraph);
            SubgraphType type = access == null ? null : graph.type(subgraph, access.typeName());
            if (access != null
                    && access.atHand()
                    && type != null
                    && !type.possibleTypes().isEmpty()) {
                members.put(subgraph, type.possibleTypes());
            }
        }
        return members;
    }

    /** The subgraphs that have the objects by fields alone, from the root or from the last entity that has to be entered. */
    private BitSet homes(Position position) {
        BitSet known = homes.get(position);
        if (known != null) {
            return known;
        }
        BitSet found = new BitSet(graph.subgraphs());
        Slot slot = position.slot();
        if (slot == null) {
            found.set(0, graph.subgraphs());
        } else {
            members(slot).keySet().forEach(found::set);
            BitSet above = homes(slot.position());
            if (found.intersects(above)) {
                found.and(above);
            }
        }
        homes.put(position, found);
        return found;
    }
}
