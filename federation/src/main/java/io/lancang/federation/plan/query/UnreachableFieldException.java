package io.lancang.federation.plan.query;

import io.lancang.federation.error.GraphQLError;
import java.util.List;

/** A field of the client's for which no subgraph can be asked where it stands. */
public final class UnreachableFieldException extends PlanningException {
    private static final long serialVersionUID = 1L;

    private final String parentType;
    private final boolean answerable;

    /**
     * @param error what the client is answered; its path leads to the field
     * @param parentType on which the field stands there
     * @param answerable whether the rest can be answered with null in the field's place: it may be null, and subgraphs that
     *     have it lack but the key of its object
     */
    public UnreachableFieldException(GraphQLError error, String parentType, boolean answerable) {
        super(error);
        this.parentType = parentType;
        this.answerable = answerable;
    }

    /** The response keys that lead to the field, its own the last. */
    public List<String> keys() {
        return error().path().stream().map(String::valueOf).toList();
    }

    public String parentType() {
        return parentType;
    }

    public boolean isAnswerable() {
        return answerable;
    }
}
