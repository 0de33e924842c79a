package io.lancang.federation;

import io.lancang.federation.json.JsonValues;
import io.lancang.federation.json.MalformedJsonException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a subgraph, taken apart.
 *
 * @param answers by the numbers of the questions; null where the question was not asked or has no answer
 * @param errors the value of {@code errors}; null if the answer has none
 */
public record AnswerParts(
        @Nullable Piece[] answers, @Nullable Piece errors) {
    /** Whether the subgraph reports errors. */
    public boolean hasErrors() {
        return errors != null && !errors.isNull() && !isEmptyList(errors);
    }

    /** The errors as JSON values; none if they are no list. */
    public List<?> errorList() throws MalformedJsonException {
        return errors != null && JsonValues.parse(errors.json(), errors.from(), errors.to()) instanceof List<?> list
                ? list
                : List.of();
    }

    private static boolean isEmptyList(Piece list) {
        return list.json()[list.from()] == '[' && list.length() == 2;
    }
}
