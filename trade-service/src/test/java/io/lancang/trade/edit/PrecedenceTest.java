package io.lancang.trade.edit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.Steward;
import io.lancang.trade.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A steward brings China's exports of 2021 and 2022, which no packaged dataset has by partner, and lets them count. The amounts
 * are made up: 1 and 1.5 billion US dollars to Laos, 2 and 2.5 to Thailand, and 10 billion to the world in both years. China's
 * imports are those that ship: from Laos 2,663,941,338 and 3,358,836,240, from Thailand 61,703,278,151 in 2021.
 */
@QuarkusTest
class PrecedenceTest extends StewardTest {
    private static final String EXPORTS = """
            period,partner,flow,currency,amount,classification,product
            2021,LAO,EXPORT,USD,1000000000,,
            2021,THA,EXPORT,USD,2000000000,,
            2021,WORLD,EXPORT,USD,10000000000,,
            2022,LAO,EXPORT,USD,1500000000,,
            2022,THA,EXPORT,USD,2500000000,,
            2022,WORLD,EXPORT,USD,10000000000,,
            """;
    private static final String LAOS = """
            { partner(code: "LAO") { trade(from: 2021, to: 2022%s) { points { exports { amount quality } total { amount quality }
              balance { amount } rank gap { reason detail } sources { id } } } } }
            """;
    private static final String POINTS = "data.partner.trade.points";

    @BeforeEach
    void bringExports() {
        given().auth()
                .oauth2(Steward.token("steward"))
                .contentType("application/json")
                .body("""
                        {"title": "My exports", "definition": "Exports", "source": {"id": "GACC_2024", "title": "x"}}
                        """)
                .put("/datasets/my_exports")
                .then()
                .statusCode(204);
        load("my_exports", EXPORTS);
    }

    @Test
    void countsInNoSeriesUntilADatasetHasAPrecedenceAndTheGapSaysSo() {
        JsonPath laos = Graph.data(LAOS.formatted("")).setRootPath(POINTS + "[0]");

        assertNull(laos.get("exports"));
        assertEquals("NOT_COVERED", laos.getString("gap.reason"));
        assertTrue(
                laos.getString("gap.detail")
                        .startsWith("Only datasets without a precedence have China's exports by partner of 2021:"),
                laos.getString("gap.detail"));
    }

    @Test
    void closesTheGapOfAPartnerInBothYears() {
        assertEquals(5, precede(5).getInt("data.setPrecedence.precedence"));

        JsonPath laos = Graph.data(LAOS.formatted("")).setRootPath(POINTS);

        assertEquals(List.of(1_000_000_000L, 1_500_000_000L), whole(laos, "exports.amount"));
        // 1,000,000,000 + 2,663,941,338 and 1,500,000,000 + 3,358,836,240
        assertEquals(List.of(3_663_941_338L, 4_858_836_240L), whole(laos, "total.amount"));
        // 1,000,000,000 - 2,663,941,338
        assertEquals(-1_663_941_338.0, laos.getDouble("[0].balance.amount"), 0.5);
        assertEquals("REPORTED", laos.getString("[0].exports.quality"));
        assertEquals("DERIVED", laos.getString("[0].total.quality"), "nobody reported a sum over two datasets");
        assertEquals(
                List.of("GACC_2024", "IMF_DOTS_2023"),
                laos.getList("[0].sources.id").stream().sorted().toList());
        assertNull(laos.get("[0].gap"));
        assertNull(laos.get("[1].gap"));
    }

