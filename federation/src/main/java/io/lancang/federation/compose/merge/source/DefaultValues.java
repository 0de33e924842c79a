package io.lancang.federation.compose.merge.source;

import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import java.math.BigDecimal;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares default values by what they mean. */
public final class DefaultValues {

    private DefaultValues() {}

    /** Whether both are absent or mean the same value: the order of fields and the way to write a number do not matter. */
    public static boolean same(@Nullable Value<?> one, @Nullable Value<?> other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return normal(one).equals(normal(other));
    }

    private static String normal(Value<?> value) {
        return switch (value) {
            case IntValue number -> normal(new BigDecimal(number.getValue()));
            case FloatValue number -> normal(number.getValue());
            case ArrayValue array ->
                array.getValues().stream()
                        .map(item -> normal((Value<?>) item))
                        .collect(Collectors.joining(", ", "[", "]"));
            case ObjectValue object -> {
                TreeMap<String, String> fields = new TreeMap<>();
                for (ObjectField field : object.getObjectFields()) {
                    fields.put(field.getName(), normal(field.getValue()));
                }
                yield fields.toString();
            }
            default -> AstPrinter.printAst(value);
        };
    }

    private static String normal(BigDecimal number) {
        // With an exponent: written out, 1e999999999 would take a gigabyte.
        return number.stripTrailingZeros().toString();
    }
}
