package io.lancang.federation.plan;

import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import java.util.List;

/**
 * No plan could be made: the supergraph offers no way to a field that its API has, which composition should have refused,
 * or the operation is too large.
 */
public final class PlanningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient GraphQLError error;

    PlanningException(ErrorCode code, String message) {
        this(GraphQLError.of(code, message));
    }

    private PlanningException(GraphQLError error) {
        super(error.message());
        this.error = error;
    }

    /** No subgraph can be asked for what the client selects there. */
    static PlanningException unreachable(Slot slot) {
        List<Object> path = Paths.keys(slot);
        String message = "No subgraph can be asked for the field " + slot.parentType() + "." + slot.name() + " at \""
                + String.join(".", path.stream().map(String::valueOf).toList())
                + "\": none of those that have it can be entered from there. Leave it out.";
        return new PlanningException(
                GraphQLError.of(ErrorCode.SATISFIABILITY_ERROR, message).under(path));
    }

    /** What the client is answered; its path has response keys alone. */
    public GraphQLError error() {
        return error;
    }
}
