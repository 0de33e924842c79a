package io.lancang.federation;

import io.lancang.federation.error.GraphQLError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items of a list whose beginning was in the first part of an answer.
 *
 * @param number under which the list was announced, see {@link PendingAnswer}
 * @param path of the list in the answer: response keys and list indices
 * @param label the client's own
 * @param index of the first of the items in the list
 * @param items a JSON list in UTF-8; null if something in it must not be null and is
 * @param errors with paths from the root of the answer
 * @param isComplete whether no further items of the list come
 */
public record StreamedItems(
        int number,
        List<Object> path,
        @Nullable String label,
        int index,
        byte[] items,
        List<GraphQLError> errors,
        boolean isComplete) {}