    @Test
    void reachesRanksSharesBlocsAndCorridors() {
        precede(5);

        JsonPath answer = Graph.data("""
                { tradeRanking(year: 2021, flow: EXPORTS, top: 5) { position code share point { exports { amount } rank } }
                  bloc(code: "ASEAN") { trade(from: 2021, to: 2021) { points { exports { amount } contributions { partner { code }
                    total { amount } } } concentrationDetail(year: 2021, by: PARTNER, flow: EXPORTS) { index } } } }
                """);

        assertEquals(List.of("THA", "LAO"), answer.getList("data.tradeRanking.code"));
        // 2 and 1 of 10 billion
        assertEquals(List.of(20L, 10L), whole(answer, "data.tradeRanking.share"));
        // By totals: Thailand 2 + 61.7 billion, Laos 1 + 2.7 billion, and nobody else has both flows.
        assertEquals(List.of(1L, 2L), whole(answer, "data.tradeRanking.point.rank"));
        String points = "data.bloc.trade.points[0]";
        assertEquals(3_000_000_000.0, answer.getDouble(points + ".exports.amount"), 0.5);
        String laos = points + ".contributions.find { it.partner.code == 'LAO' }.total.amount";
        assertEquals(3_663_941_338.0, answer.getDouble(laos), 0.5);
        // (2/3)² + (1/3)² = 5/9
        assertEquals(5.0 / 9, answer.getDouble("data.bloc.trade.concentrationDetail.index"), 1e-9);

        JsonPath corridor = Graph.data(
                """
                query Corridors($representations: [_Any!]!) { _entities(representations: $representations) {
                  ... on Corridor { tradeServed(from: 2021, to: 2021) { points { exports { amount } } } } } }
                """,
                Map.of(
                        "representations",
                        List.of(Map.of(
                                "__typename", "Corridor", "id", "clr", "partners", List.of(Map.of("code", "LAO"))))));
        assertEquals(
                1_000_000_000.0, corridor.getDouble("data._entities[0].tradeServed.points[0].exports.amount"), 0.5);
    }

