package io.lancang.gateway.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestParserTest {
    @Test
    void readsQueryNameAndVariables() throws RefusedException {
        RequestedOperation request = parse("""
            {"query": "query A { a }", "operationName": "A", "variables": {"code": "LAO"}, "extensions": {"x": [1]}}
            """);

        assertEquals(operation("query A { a }", "A", Map.of("code", "LAO")), request);
    }

    @Test
    void keepsNumbersAsTheyAreWritten() throws RefusedException {
        Map<String, @Nullable Object> variables = parse("""
            {"query": "{ a }", "variables":
              {"int": 7, "long": 975300000000, "big": 123456789012345678901234567890, "decimal": 0.10, "large": 1e400,
               "below": -0.0}}
            """).variables();

        assertEquals(7, variables.get("int"));
        assertEquals(975_300_000_000L, variables.get("long"));
        assertEquals(new BigInteger("123456789012345678901234567890"), variables.get("big"));
        assertEquals(new BigDecimal("0.10"), variables.get("decimal"));
        assertEquals(new BigDecimal("1e400"), variables.get("large"));
        assertEquals(-0.0, variables.get("below"));
    }

    /** To intern the names of a hostile request takes ten times as long as to read it, and nobody else needs them. */
    @Test
    void doesNotInternTheNamesThatClientsSend() throws RefusedException {
        String known = ("made" + "At" + System.nanoTime()).intern();

        String read = parse("{\"query\": \"{ a }\", \"variables\": {\"" + known + "\": 1}}")
                .variables()
                .keySet()
                .iterator()
                .next();

        assertEquals(known, read);
        assertNotSame(known, read);
    }

    @Test
    void keepsNullInVariablesListsAndObjects() throws RefusedException {
        Map<String, @Nullable Object> variables = parse(
                        "{\"query\": \"{ a }\", \"variables\": {\"a\": null, \"b\": [null, {\"c\": null}]}}")
                .variables();

        assertTrue(variables.containsKey("a"));
        assertNull(variables.get("a"));
        List<@Nullable Object> list = new ArrayList<>();
        list.add(null);
        list.add(singleton("c", null));
        assertEquals(list, variables.get("b"));
    }

    @Test
    void takesNullForLeftOut() throws RefusedException {
        RequestedOperation request =
                parse("{\"query\": \"{ a }\", \"operationName\": null, \"variables\": null, \"extensions\": null}");

        assertEquals(operation("{ a }", null, Map.of()), request);
    }

    @Test
    void ignoresMembersThatItDoesNotKnow() throws RefusedException {
        assertEquals(operation("{ a }", null, Map.of()), parse("""
            {"id": [{"query": "no"}], "query": "{ a }", "other": {"variables": 1}}\
            """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                        | The request has no body.",
                "{}                                        | The request has no query.",
                "{\"query\": null}                         | The request has no query.",
                "{\"query\": \"  \"}                       | The request has no query.",
                "{\"query\": 1}                            | \"query\" is not a string.",
                "{\"query\": \"{a}\", \"operationName\": 1} | \"operationName\" is not a string.",
                "{\"query\": \"{a}\", \"variables\": []}   | \"variables\" is not a JSON object.",
                "{\"query\": \"{a}\", \"extensions\": \"\"} | \"extensions\" is not a JSON object.",
                "\"{ a }\"                                 | The body is not a JSON object.",
            })
    void saysWhatIsWrong(String body, String message) {
        assertEquals(message, refusal(body).message());
        assertEquals(400, refusal(body).status());
        assertEquals(Refusal.BAD_REQUEST, refusal(body).code());
    }

    @Test
    void refusesABatch() {
        assertTrue(refusal("[{\"query\": \"{ a }\"}]").message().contains("one operation per request"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"query\": \"{ a }\"",
                "{\"query\": \"{ a }\"} x",
                "{\"query\": \"{ a }\"}{}",
                "{'query': 1}",
                "query { a }",
                "{\"query\": \"{ a }\", \"variables\": {\"a\": NaN}}"
            })
    void refusesWhatIsNoJson(String body) {
        assertTrue(
                refusal(body).message().startsWith("The body is not valid JSON: "),
                refusal(body).message());
    }

    @Test
    void saysWhereTheJsonBreaks() {
        String message = refusal("{\n  \"query\": }").message();

        assertTrue(message.contains("at line 2, column 12"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"variables\": {\"a\": NaN}}",
                "{\"variables\": {\"a\": +1}}",
                "{\"variables\": {\"a\": 1 /* one */}}",
                "{\"variables\": {\"a\": 1]}",
                "{\"query\": \"{ a }\""
            })
    void saysNothingOfHowTheParserIsConfigured(String body) {
        String message = refusal(body).message();

        assertTrue(message.matches("The body is not valid JSON: [^`\\[]* at line 1, column \\d+\\."), message);
    }

    @Test
    void saysHowDeepJsonMayNest() {
        String message = refusal("{\"variables\": {\"a\": " + "[".repeat(200)).message();

        assertTrue(message.contains("Document nesting depth (201) exceeds the maximum allowed (200)"), message);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] body = "{\"query\": \"{ é }\"}".getBytes(ISO_8859_1);

        RefusedException refused = assertThrows(RefusedException.class, () -> RequestParser.parseBody(body, 2000));

        assertTrue(refused.refusal().message().startsWith("The body is not valid JSON: "));
    }

    @Test
    void refusesVariablesNestedWithoutEnd() {
        String body =
                "{\"query\": \"{ a }\", \"variables\": {\"a\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}}";

        assertEquals("LIMIT_EXCEEDED", refusal(body).code());
    }

    /** The parser's table of names takes a hundred times as long as the text that they stand in. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\": \"{ a }\", \"variables\": {%s}}",
                "{\"query\": \"{ a }\", \"variables\": {\"a\": [{\"b\": {%s}}]}}",
                "{\"query\": \"{ a }\", \"extensions\": {\"a\": [{\"b\": {%s}}]}}",
                "{\"query\": \"{ a }\", \"extensions\": {%s}}",
                "{\"query\": \"{ a }\", \"unknown\": {%s}}",
                "{\"query\": \"{ a }\", %s}"
            })
    void refusesMoreDifferentNamesThanAllowed(String body) {
        String names = IntStream.range(0, 2_001)
                .mapToObj(each -> "\"n" + each + "\": 1")
                .collect(joining(", "));

        Refusal refusal = refusal(body.formatted(names));

        assertEquals("LIMIT_EXCEEDED", refusal.code());
        assertTrue(refusal.message().contains("more than 2000 different names"), refusal.message());
    }

    @Test
    void countsANameOnce() throws RefusedException {
        String objects = String.join(", ", nCopies(5_000, "{\"b\": 1, \"c\": 2}"));

        RequestedOperation request = parse("{\"query\": \"{ a }\", \"variables\": {\"a\": [" + objects
                + "]}, \"extensions\": {\"x\": [" + objects + "]}}");

        assertEquals(nCopies(5_000, Map.of("b", 1, "c", 2)), request.variables().get("a"));
    }

    @Test
    void readsTheParametersOfAGet() throws RefusedException {
        MultiMap parameters = MultiMap.caseInsensitiveMultiMap()
                .add("query", "query A($n: Int) { a(n: $n) }")
                .add("operationName", "A")
                .add("variables", "{\"n\": 12345678901234567890}")
                .add("extensions", "{}");

        assertEquals(
                operation("query A($n: Int) { a(n: $n) }", "A", singleton("n", new BigInteger("12345678901234567890"))),
                RequestParser.parseParameters(parameters));
    }

    @Test
    void namesTheParameterThatIsNoJson() {
        MultiMap parameters =
                MultiMap.caseInsensitiveMultiMap().add("query", "{ a }").add("variables", "{a}");

        RefusedException refused =
                assertThrows(RefusedException.class, () -> RequestParser.parseParameters(parameters));

        assertTrue(refused.refusal().message().startsWith("The parameter \"variables\" is not valid JSON: "));
    }

    @Test
    void readsTheIdOfADocument() throws RefusedException {
        RequestedOperation request = parse("{\"documentId\": \"sha256:ab\"}");

        assertNull(request.query());
        assertEquals("sha256:ab", request.documentId());
    }

    @Test
    void readsTheHashOfAPersistedQuery() throws RefusedException {
        RequestedOperation request =
                parse("{\"extensions\": {\"x\": {}, \"persistedQuery\": {\"version\": 1, \"sha256Hash\": \""
                        + "AB".repeat(32) + "\"}}}");

        assertEquals("ab".repeat(32), request.hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"version\": 1}",
                "{\"version\": 2, \"sha256Hash\": \"ab\"}",
                "{\"version\": 1, \"sha256Hash\": \"ab\"}",
                "[]"
            })
    void refusesAPersistedQueryOfAnotherForm(String persisted) {
        Refusal refusal = refusal("{\"query\": \"{ a }\", \"extensions\": {\"persistedQuery\": " + persisted + "}}");

        assertTrue(refusal.message().contains("extensions.persistedQuery"), refusal.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "operationName", "variables", "documentId", "extensions"})
    void refusesAMemberThatComesTwice(String member) {
        Refusal refusal = refusal("{\"" + member + "\": null, \"a\": 1, \"a\": 1, \"" + member + "\": null}");

        assertEquals("\"" + member + "\" is given twice.", refusal.message());
    }

    @Test
    void refusesAVariableThatComesTwice() {
        assertEquals(
                "\"b\" is given twice.",
                refusal("{\"query\": \"{ a }\", \"variables\": {\"b\": null, \"c\": 1, \"b\": null}}")
                        .message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e700", "1e-700", "-1e700", "0e700"})
    void takesNumbersThatAreAsFarFromThePointAsAllowed(String number) throws RefusedException {
        assertEquals(new BigDecimal(number), variable(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e701", "1e-701", "1e999999999", "1e-999999999", "1e99999999999"})
    void refusesNumbersThatAreFurther(String number) {
        assertEquals(
                "The number " + number + " is out of range.",
                refusal("{\"query\": \"{ a }\", \"variables\": {\"a\": " + number + "}}")
                        .message());
    }

    @Test
    void readsEachKindOfValue() throws RefusedException {
        assertEquals(true, variable("true"));
        assertEquals(false, variable("false"));
        assertEquals(new BigDecimal("-0.5"), variable("-0.5"));
        assertEquals(new BigDecimal("0.0"), variable("0.0"));
        assertEquals(List.of("a", Map.of("b", List.of())), variable("[\"a\", {\"b\": []}]"));
    }

    @Test
    void takesAnEmptyNameOfAnOperationForNone() throws RefusedException {
        assertNull(parse("{\"query\": \"{ a }\", \"operationName\": \"\"}").operationName());
    }

    @Test
    void readsTheHashOfAGet() throws RefusedException {
        MultiMap parameters = MultiMap.caseInsensitiveMultiMap()
                .add("variables", "")
                .add(
                        "extensions",
                        "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + "0f".repeat(32) + "\"}}");

        RequestedOperation request = RequestParser.parseParameters(parameters);

        assertNull(request.query());
        assertEquals("0f".repeat(32), request.hash());
        assertEquals(Map.of(), request.variables());
    }

    @Test
    void readsTheIdOfAGetWithEmptyExtensions() throws RefusedException {
        MultiMap parameters =
                MultiMap.caseInsensitiveMultiMap().add("documentId", "7").add("extensions", "");

        assertEquals("7", RequestParser.parseParameters(parameters).documentId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "query      | {a} | query      | {b}    | \"query\" is given twice.",
                "query      | {a} | variables  | [1]    | \"variables\" is not a JSON object.",
                "query      | {a} | extensions | 1      | \"extensions\" is not a JSON object.",
                "query      | {a} | extensions | {} {}  | The parameter \"extensions\" is not valid JSON: there is more after its end.",
                "query      | {a} | documentId | a\uFFFDb | The parameter \"documentId\" is not UTF-8.",
                "query      | \uFFFD | documentId | a   | The parameter \"query\" is not UTF-8.",
                "operationName | A | variables | {}     | The request has no query."
            })
    void saysWhatIsWrongWithAGet(String one, String value, String other, String second, String message) {
        MultiMap parameters = MultiMap.caseInsensitiveMultiMap().add(one, value).add(other, second);

        Refusal refusal = assertThrows(RefusedException.class, () -> RequestParser.parseParameters(parameters))
                .refusal();

        assertEquals(message, refusal.message());
        assertEquals(400, refusal.status());
    }

    @Test
    void readsAnObjectByItself() throws RefusedException {
        assertEquals(Map.of("a", 1, "b", Map.of()), JsonValues.parseObject("{\"a\": 1, \"b\": {}}".getBytes(UTF_8), 9));
        assertEquals("The body is not a JSON object.", problemOfObject("[]"));
        assertTrue(problemOfObject("{").startsWith("The object is not valid JSON: "));
        // Two names in twenty bytes, where one is allowed.
        assertTrue(problemOfObject("{\"a\": 1, \"bb\": 100}").contains("more than 1 different names"));
    }

    private static String problemOfObject(String text) {
        return assertThrows(RefusedException.class, () -> JsonValues.parseObject(text.getBytes(UTF_8), 1))
                .refusal()
                .message();
    }

    private static @Nullable Object variable(String json) throws RefusedException {
        return parse("{\"query\": \"{ a }\", \"variables\": {\"a\": " + json + "}}")
                .variables()
                .get("a");
    }

    private static RequestedOperation operation(
            String query, @Nullable String name, Map<String, @Nullable Object> variables) {
        return new RequestedOperation(query, /* documentId= */ null, /* hash= */ null, name, variables);
    }

    private static RequestedOperation parse(String body) throws RefusedException {
        return RequestParser.parseBody(body.getBytes(UTF_8), 2000);
    }

    private static Refusal refusal(String body) {
        return assertThrows(RefusedException.class, () -> parse(body)).refusal();
    }

    private static Map<String, @Nullable Object> singleton(String key, @Nullable Object value) {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put(key, value);
        return map;
    }
}
