package io.lancang.federation;

import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonWriter;
import io.lancang.federation.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query to a subgraph as the questions that it consists of: entities, root fields, or the whole where it cannot be taken
 * apart. Whoever knows the answers to some of them asks for the others only, and puts together what the engine reads. Belongs
 * to one request.
 */
public interface QueryParts {
    /** The type of root fields, and of what is not taken apart. */
    String QUERY = "Query";

    /** How many questions there are; at least one. */
    int count();

    /** The type that a question belongs to: that of the entity, or {@value #QUERY}. */
    String type(int part);

    /**
     * Appends what decides about the answer to a question, besides the subgraph and the headers: the document, its variables, the
     * representation. Where two questions append the same bytes, they are the same.
     */
    void identify(int part, ByteSink sink);

    /**
     * The tags that the subgraph's {@code @cacheTag} gives the answer to a question.
     *
     * @return null if they cannot be known, so that an answer which is kept could not be dropped by them
     */
    @Nullable
    List<String> tags(int part, SubgraphTags declared);

    /**
     * The JSON body that asks some of the questions.
     *
     * @param asked at least one of them
     */
    byte[] body(BitSet asked);

    /**
     * Takes an answer apart.
     *
     * @param answer to the {@link #body} of the same questions
     * @throws MalformedJsonException if it is not JSON, or does not answer as many entities as were asked for
     */
    AnswerParts read(byte[] answer, BitSet asked) throws MalformedJsonException;

    /**
     * Appends the value of {@code data}.
     *
     * @param answers to all questions; null where there is none
     */
    void writeData(@Nullable Piece[] answers, ByteSink sink);

    /**
     * The place in the answer to all questions that is at {@code path} of the answer to some.
     *
     * @param path in the answer to the {@link #body} of {@code asked}
     */
    List<?> originalPath(List<?> path, BitSet asked);

    /**
     * The answer to all questions as a subgraph would give it.
     *
     * @param answers null where there is none
     * @param errors JSON values; none if empty
     */
    default byte[] answer(@Nullable Piece[] answers, List<?> errors) {
        int length = 64;
        for (Piece answer : answers) {
            length += 32 + (answer == null ? 0 : answer.length());
        }
        ByteSink sink = new ByteSink(length);
        sink.write("{\"data\":".getBytes(StandardCharsets.US_ASCII));
        writeData(answers, sink);
        if (!errors.isEmpty()) {
            sink.write(",\"errors\":".getBytes(StandardCharsets.US_ASCII));
            JsonWriter.write(errors, sink);
        }
        sink.write('}');
        return sink.toByteArray();
    }
}
