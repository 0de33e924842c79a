package io.lancang.federation.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {
    private static final JsonFactory JACKSON = new JsonFactory();
    private static final String REPLACEMENTS = "{}[]:,\"\\ 01e-ntu\u0001é";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "false",
                "0",
                "-0",
                "12.50",
                "-1e+9",
                "1E-2",
                "\"\"",
                "\"plain and longer than a word\"",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00aF\"",
                "\"云南 é 😀\"",
                "{}",
                "[]",
                "[ ]",
                "{ \"a\" : [ 1 , { } ] }",
                "[[[]],\"x\",{\"a\":{\"b\":null}}]"
            })
    void findsTheEndOfEveryValue(String json) throws MalformedJsonException {
        byte[] bytes = (json + " ,").getBytes(UTF_8);

        assertEquals(json.getBytes(UTF_8).length, JsonScanner.skipValue(bytes, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nul",
                "TRUE",
                "-",
                "1.",
                "1e",
                "+1",
                ".5",
                "NaN",
                "'a'",
                "\"",
                "\"a",
                "\"\\\"",
                "\"\\a\"",
                "\"\\u00g0\"",
                "\"\\u00",
                "\"tab\tinside\"",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{1:2}",
                "[",
                "[1",
                "[1,]",
                "[1 2]",
                "]",
                "[}"
            })
    void refusesWhatIsNoJson(String text) {
        assertThrows(MalformedJsonException.class, () -> JsonScanner.skipValue(text.getBytes(UTF_8), 0));
    }

    /** Bytes in Latin 1: lone and missing continuations, overlong forms, surrogates, and code points beyond the last. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0080",
                "Ã",
                "Ãa",
                "\u00c0\u0080",
                "à\u0080\u0080",
                "í\u00a0\u0080",
                "ð\u0080\u0080\u0080",
                "ô\u0090\u0080\u0080",
                "õ\u0080\u0080\u0080",
                "ÿ"
            })
    void refusesStringsThatAreNotUtf8(String bytes) {
        byte[] json = ("\"" + bytes + "\"").getBytes(ISO_8859_1);

        assertThrows(MalformedJsonException.class, () -> JsonScanner.skipValue(json, 0));
    }

    /** The first and the last code point of each length, and those around the surrogates. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0080",
                "\u07ff",
                "\u0800",
                "\u0fff",
                "\u1000",
                "\ud7ff",
                "\ue000",
                "\uffff",
                "\ud800\udc00",
                "\ud8bf\udfff",
                "\ud8c0\udc00",
                "\udbff\udfff"
            })
    void takesEveryLengthOfUtf8(String character) throws MalformedJsonException {
        byte[] json = ("\"" + character + "\"").getBytes(UTF_8);

        assertEquals(json.length, JsonScanner.skipValue(json, 0));
    }

    /** Bytes in Latin 1. */
    @ParameterizedTest
    @ValueSource(strings = {"\u00c2", "\u00e0\u00a0", "\u00f0\u0090\u0080", "\u00e0", "\u00f0"})
    void refusesACharacterThatTheEndOfTheTextCutsOff(String bytes) {
        byte[] json = ("\"" + bytes).getBytes(ISO_8859_1);

        assertThrows(MalformedJsonException.class, () -> JsonScanner.skipValue(json, 0));
    }

    @Test
    void refusesMoreLevelsThanTheStackHolds() {
        byte[] arrays = "[".repeat(1_000_000).getBytes(UTF_8);
        byte[] objects = "{\"a\":".repeat(1_000_000).getBytes(UTF_8);

        assertThrows(MalformedJsonException.class, () -> JsonScanner.skipValue(arrays, 0));
        assertThrows(MalformedJsonException.class, () -> JsonScanner.skipValue(objects, 0));
    }

    @Test
    void agreesWithAnotherParserOnBrokenTexts() {
        String json =
                "{\"a\": [1, -2.5e3, {\"名\": null}, \"x\\n\\u00e9é\"], \"long key for words\": [true, false, {}], \"b\":\"\"}";
        Random random = new Random(7);
        for (int round = 0; round < 50_000; round++) {
            byte[] broken = json.getBytes(UTF_8);
            for (int change = random.nextInt(3); change >= 0; change--) {
                broken[random.nextInt(broken.length)] =
                        (byte) REPLACEMENTS.charAt(random.nextInt(REPLACEMENTS.length()));
            }
            assertEquals(jacksonAccepts(broken), scannerAccepts(broken), () -> new String(broken, UTF_8));
        }
    }

    private static boolean scannerAccepts(byte[] json) {
        try {
            int end = JsonScanner.skipValue(json, JsonScanner.skipSpace(json, 0));
            return JsonScanner.skipSpace(json, end) == json.length;
        } catch (MalformedJsonException malformed) {
            return false;
        }
    }

    private static boolean jacksonAccepts(byte[] json) {
        try (JsonParser parser = JACKSON.createParser(json)) {
            int values = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
                    parser.getText();
                }
                if (parser.getParsingContext().inRoot() && !token.isStructStart()) {
                    values++;
                }
            }
            return values == 1;
        } catch (IOException malformed) {
            return false;
        }
    }
}
