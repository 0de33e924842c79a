package io.lancang.federation.operation.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.lancang.federation.operation.form.Tokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokensTest {
    @ParameterizedTest
    @MethodSource
    void areCutAsTheGrammarSays(String text, List<String> expected) {
        assertEquals(expected, cut(text));
    }

    static Stream<Arguments> areCutAsTheGrammarSays() {
        return Stream.of(
                arguments("", List.of()),
                arguments("{ a(b: $c) @d }", List.of("{", "a", "(", "b", ":", "$", "c", ")", "@", "d", "}")),
                arguments("azAZ_09", List.of("azAZ_09")),
                arguments("_a 0a", List.of("_a", "0", "a")),
                // What stands between tokens.
                arguments("a\tb\nc\rd,e\uFEFFf", List.of("a", "b", "c", "d", "e", "f")),
                arguments("a # b, c\nd # e\rf #", List.of("a", "d", "f")),
                // Numbers.
                arguments("-1 0 19", List.of("-1", "0", "19")),
                arguments("1.5e+3 1.5E-3 2e3", List.of("1.5e+3", "1.5E-3", "2e3")),
                arguments("1-2 1+2", List.of("1", "-2", "1", "+", "2")),
                arguments("1...a", List.of("1", "...", "a")),
                // The spread is one token, and two points are none of GraphQL.
                arguments("...on a..b", List.of("...", "on", "a", ".", ".", "b")),
                // Strings end with a quote or with their line.
                arguments("\"a b\" \"\" c", List.of("\"a b\"", "\"\"", "c")),
                arguments("\"a\\\"b\" c", List.of("\"a\\\"b\"", "c")),
                arguments("\"a\\\\\" c", List.of("\"a\\\\\"", "c")),
                arguments("\"a\nb\" c\rd", List.of("\"a\n", "b", "\" c\r", "d")),
                arguments("\"a\\", List.of("\"a\\")),
                // Strings of several lines.
                arguments("\"\"\"a \"b\"\nc\"\"\" d", List.of("\"\"\"a \"b\"\nc\"\"\"", "d")),
                arguments("\"\"\"a \\\"\"\" b\"\"\" c", List.of("\"\"\"a \\\"\"\" b\"\"\"", "c")),
                arguments("\"\"\"\"\"\" a", List.of("\"\"\"\"\"\"", "a")),
                arguments("\"\"\"a\n b", List.of("\"\"\"a\n b")));
    }

    @Test
    void areOfFourKinds() {
        Tokens tokens = new Tokens("a 1 -1 \"a\" \"\"\"a\"\"\" { ... é");
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind = tokens.next(); kind != Kind.END; kind = tokens.next()) {
            kinds.add(kind);
        }

        assertEquals(
                List.of(
                        Kind.NAME,
                        Kind.NUMBER,
                        Kind.NUMBER,
                        Kind.STRING,
                        Kind.STRING,
                        Kind.PUNCTUATOR,
                        Kind.PUNCTUATOR,
                        Kind.PUNCTUATOR),
                kinds);
    }

    private static List<String> cut(String text) {
        Tokens tokens = new Tokens(text);
        List<String> all = new ArrayList<>();
        while (tokens.next() != Kind.END) {
            assertEquals(text.charAt(tokens.start()), tokens.first());
            all.add(text.substring(tokens.start(), tokens.end()));
        }
        return all;
    }
}
