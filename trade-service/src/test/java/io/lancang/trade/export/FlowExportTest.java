package io.lancang.trade.export;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.lancang.kit.fixture.Steward;
import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FlowExportTest extends TradeServiceTest {
    private static final String LAOS = "partners=LAO&datasets=trade_annual&from=2019&to=2020";

    @TestHTTPResource("/export/")
    @Nullable
    URI files;

    @Inject
    DataSource dataSource;

    @Test
    void writesTheFiguresOfAFilterWithEverythingThatEachNeeds() {
        List<NamedCsvRecord> rows =
                table(get("trade-flows.csv?orderBy=PERIOD&" + LAOS).asString());

        assertEquals(4, rows.size());
        NamedCsvRecord first = rows.getFirst();
        assertEquals(
                List.of(
                        "period",
                        "reporter",
                        "partner",
                        "flow",
                        "classification",
                        "product",
                        "currency",
                        "amount",
                        "valuation",
                        "quality",
                        "source",
                        "dataset",
                        "release",
                        "quantity",
                        "quantity_unit",
                        "quantity_estimated",
                        "net_weight_kg",
                        "net_weight_estimated"),
                first.getHeader());
        assertEquals(
                List.of(
                        "2019",
                        "CHN",
                        "LAO",
                        "IMPORT",
                        "",
                        "TOTAL",
                        "USD",
                        "2159565520",
                        "CIF",
                        "REPORTED",
                        "IMF_DOTS_2022",
                        "trade_annual"),
                first.getFields().subList(0, 12));
    }

    @Test
    void citesDatasetAndReleaseInLinesThatAreNoRowsAndInTheHeadersOfTheAnswer() {
        Response answer = get("trade-flows.csv?" + LAOS);
        String release = Graph.data(
                        "{ tradeFlows(filter: { partners: [\"LAO\"], datasets: [\"trade_annual\"], from: 2019,"
                                + " to: 2019 }) { nodes { release { id } } } }")
                .getString("data.tradeFlows.nodes[0].release.id");

        String citation = answer.asString().lines().findFirst().orElseThrow();
        assertTrue(
                citation.startsWith(
                        "# IMF Direction of Trade Statistics: China by partner and year (trade_annual), release "
                                + release + " of "),
                citation);
        assertTrue(citation.endsWith(": 4 figures"), citation);
        assertEquals("</releases/" + release + ">; rel=\"cite-as\"; title=\"trade_annual\"", answer.header("link"));
        assertEquals("text/csv; charset=utf-8", answer.contentType());
        assertEquals("attachment; filename=\"trade-flows.csv\"", answer.header("content-disposition"));
    }

    @Test
    void leavesTheCommentsOutForToolsThatKnowNone() {
        String file = get("trade-flows.csv?comments=false&" + LAOS).asString();

        assertTrue(file.startsWith("period,reporter,partner,"), file);
    }

    @Test
    void writesOneObjectALineWithExactNumbers() {
        List<JsonObject> rows = get("trade-flows.ndjson?orderBy=VALUE_DESC&" + LAOS)
                .asString()
                .lines()
                .map(line -> Json.createReader(new StringReader(line)).readObject())
                .toList();

        assertEquals(4, rows.size());
        assertEquals(
                new BigDecimal("2159565520"),
                rows.getFirst().getJsonNumber("amount").bigDecimalValue());
        assertEquals("trade_annual", rows.getFirst().getString("dataset"));
        assertTrue(rows.getFirst().isNull("classification"));
    }

    @Test
    void writesEveryFigureThatTheGraphCounts() {
        long counted = Graph.data("{ tradeFlows(filter: { flows: [EXPORTS, IMPORTS] }) { totalCount } }")
                .getLong("data.tradeFlows.totalCount");

        long lines = get("trade-flows.ndjson").asString().lines().count();

        assertTrue(counted > 15_000, "more than many pieces of the stream: " + counted);
        assertEquals(counted, lines);
    }

    @Test
    void holdsRowsBackFromAClientThatDoesNotReadAndFreesTheConnectionOfOneThatLeaves() throws Exception {
        URI address = Objects.requireNonNull(files);
        try (Socket client = new Socket()) {
            client.setReceiveBufferSize(4096);
            client.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            client.getOutputStream()
                    .write("GET /export/trade-flows.ndjson HTTP/1.1\r\nHost: trade\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertEquals('H', client.getInputStream().read());

            // The statement is begun, and waits for the client to take what was read.
            awaitHeldExports(1);
        }

        awaitHeldExports(0);
    }

    private void awaitHeldExports(int wanted) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (heldExports() != wanted) {
            assertTrue(System.nanoTime() < deadline, "there are " + heldExports() + " exports under way");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private int heldExports() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where state = 'idle in transaction' and query like '%as net_weight_estimated from%'"
                        + " and state_change < clock_timestamp() - interval '200 milliseconds'")) {
            found.next();
            return found.getInt(1);
        }
    }

    @Test
    void namesMonthsAndProductsAsTheImportReadsThem() {
        NamedCsvRecord month = table(get("trade-flows.csv?partners=VNM&frequency=MONTHLY&from=2024&fromMonth=3&to=2024"
                                + "&toMonth=3&flows=EXPORTS&currency=CNY")
                        .asString())
                .getFirst();
        assertEquals("2024-03", month.getField("period"));

        NamedCsvRecord section = table(
                        get("trade-flows.csv?partners=VNM&classification=SITC3&products=7&from=2015&to=2015")
                                .asString())
                .getFirst();
        assertEquals("SITC3", section.getField("classification"));
        assertEquals("7", section.getField("product"));
    }

    @Test
    void isReadAgainByTheImport() {
        String file = get("trade-flows.csv?comments=false&" + LAOS).asString();
        String token = Steward.token("steward");
        given().header("authorization", "Bearer " + token)
                .contentType("application/json")
                .body("""
                        {"title": "Copy", "definition": "What was exported.",
                         "source": {"id": "COPY", "title": "Copy", "locator": "here"}}""")
                .put("/datasets/exported_copy")
                .then()
                .statusCode(204);

        JsonPath checked = given().header("authorization", "Bearer " + token)
                .contentType("text/csv")
                .body(file)
                .post("/releases?dataset=exported_copy&dryRun=true")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(4, checked.getInt("rows"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    partners=LAOS                | BAD_USER_INPUT | 'LAOS'
                    partners=laos                | BAD_USER_INPUT | 'laos'
                    partner=LAO                  | BAD_USER_INPUT | 'partner'
                    from=soon                    | BAD_USER_INPUT | 'soon'
                    from=2020&to=2019            | BAD_USER_INPUT | 2020
                    flows=EXPORT                 | BAD_USER_INPUT | 'EXPORT'
                    frequency=ANNUAL&frequency=MONTHLY | BAD_USER_INPUT | 2 times
                    asOf=1999-01-01T00:00:00Z    | BAD_USER_INPUT | 1999
                    products=7                   | BAD_USER_INPUT | classification
                    """)
    void refusesWhatTheGraphRefusesWithTheSameCodes(String query, String code, String named) {
        JsonPath refused = given().get("/export/trade-flows.csv?" + query)
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();

        assertEquals(code, refused.getString("errors[0].extensions.code"));
        assertTrue(refused.getString("errors[0].message").contains(named), refused.getString("errors[0].message"));
        assertTrue(refused.getString("errors[0].extensions.hint") != null);
    }

    @Test
    void saysWhichFilesThereAre() {
        JsonPath refused = given().get("/export/everything.xlsx")
                .then()
                .statusCode(404)
                .extract()
                .jsonPath();

        assertEquals("NOT_FOUND", refused.getString("errors[0].extensions.code"));
        assertTrue(refused.getString("errors[0].extensions.hint").contains("trade-flows.csv"));
    }

    private static Response get(String file) {
        return given().urlEncodingEnabled(false)
                .get("/export/" + file)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static List<NamedCsvRecord> table(String csv) {
        return CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(csv).stream()
                .toList();
    }
}
