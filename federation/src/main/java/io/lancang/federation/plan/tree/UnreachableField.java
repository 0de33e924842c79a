package io.lancang.federation.plan.tree;

import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.query.PlanningException;
import io.lancang.federation.plan.query.UnreachableFieldException;
import java.util.List;

/** A field of the client's for which no subgraph can be asked where it stands. */
public final class UnreachableField {
    private UnreachableField() {}

    /** Why there is no plan, at the field's place in the answer. */
    public static PlanningException refused(PlanGraph graph, Slot slot) {
        List<Object> path = Paths.keys(slot);
        String message = "No subgraph can be asked for the field " + slot.parentType() + "." + slot.name() + " at \""
                + String.join(".", path.stream().map(String::valueOf).toList())
                + "\": none of those that have it can be entered from there. Leave it out.";
        return new UnreachableFieldException(
                GraphQLError.of(ErrorCode.SATISFIABILITY_ERROR, message).under(path),
                slot.parentType(),
                isOptional(graph, slot) && lacksOnlyAKey(graph, slot));
    }

    private static boolean isOptional(PlanGraph graph, Slot slot) {
        return !slot.clientDemand().alternatives().isEmpty() && !graph.isNonNull(slot.coordinate());
    }

    /** Whether a subgraph that has the field takes in objects of the type, if only their key were at hand. */
    private static boolean lacksOnlyAKey(PlanGraph graph, Slot slot) {
        return graph.entries(slot.parentType()).stream()
                .anyMatch(entry -> graph.access(slot.parentType(), slot.name(), entry.subgraph()) != null);
    }
}
