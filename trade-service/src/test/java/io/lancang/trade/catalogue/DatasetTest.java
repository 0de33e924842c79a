package io.lancang.trade.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatasetTest extends TradeServiceTest {
    @Test
    void tellsDefinitionGapsSourceAndReleaseOfADataset() {
        JsonPath dataset = Graph.data("""
                        { datasets { id title definition missing sources { id licence }
                            releases { id fileName sha256 rows loadedAt } } }
                        """).setRootPath("data.datasets.find { it.id == 'trade_annual' }");

        assertTrue(dataset.getString("missing").startsWith("Exports after 2020"));
        assertEquals("IMF_DOTS_2022", dataset.getString("sources[0].id"));
        assertEquals("trade_annual.csv", dataset.getString("releases[0].fileName"));
        assertEquals(15_496, dataset.getInt("releases[0].rows"));
        assertEquals(64, dataset.getString("releases[0].sha256").length());
    }
}
