package io.lancang.trade.intake;

import static io.restassured.RestAssured.given;

import io.lancang.kit.fixture.Steward;
import io.lancang.trade.TradeServiceTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Files are loaded over HTTP, as a steward's script does it, into a dataset that has no figures yet. */
abstract class IntakeTest extends TradeServiceTest {
    /** The first line of a file in the service's own format. */
    static final String HEADER = "period,partner,flow,currency,amount,classification,product\n";

    @Inject
    DataSource dataSource;

    @BeforeEach
    void addADatasetWithoutFigures() {
        steward()
                .contentType("application/json")
                .body("""
                        {"title": "My customs", "definition": "What I keep", "source": {"id": "GACC_2024", "title": "My books"}}
                        """)
                .put("/datasets/my_customs")
                .then()
                .statusCode(204);
    }

    /** Other tests, in whatever order they run, are of what ships. */
    @AfterEach
    void takeFiguresBack() throws SQLException {
        for (String table : List.of(
                "trade_flow",
                "trade_rollup",
                "trade_product_rollup",
                "trade_product_year",
                "trade_level_total",
                "trade_flow_tally",
                "trade_amount_tally")) {
            execute("delete from " + table + " where dataset_id = (select id from dataset where code = 'my_customs')");
        }
        execute("delete from release where dataset = 'my_customs'");
        // What the service made of the data is of this state of them: it changes by releases alone.
        execute("insert into release (dataset, file_name, sha256, row_count, facts_added)"
                + " values ('single_facts', 'taken back', md5(random()::text), 0, 0)");
    }

    static RequestSpecification steward() {
        return given().auth().oauth2(Steward.token("steward"));
    }

    static Response load(String dataset, String csv) {
        return steward()
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/releases?fileName=march.csv&dataset=" + dataset);
    }

    static byte[] packed(String csv) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(csv.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    List<String> figures() throws SQLException {
        return figures("my_customs");
    }

    List<String> figures(String dataset) throws SQLException {
        return query("select partner_code, flow, product_code, amount, valuation, quality, source_id from trade_flow"
                + " where superseded_by is null and dataset_id = (select id from dataset where code = '" + dataset
                + "') order by 1, 2, 3");
    }

    /** The moment at which a release was loaded, as {@code asOf} takes it. */
    String loadedAt(String release) throws SQLException {
        return query(
                        "select to_char(loaded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from release where id = "
                                + release)
                .getFirst();
    }

    List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    cells.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join(" ", cells));
            }
        }
        return rows;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
