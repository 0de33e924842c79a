package io.lancang.federation.operation.message;

import io.lancang.federation.error.GraphQLError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The first faults of what a client sent, each cut to a readable length. Not thread-safe. */
public final class ErrorList {
    private static final int MAX_LOCATIONS = 10;

    private final int maximum;
    private final List<GraphQLError> errors = new ArrayList<>();
    private boolean more;

    public ErrorList(int maximum) {
        this.maximum = maximum;
    }

    /** Whether no further error will be listed, so that looking for more is of no use. */
    public boolean isFull() {
        return errors.size() >= maximum;
    }

    /** Whether errors were left out. */
    public boolean hasMore() {
        return more;
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public void add(GraphQLError error) {
        if (isFull()) {
            more = true;
            return;
        }
        errors.add(new GraphQLError(
                Shortened.message(error.message()),
                error.locations().stream().limit(MAX_LOCATIONS).toList(),
                error.path(),
                error.code(),
                error.service(),
                error.extensions()));
    }

    /** All of them, with a last one that says so if there are more. */
    public List<GraphQLError> toList() {
        if (!more) {
            return List.copyOf(errors);
        }
        List<GraphQLError> all = new ArrayList<>(errors);
        all.add(new GraphQLError(
                "There are more errors than the " + maximum + " that are listed. Mend these first.",
                List.of(),
                List.of(),
                errors.getLast().code(),
                null,
                Map.of()));
        return all;
    }
}
