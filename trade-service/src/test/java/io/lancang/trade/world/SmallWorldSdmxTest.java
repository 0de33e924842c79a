package io.lancang.trade.world;

import static io.lancang.trade.world.WorldFigure.Difference.CURRENCY;
import static io.lancang.trade.world.WorldFigure.Difference.FREQUENCY;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Series of products by SDMX, of figures that each differ from the first in one thing. */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldSdmxTest extends InSmallWorld {
    /**
     * By product, reporter, partner, frequency, flow, currency and dataset: 1 and 5 are of two years, 2 of another dataset, 3 in yuan, 4
     * imports, 6 of a month, 7 with QMJ, 8 of QMB and 9 of chapter 02.
     */
    @Test
    void seriesComeInTheOrderOfTheirProducts() throws SQLException {
        List<WorldFigure> figures = WorldFigure.figures("""
                1 1906 CHN QMI X H6:02 9
                1 1906 QMB QMI X H6:01 8
                1 1906 CHN QMJ X H6:01 7
                1 1907 CHN QMI X H6:01 5
                1 1906 CHN QMI M H6:01 4
                2 1906 CHN QMI X H6:01 2
                1 1906 CHN QMI X H6:01 1
                """);
        WorldFigure first = figures.getLast();
        execute(WorldFigure.asReported(figures.stream())
                + WorldFigure.asReported(
                        List.of(first.but(FREQUENCY).of(6), first.but(CURRENCY).of(3)).stream()));

        assertEquals(
                List.of("4", "3", "1", "5", "2", "6", "7", "8", "9"),
                CsvReader.builder()
                        .ofNamedCsvRecord(data("A+M.CN+QMB.QMI+QMJ")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                        .stream()
                        .map(row -> row.getField("OBS_VALUE"))
                        .toList());
    }

    /** Where nobody has figures, and where others have some. */
    @Test
    void ofNothingIsNothing() throws SQLException {
        data("A.CN.QMI").then().statusCode(404);

        execute("""
                insert into trade_flow_tally (dataset_id, frequency, period, reporter_code, partner_code, flow, currency, classification,
                                              level, brought_by, figures, release_id)
                values (1, 'A', '1906-01-01', 'CHN', 'QMJ', 'X', 'USD', 'HS2022', 2, 1, 1, 1)
                """);

        data("A.CN.QMI").then().statusCode(404);
    }

    private static Response data(String key) {
        return given().urlEncodingEnabled(false)
                .accept("application/vnd.sdmx.data+csv;version=2.0.0")
                .get("/sdmx/data/dataflow/LANCANG/TRADE_HS2022/1.0.0/" + key + "?c%5BTIME_PERIOD%5D=ge:1906+le:1907");
    }
}
