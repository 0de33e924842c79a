package io.lancang.trade.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SourcesTest extends TradeServiceTest {
    @Test
    void tellTitleLocatorLicenceAndDate() {
        JsonPath source = Graph.data("{ source(id: \"WB_GDP\") { id title locator licence date } }")
                .setRootPath("data.source");

        assertEquals("WB_GDP", source.getString("id"));
        assertTrue(source.getString("licence").contains("CC BY"));
    }

    @Test
    void areListedById() {
        List<String> ids = Graph.data("{ sources { id } }").getList("data.sources.id");

        // Those of the packaged file, and UN Comtrade for what users load.
        assertEquals(248, ids.size());
        assertTrue(ids.contains("IMF_DOTS_2022"));
    }

    @Test
    void suggestTheNearestIdForAnUnknownOne() {
        JsonPath answer = Graph.ask("{ source(id: \"IMF_DOTS_2021\") { id } }");

        assertEquals("NOT_FOUND", answer.getString("errors[0].extensions.code"));
        assertTrue(answer.getString("errors[0].extensions.hint").contains("IMF_DOTS_2022"));
    }
}
