package io.lancang.federation;

import io.lancang.federation.error.GraphQLError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deferred fragment selects of one object.
 *
 * @param number under which it was announced, see {@link PendingAnswer}
 * @param path of the object in the answer: response keys and list indices
 * @param label the client's own
 * @param data a JSON object in UTF-8; null if something in it must not be null and is
 * @param errors with paths from the root of the answer
 */
public record DeferredAnswer(
        int number, List<Object> path, @Nullable String label, byte[] data, List<GraphQLError> errors) {}
