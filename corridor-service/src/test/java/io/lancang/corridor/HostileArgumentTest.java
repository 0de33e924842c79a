package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that nobody means. */
@QuarkusTest
class HostileArgumentTest extends RunningService {
    @Test
    void refusesMomentsThatTheDatabaseCannotKeep() {
        JsonPath error = Graph.error("{ corridor(id: \"clr\", asOf: \"+999999999-12-31T23:59:59Z\") { name } }");
        assertEquals("BAD_USER_INPUT", error.getString("extensions.code"));
        assertEquals("`asOf` is +999999999-12-31T23:59:59Z, of the year 999999999.", error.getString("message"));
    }

    @Test
    void refusesDaysThatTheDatabaseCannotKeep() {
        JsonPath error =
                Graph.error("{ corridors(filter: { opened: { from: \"+999999999-01-01\" } }) { totalCount } }");
        assertEquals("BAD_USER_INPUT", error.getString("extensions.code"));
        assertEquals("`opened.from` is +999999999-01-01, of the year 999999999.", error.getString("message"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query ($t: String!) { locations(filter: { text: $t }) { totalCount } }",
                "query ($t: ID!) { corridor(id: $t) { name } }",
            })
    void refusesTextsWithTheCharacterNul(String query) {
        String code = Graph.ask(query, Map.of("t", "a\0b")).getString("errors[0].extensions.code");

        assertTrue(List.of("BAD_USER_INPUT", "NOT_FOUND").contains(code), code);
    }

    @Test
    void refusesTextsThatAreNoName() {
        JsonPath error = Graph.ask(
                        "query ($text: String) { locations(filter: { text: $text }) { totalCount } }",
                        Map.of("text", "a".repeat(100_000)))
                .setRootPath("errors[0]");
        assertEquals("BAD_USER_INPUT", error.getString("extensions.code"));
        assertEquals("`text` has 100000 characters; at most 200 are looked for.", error.getString("message"));
    }
}
