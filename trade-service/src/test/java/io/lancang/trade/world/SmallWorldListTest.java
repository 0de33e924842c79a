package io.lancang.trade.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The figures of {@link SmallWorld} as they are listed and counted, one by one. */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldListTest extends InSmallWorld {
    private static final String PAGES_OF_ONE = """
            query ($after: String) {
              tradeFlows(filter: {partners: ["QMA"], from: 1901, to: 1901}, orderBy: PARTNER, first: 1, after: $after) {
                nodes { value { amount } }
                pageInfo { hasNextPage endCursor }
              }
            }
            """;

    @Test
    void noFigureIsLostBetweenPagesThatDiffersInItsCurrencyOrItsDatasetAlone() {
        List<Integer> amounts = new ArrayList<>();
        Map<String, Object> where = Map.of();
        JsonPath page;
        do {
            page = Graph.data(PAGES_OF_ONE, where).setRootPath("data.tradeFlows");
            amounts.addAll(page.getList("nodes.value.amount", Integer.class));
            where = Map.of("after", page.getString("pageInfo.endCursor"));
        } while (page.getBoolean("pageInfo.hasNextPage") && amounts.size() < 10);

        // imports in dollars of the first and the second dataset; exports in yuan, and in dollars of both
        assertEquals(List.of(50, 800, 830, 100, 900), amounts);
    }

    @Test
    void productsThatAreNamedAreCountedWithoutTheOthersOfTheirLevel() {
        JsonPath flows = Graph.data("""
                        { tradeFlows(filter: {partners: ["QMB"], from: 1901, to: 1901, classification: HS2022,
                            products: ["01"]}) { totalCount nodes { value { amount } } } }
                        """).setRootPath("data.tradeFlows");

        // chapter 01 of either dataset, without chapter 02 of either
        assertEquals(2, flows.getInt("totalCount"));
        assertEquals(
                List.of(20, 900),
                flows.getList("nodes.value.amount", Integer.class).stream()
                        .sorted()
                        .toList());
    }
}
