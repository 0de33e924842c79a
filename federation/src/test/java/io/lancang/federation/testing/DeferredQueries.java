package io.lancang.federation.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/** Puts {@code @defer} into queries that have none. */
public final class DeferredQueries {
    private DeferredQueries() {}

    /** The same query with a third of its selection sets deferred. */
    public static String of(String query, Random random) {
        StringBuilder text = new StringBuilder();
        Deque<String> closing = new ArrayDeque<>();
        int parentheses = 0;
        for (int index = 0; index < query.length(); index++) {
            char character = query.charAt(index);
            if (character == '(' || character == ')') {
                parentheses += character == '(' ? 1 : -1;
            }
            if (parentheses == 0 && character == '{') {
                boolean defers = random.nextInt(3) == 0;
                text.append(defers ? "{ ... @defer {" : "{");
                closing.push(defers ? "} }" : "}");
            } else if (parentheses == 0 && character == '}') {
                text.append(closing.pop());
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }
}
