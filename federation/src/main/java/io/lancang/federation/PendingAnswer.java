package io.lancang.federation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deferred fragment on one object of the answer, which is still to come.
 *
 * @param number unlike that of any other of the same answer
 * @param path of the object in the answer: response keys and list indices
 * @param label the client's own
 */
public record PendingAnswer(
        int number, List<Object> path, @Nullable String label) {
    public PendingAnswer {
        path = List.copyOf(path);
    }
}
