package io.lancang.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a request reads of entities counts like the rows of figures. */
@QuarkusTest
@TestProfile(RowBudgetTest.FewRows.class)
class RowBudgetTest extends TradeServiceTest {
    /** Fewer rows than there are partners. */
    public static final class FewRows implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lancang.requests.rows", "100");
        }
    }

    @Test
    void refusesToReadMoreEntities() {
        JsonPath answer = Graph.ask("{ partners(first: 200) { nodes { code } } }");

        assertEquals("LIMIT_EXCEEDED", answer.getString("errors[0].extensions.code"), answer.prettify());
        assertEquals("The request reads more than 100 rows.", answer.getString("errors[0].message"));
    }

    @Test
    void countsEntitiesOfAllFieldsTogether() {
        String page = "page%d: partners(first: 60) { nodes { code } }";

        assertNull(Graph.ask("{ " + page.formatted(1) + " }").get("errors"));
        assertEquals(
                "LIMIT_EXCEEDED",
                Graph.ask("{ " + page.formatted(1) + " " + page.formatted(2) + " }")
                        .getString("errors[0].extensions.code"));
    }
}
