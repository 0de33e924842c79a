package io.lancang.federation.operation;

import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import io.lancang.federation.operation.document.StreamedFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code @stream} on a list of a normalised operation: the items behind the first may be answered later than the rest.
 *
 * @param path response keys from the root to the field
 * @param label by which the client recognises the items; null if it has none
 * @param variable the Boolean variable that must be true for the directive to count; null if it always does
 * @param initialCount how many items come first, unless a variable says it
 * @param countVariable the variable that says it; null if none does
 */
public record StreamedList(
        List<String> path,
        @Nullable String label,
        @Nullable String variable,
        int initialCount,
        @Nullable String countVariable) {
    public StreamedList {
        path = List.copyOf(path);
    }

    /** The directive on a list that counts, unless variables switch it off; null if there is none. */
    static @Nullable StreamedList of(Field field, List<String> path) {
        for (Directive directive : field.getDirectives(StreamedFields.STREAM)) {
            Value<?> condition = StreamedFields.value(directive, "if");
            Value<?> count = StreamedFields.value(directive, "initialCount");
            if (!(condition instanceof BooleanValue literal) || literal.isValue()) {
                return new StreamedList(
                        path,
                        StreamedFields.value(directive, "label") instanceof StringValue text ? text.getValue() : null,
                        condition instanceof VariableReference reference ? reference.getName() : null,
                        count instanceof IntValue number ? number.getValue().intValueExact() : 0,
                        count instanceof VariableReference reference ? reference.getName() : null);
            }
        }
        return null;
    }

    /** Whether this list is in another one. */
    public boolean isWithin(StreamedList other) {
        return path.size() > other.path.size()
                && path.subList(0, other.path.size()).equals(other.path);
    }
}
