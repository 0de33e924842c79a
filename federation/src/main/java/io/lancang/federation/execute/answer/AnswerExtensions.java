package io.lancang.federation.execute.answer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an answer says of itself in {@code extensions}. Belongs to one request. */
public interface AnswerExtensions {
    /**
     * Takes note of data that the answer shows.
     *
     * @param path of the object to which the data belong; empty for the root
     * @param json has the data in this range of its bytes
     */
    void note(List<?> path, byte[] json, int from, int to);

    /** The entries of {@code extensions}, JSON values in the order to write them; data are noted before. */
    Map<String, @Nullable Object> entries();
}
