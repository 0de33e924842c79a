package io.lancang.federation.operation.document;

import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.ObjectValue;
import graphql.language.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * How an error shows a literal, in an argument or as a default value, that does not fit its type. graphql-java quotes
 * the literal as it keeps it ({@code StringValue{value='x'}}); a client knows it as it wrote it.
 */
final class LiteralTexts {
    /** Longer messages are cut anyway, and each replacement goes over the whole message. */
    private static final int LONGEST_QUOTING = 4_000;

    private static final String QUOTED = "Value{";
    private static final int MAX_PARTS = 200;

    private LiteralTexts() {}

    /** The message with each value, the whole literal or a part of it, in GraphQL's own notation. */
    static String inGraphQL(String message, Value<?> literal) {
        if (message.length() > LONGEST_QUOTING || !message.contains(QUOTED)) {
            return message;
        }
        String text = message;
        for (Value<?> part : parts(literal)) {
            text = text.replace(part.toString(), AstPrinter.printAstCompact(part));
        }
        return text;
    }

    /** The whole before what it holds: the text of the whole has those of its parts in it. */
    private static List<Value<?>> parts(Value<?> whole) {
        List<Value<?>> parts = new ArrayList<>();
        collectParts(whole, parts);
        return parts;
    }

    private static void collectParts(Value<?> value, List<Value<?>> parts) {
        if (parts.size() == MAX_PARTS) {
            return;
        }
        parts.add(value);
        switch (value) {
            case ArrayValue array -> array.getValues().forEach(item -> collectParts(item, parts));
            case ObjectValue object -> object.getObjectFields().forEach(field -> collectParts(field.getValue(), parts));
            default -> {
                // A leaf.
            }
        }
    }
}
