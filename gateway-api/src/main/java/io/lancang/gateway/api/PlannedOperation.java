package io.lancang.gateway.api;

import java.util.List;

/** An operation that is valid and planned. Immutable. */
public interface PlannedOperation {
    /** What kinds of operations there are. */
    enum Type {
        QUERY,
        MUTATION,
        SUBSCRIPTION
    }

    /** Its kind. */
    Type type();

    /** The fields that it selects, without those that the client may not see. Computed anew each time. */
    List<SelectedField> fields();

    /** The plan as {@code Lancang-Explain} shows it. Computed anew each time. */
    String plan();
}
