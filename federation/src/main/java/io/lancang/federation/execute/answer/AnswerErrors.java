package io.lancang.federation.execute.answer;

import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The errors of one answer. What subgraphs report is kept whole; of what the engine itself finds wrong in their data, value
 * by value, the first {@value #MAXIMUM_OF_WRONG_VALUES} are listed and the rest is counted, because one wrong field of a long
 * list would make the errors longer than the data. The same holds for what is withheld from the client. Not thread-safe.
 */
public final class AnswerErrors {
    static final int MAXIMUM_OF_WRONG_VALUES = 50;
    static final int MAXIMUM_OF_WITHHELD_VALUES = 50;
    /** How often one field is reported: each element of a list may have it. */
    private static final int MAXIMUM_PLACES = 10;

    private final List<GraphQLError> errors = new ArrayList<>();
    private int wrongValues;
    private int withheldValues;
    private @Nullable IdentityHashMap<Completion.Withheld, Integer> places;

    /** Adds an error. */
    public void add(GraphQLError error) {
        errors.add(error);
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** How many errors have which code. */
    public Map<String, Integer> counts() {
        return errors.isEmpty()
                ? Map.of()
                : GraphQLResponse.counted(
                        toList().stream().map(GraphQLError::code).toList());
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
        if (withheldValues > MAXIMUM_OF_WITHHELD_VALUES) {
            String message =
                    "More fields of this answer are withheld; the first " + MAXIMUM_OF_WITHHELD_VALUES + " are listed.";
            all.add(GraphQLError.of(ErrorCode.UNAUTHORIZED_FIELD_OR_TYPE, message));
        }
        return all;
    }

    /** Notes a value that no subgraph was asked for, unless enough of them are reported in the same list already. */
    void withheld(Completion.Withheld withheld, AnswerPath path) {
        if (withheld.denials().isEmpty() || withheldValues > MAXIMUM_OF_WITHHELD_VALUES) {
            return;
        }
        if (places == null) {
            places = new IdentityHashMap<>();
        }
        if (places.merge(withheld, 1, Integer::sum) > MAXIMUM_PLACES) {
            return;
        }
        for (Completion.Denial denial : withheld.denials()) {
            if (++withheldValues <= MAXIMUM_OF_WITHHELD_VALUES) {
                List<Object> place = path.toList();
                place.addAll(denial.below());
                errors.add(GraphQLError.of(denial.code(), denial.reason()).under(place));
            }
        }
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