    @Test
    void answersAsItWasBeforeTheChange() throws SQLException {
        String before = query("select to_char(max(loaded_at) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                + " from release");
        precede(5);
        String then = ", asOf: \"" + before + "\"";

        assertNull(Graph.data(LAOS.formatted(then)).get(POINTS + "[0].exports"));
        assertNotNull(Graph.data(LAOS.formatted("")).get(POINTS + "[0].exports"));
        assertNull(Graph.data("{ bloc(code: \"ASEAN\") { trade(from: 2021, to: 2021" + then
                        + ") { points { contributions { exports { amount } } } } } }")
                .get("data.bloc.trade.points[0].contributions.find { it.exports != null }"));
    }

    @Test
    void leavesWhatComesFirstInItsPlace() throws SQLException {
        load("my_exports", EXPORTS + "2019,LAO,EXPORT,USD,7,,\n");
        precede(5);
        String of2019 = "{ partner(code: \"LAO\") { trade(from: 2019, to: 2019) { points { exports { amount } } } } }";
        String amount = "data.partner.trade.points[0].exports.amount";

        // China's exports to Laos of 2019 as they ship.
        assertEquals(1_787_923_750.0, Graph.data(of2019).getDouble(amount), 0.5);

        data("mutation { setPrecedence(dataset: \"trade_annual\", precedence: 6, source: \"GACC_2024\") { id } }");
        assertEquals(7.0, Graph.data(of2019).getDouble(amount), 0.0);
    }

    @Test
    void isPutBackByAnUndoing() {
        precede(5);
        String release = data("{ tradeEdits(subject: \"my_exports\") { release before } }")
                .getString("data.tradeEdits[0].release");

        data("mutation { undoEdit(release: \"" + release + "\") { action } }");

        assertNull(Graph.data(LAOS.formatted("")).get(POINTS + "[0].exports"));
    }

    @Test
    void isNotPutBackWhereItWasChangedAgain() {
        precede(5);
        String release =
                data("{ tradeEdits(subject: \"my_exports\") { release } }").getString("data.tradeEdits[0].release");
        precede(6);

        assertEquals("CONFLICT", code(ask("mutation { undoEdit(release: \"" + release + "\") { action } }")));
        assertEquals(
                6,
                Graph.data("{ datasets { id precedence } }")
                        .getInt("data.datasets.find { it.id == 'my_exports' }.precedence"));
    }

    @Test
    void isSetByTheImportToo() {
        given().auth()
                .oauth2(Steward.token("steward"))
                .put("/datasets/my_exports/precedence/5")
                .then()
                .statusCode(204);

        assertEquals(
                5,
                Graph.data("{ datasets { id precedence } }")
                        .getInt("data.datasets.find { it.id == 'my_exports' }.precedence"));
        given().auth()
                .oauth2(Steward.token("steward"))
                .put("/datasets/my_exports/precedence/first")
                .then()
                .statusCode(400);
    }

    @Test
    void endsWithTheReleaseThatAStewardWithdraws() throws SQLException {
        precede(5);
        String release = query("select max(id)::text from release where dataset = 'my_exports'");

        JsonPath withdrawn = data("mutation { withdrawRelease(release: \"" + release
                + "\", reason: \"the wrong file\") { action subject content source { id } } }");

        assertEquals("withdrawRelease", withdrawn.getString("data.withdrawRelease.action"));
        assertEquals(release, withdrawn.getString("data.withdrawRelease.subject"));
        assertTrue(withdrawn.getString("data.withdrawRelease.content").contains("the wrong file"));
        assertNull(withdrawn.get("data.withdrawRelease.source"));
        assertNull(Graph.data(LAOS.formatted("")).get(POINTS + "[0].exports"));
        assertEquals(
                "CONFLICT",
                code(ask("mutation { withdrawRelease(release: \"" + release + "\", reason: \"again\") { at } }")));
    }

    @Test
    void putsTheFiguresOfAWithdrawnReleaseBack() throws SQLException {
        precede(5);
        String release = query("select max(id)::text from release where dataset = 'my_exports'");
        Object exports = Graph.data(LAOS.formatted("")).get(POINTS + "[0].exports");
        data("mutation { withdrawRelease(release: \"" + release + "\", reason: \"the wrong file\") { at } }");
        String withdrawal = lastOf(release);

        JsonPath undone = data("mutation { undoEdit(release: \"" + withdrawal + "\") { action undoes subject } }");

        assertEquals("undoEdit", undone.getString("data.undoEdit.action"));
        assertEquals(withdrawal, undone.getString("data.undoEdit.undoes"));
        assertEquals(exports, Graph.data(LAOS.formatted("")).get(POINTS + "[0].exports"));
        assertEquals(
                List.of(release),
                Graph.data("{ datasets { id releases { id } } }")
                        .getList("data.datasets.find { it.id == 'my_exports' }.releases.id"));
        assertEquals("CONFLICT", code(undoing(withdrawal)), "it is undone");
        assertEquals("CONFLICT", code(undoing(lastOf(release))), "of an undoing");
        data("mutation { withdrawRelease(release: \"" + release + "\", reason: \"again\") { at } }");
        assertNull(Graph.data(LAOS.formatted("")).get(POINTS + "[0].exports"));
    }

    @Test
    void putsNoReleaseBackAfterAnotherWasLoaded() throws SQLException {
        String release = query("select max(id)::text from release where dataset = 'my_exports'");
        data("mutation { withdrawRelease(release: \"" + release + "\", reason: \"the wrong file\") { at } }");
        load("my_exports", EXPORTS + "2019,LAO,EXPORT,USD,7,,\n");

        assertEquals("CONFLICT", code(undoing(lastOf(release))));
    }

    private static JsonPath undoing(String edit) {
        return ask("mutation { undoEdit(release: \"" + edit + "\") { at } }");
    }

    /** What cannot be written into the audit is not done. */
    @Test
    void staysWithTheReleaseWhoseWithdrawalHasNoEntry() throws SQLException {
        precede(5);
        String release = query("select max(id)::text from release where dataset = 'my_exports'");
        execute("create function refuse_entry() returns trigger language plpgsql as"
                + " $$ begin raise exception 'no room in the audit'; end $$;"
                + " create trigger refused before insert on edit for each row execute function refuse_entry()");
        try {
            JsonPath failed = ask("mutation { withdrawRelease(release: \"" + release + "\", reason: \"x\") { at } }");

            assertNotNull(failed.get("errors"));
        } finally {
            execute("drop trigger refused on edit; drop function refuse_entry()");
        }
        assertEquals(release, query("select max(id)::text from release where dataset = 'my_exports'"));
        assertNotNull(Graph.data(LAOS.formatted("")).get(POINTS + "[0].exports"));
    }

    private static List<Long> whole(JsonPath answer, String path) {
        return answer.<Number>getList(path).stream().map(Number::longValue).toList();
    }

    private static JsonPath precede(int precedence) {
        return data("mutation { setPrecedence(dataset: \"my_exports\", precedence: " + precedence
                + ", source: \"GACC_2024\") { id precedence } }");
    }
}
