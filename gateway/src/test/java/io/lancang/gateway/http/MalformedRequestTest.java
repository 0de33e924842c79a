package io.lancang.gateway.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.lancang.gateway.server.RawClient;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that no honest client sends: each gets an error with a code, and none is a defect. */
@QuarkusTest
@WithTestResource(TestGraph.class)
class MalformedRequestTest {
    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource("/graphql")
    URI endpoint;

    static Stream<Arguments> heads() {
        String get = "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\n";
        String end = "apollo-require-preflight: 1\r\n\r\n";
        return Stream.of(
                Arguments.of("no Host", get + end),
                Arguments.of("two Hosts", get + "Host: a\r\nHost: b\r\n" + end),
                Arguments.of("NUL in a header", get + "Host: a\r\nX-A: a\0b\r\n" + end),
                Arguments.of("NUL in a header's name", get + "Host: a\r\nX\0A: ab\r\n" + end),
                Arguments.of("space before the colon", get + "Host: a\r\nX-A : ab\r\n" + end),
                Arguments.of("no version", "GET /graphql?query=%7B__typename%7D\r\nHost: a\r\n\r\n"),
                Arguments.of("no HTTP", "\u0016\u0003\u0001 hello there\r\n\r\n"),
                Arguments.of("two lengths", RawClient.head("Content-Length: 2", "Content-Length: 3") + "{} "),
                Arguments.of("a negative length", RawClient.head("Content-Length: -1") + "{}"),
                Arguments.of("a length that is no number", RawClient.head("Content-Length: two") + "{}"),
                Arguments.of(
                        "a length and chunks",
                        RawClient.head("Content-Length: 2", "Transfer-Encoding: chunked") + "0\r\n\r\n"),
                Arguments.of("another coding", RawClient.head("Transfer-Encoding: gzip, chunked") + "0\r\n\r\n"),
                Arguments.of("an escape of no digits", "GET /graphql?query=%zz HTTP/1.1\r\nHost: a\r\n" + end),
                Arguments.of("an escape of one digit", "GET /graphql?query=%7 HTTP/1.1\r\nHost: a\r\n" + end),
                Arguments.of("an escape cut off", "GET /graphql?query=%7B% HTTP/1.1\r\nHost: a\r\n" + end),
                Arguments.of("braces in the URL", "GET /graphql?query={__typename} HTTP/1.1\r\nHost: a\r\n" + end),
                Arguments.of("a broken escape in the path", "GET /gra%phql HTTP/1.1\r\nHost: a\r\n" + end),
                Arguments.of(
                        "bytes in the URL that are not UTF-8", "GET /graphql?query=%FF HTTP/1.1\r\nHost: a\r\n" + end));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("heads")
    void refusesWhatIsNoRequest(String what, String request) throws Exception {
        String answer = answer(request);

        assertThat(answer, allOf(startsWith("HTTP/1.1 4"), containsString("\"code\":\"BAD_REQUEST\"")));
    }

    /**
     * A header that goes on in the next line is one header, as RFC 9112 (5.2) allows: the HTTP server has joined its lines with a
     * space before anybody sees it, so a header cannot hide in one.
     */
    @Test
    void joinsTheLinesOfAHeader() throws Exception {
        String answer = answer("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json;\r\n"
                + "\tcharset=utf-8\r\n X: y\r\nContent-Length: 25\r\n\r\n{\"query\":\"{__typename}\"} ");

        assertThat(answer, startsWith("HTTP/1.1 415"));
        assertThat(answer, containsString("application/json; charset=utf-8 X: y"));
    }

    static Stream<Arguments> bodies() {
        String query = "{\"query\":\"query($a:Int){partners{name}}\",\"variables\":{\"a\":";
        return Stream.of(
                Arguments.of("a huge exponent", query + "1e2147483647}}"),
                Arguments.of("a huger exponent", query + "1e99999999999}}"),
                Arguments.of("a tiny exponent", query + "1e-2147483647}}"),
                Arguments.of("a long number", query + "9".repeat(5000) + "}}"),
                Arguments.of("deep nesting", query + "[".repeat(5000) + "]".repeat(5000) + "}}"),
                Arguments.of("a flat flood", query + "[" + "[],".repeat(200_000) + "1]}}"),
                Arguments.of("an overlong form of NUL", query + "\"\u00C0\u0080\"}}"),
                Arguments.of("half a surrogate", query + "\"\u00ED\u00A0\u0080\"}}"),
                Arguments.of("bytes that are not UTF-8", query + "\"\u00FF\"}}"),
                Arguments.of("a character cut off", query + "\"\u00E4\"}}"),
                Arguments.of("NUL after the end", query + "1}}\0"),
                Arguments.of("UTF-16", "\u00FE\u00FF\0{\0}"),
                Arguments.of("the same variable twice", query + "1,\"a\":2}}"),
                Arguments.of("the same member twice", "{\"query\":\"{__typename}\",\"query\":\"{partners{name}}\"}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void refusesWhatIsNoGraphQLRequest(String what, String body) throws Exception {
        String answer = answer(RawClient.head("Content-Length: " + body.length()) + body);

        assertThat(answer, startsWith("HTTP/1.1 "));
        assertThat(answer, not(containsString("INTERNAL")));
        assertThat(answer, not(startsWith("HTTP/1.1 5")));
        assertThat(answer, containsString("\"errors\":[{\"message\""));
        assertThat(answer, containsString("\"code\":\""));
    }

    private String answer(String request) throws IOException {
        try (RawClient client = new RawClient(endpoint)) {
            return client.send(request.getBytes(ISO_8859_1)).readResponse();
        }
    }
}
