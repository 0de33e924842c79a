package io.lancang.federation.engine;

import static io.lancang.federation.engine.Plans.root;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.testing.TestSubgraphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An error explains the null that its path leads to, and no other: what else must not be null is reported by itself. */
class ErrorPathsTest {
    private static final String API = """
            type Query { berths: [Berth!] port: Port }
            type Berth { number: Int }
            type Port { name: String! }
            """;
    private static final String NAME_IS_MISSING =
            "{\"message\":\"The field Port.name must not be null, but has no value.\",\"path\":[\"port\",\"name\"],"
                    + "\"extensions\":{\"code\":\"SUBGRAPH_INVALID_RESPONSE\",\"service\":\"s\"}}";

    /** One berth: item 1 is the first behind the end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, -1, -2})
    void explainsNothingByAnItemThatTheListDoesNotHave(int item) {
        String answer = answer("{\"berths\":[{\"number\":7}],\"port\":{\"name\":null}}", "[\"berths\"," + item + "]");

        assertEquals(
                "{\"data\":{\"berths\":[{\"number\":7}],\"port\":null},\"errors\":["
                        + reported("[\"berths\"," + item + "]") + "," + NAME_IS_MISSING + "]}",
                answer);
    }

    @Test
    void explainsNothingByAPathThatGoesOnBelowALeaf() {
        String answer =
                answer("{\"berths\":[{\"number\":7}],\"port\":{\"name\":null}}", "[\"berths\",0,\"number\",\"unit\"]");

        assertEquals(
                "{\"data\":{\"berths\":[{\"number\":7}],\"port\":null},\"errors\":["
                        + reported("[\"berths\",0,\"number\"]") + "," + NAME_IS_MISSING + "]}",
                answer);
    }

    /** No item may be null, so that the list is: the client hears why once. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | null,{\"number\":7}", "1 | {\"number\":7},null"})
    void explainsAnItemThatMustNotBeNull(int item, String items) {
        assertEquals(
                "{\"data\":{\"berths\":null,\"port\":{\"name\":\"Hai Phong\"}},\"errors\":["
                        + reported("[\"berths\"," + item + "]") + "]}",
                answer("{\"berths\":[" + items + "],\"port\":{\"name\":\"Hai Phong\"}}", "[\"berths\"," + item + "]"));
    }

    @Test
    void explainsANullThatMustNotBe() {
        assertEquals(
                "{\"data\":{\"berths\":[],\"port\":null},\"errors\":[" + reported("[\"port\",\"name\"]") + "]}",
                answer("{\"berths\":[],\"port\":{\"name\":null}}", "[\"port\",\"name\"]"));
    }

    private static String answer(String data, String path) {
        return new Run(API, "{ berths { number } port { name } }", root(0, "s", "{ berths { number } port { name } }"))
                .answer(TestSubgraphs.of()
                        .answering(
                                "s", "{\"data\":" + data + ",\"errors\":[{\"message\":\"m\",\"path\":" + path + "}]}"));
    }

    private static String reported(String path) {
        return "{\"message\":\"m\",\"path\":" + path
                + ",\"extensions\":{\"code\":\"SUBGRAPH_ERROR\",\"service\":\"s\"}}";
    }
}
