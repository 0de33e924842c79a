package io.lancang.federation;

import io.lancang.federation.error.GraphQLError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of an answer that comes in parts: the first, or some of those that follow. How it is put into bytes is an
 * {@link IncrementalFormat}'s business.
 */
public sealed interface AnswerPart {
    /** Whether another part follows. */
    boolean hasNext();

    /** What this part shows to be still to come; empty if it is the last one. */
    List<PendingAnswer> pending();

    /** What the part says of the answer so far, JSON values in the order to write them; empty if nothing. */
    Map<String, @Nullable Object> extensions();

    /**
     * What is not deferred.
     *
     * @param data JSON in UTF-8
     */
    record Primary(
            byte[] data,
            List<GraphQLError> errors,
            List<PendingAnswer> pending,
            boolean hasNext,
            Map<String, @Nullable Object> extensions)
            implements AnswerPart {}

    /** Items of a list whose beginning was in the first part. */
    record Streamed(StreamedItems items, boolean hasNext, Map<String, @Nullable Object> extensions)
            implements AnswerPart {
        @Override
        public List<PendingAnswer> pending() {
            return List.of();
        }
    }

    /** Deferred fragments whose data became known, each after that in which it stands. */
    record Deferred(
            List<DeferredAnswer> fragments,
            List<PendingAnswer> pending,
            boolean hasNext,
            Map<String, @Nullable Object> extensions)
            implements AnswerPart {}
}
