package io.lancang.trade.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
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
    void areThoseOfThePackagedFileAndUnComtradeAmongThoseOfAddedDatasets() throws IOException {
        List<String> ids = Graph.data("{ sources { id } }").getList("data.sources.id");

        assertEquals(249, packaged().size());
        assertTrue(ids.containsAll(packaged()), ids::toString);
        assertTrue(ids.contains("UN_COMTRADE"), ids::toString);
        assertEquals(ids.size(), ids.stream().distinct().count());
    }

    private static List<String> packaged() throws IOException {
        try (InputStream content = Objects.requireNonNull(SourcesTest.class.getResourceAsStream("/data/sources.csv"));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(content)) {
            return rows.stream().map(row -> row.getField("source_id")).toList();
        }
    }

    @Test
    void suggestTheNearestIdForAnUnknownOne() {
        JsonPath answer = Graph.ask("{ source(id: \"IMF_DOTS_2021\") { id } }");

        assertEquals("NOT_FOUND", answer.getString("errors[0].extensions.code"));
        assertTrue(answer.getString("errors[0].extensions.hint").contains("IMF_DOTS_2022"));
    }
}
