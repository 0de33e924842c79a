package io.lancang.trade.edit;

import static io.restassured.RestAssured.given;

import io.lancang.kit.fixture.Steward;
import io.lancang.trade.TradeServiceTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

/** A steward changes things over HTTP, with a token. What a test changes it takes back, since the other tests count what ships. */
abstract class StewardTest extends TradeServiceTest {
    private static final String OURS =
            "(select id from release where dataset in ('single_facts', 'my_exports', 'my_notes'))";

    @Inject
    DataSource database;

    @AfterEach
    void takeBack() throws SQLException {
        execute("delete from edit");
        execute("delete from membership where release_id in " + OURS);
        execute("update membership set superseded_by = null where superseded_by in " + OURS);
        execute("update dataset set precedence = null where code in ('my_exports', 'un_comtrade')");
        execute("update dataset set precedence = 1 where code = 'trade_annual'");
        execute("delete from dataset_past");
        for (String table : List.of(
                "trade_flow",
                "trade_rollup",
                "trade_product_rollup",
                "trade_product_year",
                "trade_level_total",
                "trade_flow_tally",
                "trade_amount_tally")) {
            execute("delete from " + table
                    + " where dataset_id in (select id from dataset where code in ('my_exports', 'my_notes'))");
        }
        execute("delete from source_past where superseded_by in " + OURS);
        execute("delete from dataset where code = 'my_notes'");
        execute("delete from source where id = 'MY_NOTES'");
        execute("delete from release where dataset in ('my_exports', 'my_notes')");
        // What the service made of the data is of this state of them: it changes by releases alone.
        execute("insert into release (dataset, file_name, sha256, row_count, facts_added)"
                + " values ('single_facts', 'taken back', md5(random()::text), 0, 0)");
    }

    /** The whole answer to a steward. */
    static JsonPath ask(String query) {
        return as(Steward.token("steward"), query);
    }

    /** The answer to a steward, which must succeed. */
    static JsonPath data(String query) {
        JsonPath answer = ask(query);
        if (answer.get("errors") != null) {
            throw new AssertionError("It failed: " + answer.get("errors"));
        }
        return answer;
    }

    /** The release that the latest change of a subject is. */
    static String lastOf(String subject) {
        return data("{ tradeEdits(subject: \"" + subject + "\") { release } }").getString("data.tradeEdits[0].release");
    }

    /** The code of the error that an answer has. */
    static String code(JsonPath answer) {
        return answer.getString("errors[0].extensions.code");
    }

    /** The whole answer to who has a token. */
    static JsonPath as(String token, String query) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Json.createObjectBuilder(Map.of("query", query)).build().toString())
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .body()
                .jsonPath(new JsonPathConfig(JsonPathConfig.NumberReturnType.DOUBLE));
    }

    static void load(String dataset, String csv) {
        given().auth()
                .oauth2(Steward.token("steward"))
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/releases?fileName=exports.csv&dataset=" + dataset)
                .then()
                .statusCode(201);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String query(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
