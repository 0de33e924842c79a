package io.lancang.federation.execute.answer;

import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The errors of one answer. What subgraphs report is kept whole; of what the engine itself finds wrong in their data, value
 * by value, the first {@value #MAXIMUM_OF_WRONG_VALUES} are listed and the rest is counted, because one wrong field of a long
 * list would make the errors longer than the data. Not thread-safe.
 */
public final class AnswerErrors {
    static final int MAXIMUM_OF_WRONG_VALUES = 50;

    private final List<GraphQLError> errors = new ArrayList<>();
    private int wrongValues;

    /** Adds an error. */
    public void add(GraphQLError error) {
        errors.add(error);
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** All errors, in the order in which they became known. */
    public List<GraphQLError> toList() {
        List<GraphQLError> all = new ArrayList<>(errors);
        if (wrongValues > MAXIMUM_OF_WRONG_VALUES) {
            int omitted = wrongValues - MAXIMUM_OF_WRONG_VALUES;
            String message = omitted + " more values of this answer are missing or wrong; the first "
                    + MAXIMUM_OF_WRONG_VALUES + " are listed.";
            all.add(GraphQLError.of(ErrorCode.SUBGRAPH_INVALID_RESPONSE, message));
        }
        return all;
    }

    /** Notes a value that contradicts the API schema. */
    void wrongValue(String message, AnswerPath path, @Nullable String subgraph) {
        wrongValues++;
        if (wrongValues <= MAXIMUM_OF_WRONG_VALUES) {
            GraphQLError error = GraphQLError.of(ErrorCode.SUBGRAPH_INVALID_RESPONSE, message)
                    .under(path.toList());
            errors.add(subgraph == null ? error : error.from(subgraph));
        }
    }
}
