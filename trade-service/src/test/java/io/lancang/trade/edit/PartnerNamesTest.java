package io.lancang.trade.edit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.Steward;
import io.lancang.trade.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What partners were called and where they were counted, at any time, and files that would undo what stewards corrected. */
@QuarkusTest
class PartnerNamesTest extends StewardTest {
    /** Laos as it ships. */
    private static final String FILE = """
            code,iso2,iso_numeric,name_en,name_zh,region,kind,succeeded_by,source
            LAO,LA,418,Lao People's Democratic Republic,老挝,South-eastern Asia,country,,ISO
            """;

    private static final String OFFICIAL = "Lao People's Democratic Republic";

    private String first = "";

    @BeforeEach
    void noteTheLastFile() throws SQLException {
        first = query("select max(id) from release where dataset = 'partners'");
    }

    @AfterEach
    void takeBackNames() throws SQLException {
        execute("update partner set name_en = '" + OFFICIAL.replace("'", "''")
                + "', name_zh = '老挝', region = 'South-eastern Asia' where code = 'LAO'");
        execute("delete from partner_past");
        execute("delete from release where dataset = 'partners' and id > " + first);
    }

    @Test
    void aFileThatWouldUndoACorrectionIsRefusedAndNamesIt() throws SQLException {
        String edit = correct("nameEn: \"Laos\", region: \"Eastern Asia\"");

        JsonPath refused = send(FILE, "").statusCode(409).extract().jsonPath();

        assertEquals("CONFLICT", refused.getString("error.code"));
        assertEquals(
                "The file would undo what stewards changed: release " + edit + " (correctPartner LAO): name_en Laos to "
                        + OFFICIAL
                        + ", region Eastern Asia to South-eastern Asia. Nothing was changed in partners. If that is"
                        + " meant, send it again with overEdits=" + edit + " (--over-edits " + edit + ").",
                refused.getString("error.message"));
        assertEquals("Laos", name(""));

        JsonPath loaded =
                send(FILE, "&overEdits=" + edit).statusCode(201).extract().jsonPath();
        assertEquals(List.of(edit), loaded.getList("undone.release"));
        assertEquals(OFFICIAL, name(""));
        assertEquals("CONFLICT", code(undo(edit)), "a file changed it since");
    }

    @Test
    void aFileThatHasTheCorrectionTooIsLoaded() throws SQLException {
        correct("nameEn: \"Laos\"");

        send(FILE.replace(OFFICIAL, "Laos").replace("418", "999"), "").statusCode(201);

        assertEquals("Laos", name(""));
        send(FILE.replace(OFFICIAL, "Laos"), "").statusCode(201);
    }

    @Test
    void theNameOfThenIsShownWhereverThePastIsAsked() throws SQLException {
        String before = lastMoment();
        correct("nameEn: \"Laos\", nameZh: \"寮国\"");
        String between = lastMoment();
        correct("nameEn: \"Lao PDR\"");

        assertEquals(List.of("Lao PDR", "寮国"), names(""));
        assertEquals(List.of("Laos", "寮国"), names(at(between)));
        assertEquals(List.of(OFFICIAL, "老挝"), names(at(before)));
        for (String asked : List.of(
                "tradeFlows(filter: {partners: [\"LAO\"], from: 2019, to: 2019, flows: [EXPORTS]}%s) { nodes { partner { name } } }",
                "tradeRanking(year: 2019, among: [\"LAO\"]%s) { partner { name } }",
                "tradeSummary(filter: {partners: [\"LAO\"], from: 2019, to: 2019, currency: USD}, groupBy: [PARTNER]%s)"
                        + " { rows { partner { name } } }",
                "partners(filter: {bloc: \"ASEAN\", text: \"Lao\"}%s) { nodes { name } totalCount }")) {
            String path = asked.substring(0, asked.indexOf('('));
            assertTrue(graph(asked, "").getString(path).contains("Lao PDR"), asked);
            assertTrue(
                    graph(asked, ", asOf: \"" + between + "\"").getString(path).contains("Laos"), asked);
            assertTrue(
                    graph(asked, ", asOf: \"" + before + "\"").getString(path).contains(OFFICIAL), asked);
        }
        JsonPath members = Graph.data(("{ bloc(code: \"ASEAN\") { trade(from: 2019, to: 2019, asOf: \"%s\") { points {"
                                + " contributions { code partner { name } } } } members(loadedBy: \"%s\") { partner { code name } } } }")
                        .formatted(between, before))
                .setRootPath("data.bloc");
        assertEquals("Laos", members.getString("trade.points[0].contributions.find { it.code == 'LAO' }.partner.name"));
        assertEquals(OFFICIAL, members.getString("members.partner.find { it.code == 'LAO' }.name"));
    }

    @Test
    void theRegionOfThenIsCountedWhereThePastIsAsked() throws SQLException {
        String before = lastMoment();
        correct("region: \"Eastern Asia\"");
        String filter = "{regions: [\"South-eastern Asia\"], from: 2019, to: 2019, flows: [EXPORTS], currency: USD}";
        String listed = "tradeFlows(filter: " + filter + ", first: 500%s) { nodes { partnerCode } }";
        String grouped =
                "tradeSummary(filter: {partners: [\"LAO\"], from: 2019, to: 2019, flows: [EXPORTS], currency: USD},"
                        + " groupBy: [REGION]%s) { rows { region sum { amount } } }";
        String counted = "tradeSummary(filter: " + filter + ", groupBy: [PARTNER]%s) { rows { partnerCode } }";

        assertFalse(graph(listed, "").getList("tradeFlows.nodes.partnerCode").contains("LAO"));
        assertTrue(graph(listed, at(before))
                .getList("tradeFlows.nodes.partnerCode")
                .contains("LAO"));
        assertFalse(graph(counted, "").getList("tradeSummary.rows.partnerCode").contains("LAO"));
        assertTrue(graph(counted, at(before))
                .getList("tradeSummary.rows.partnerCode")
                .contains("LAO"));
        assertEquals(List.of("Eastern Asia"), graph(grouped, "").getList("tradeSummary.rows.region"));
        assertEquals(List.of("South-eastern Asia"), graph(grouped, at(before)).getList("tradeSummary.rows.region"));
        // as IMF_DOTS has them
        assertEquals(
                List.of(1_787_923_750L),
                graph(grouped, at(before)).getList("tradeSummary.rows.sum.amount", Long.class));
        assertEquals(
                "Eastern Asia",
                Graph.data("{ partner(code: \"LAO\") { region } }").getString("data.partner.region"));
        assertEquals(
                "South-eastern Asia",
                Graph.data("{ partner(code: \"LAO\"" + at(before) + ") { region } }")
                        .getString("data.partner.region"));
    }

    /** What a third change made again is not what the first one made. */
    @Test
    void undoesNoCorrectionThatWasMadeAgainSince() throws SQLException {
        String made = correct("nameEn: \"Laos\"");
        correct("nameEn: \"Lao PDR\"");
        String again = correct("nameEn: \"Laos\"");

        assertEquals("CONFLICT", code(undo(made)));
        assertEquals("undoEdit", undo(again).getString("data.undoEdit.action"));
        assertEquals("Lao PDR", name(""));
    }

    private static ValidatableResponse send(String file, String arguments) {
        return given().auth()
                .oauth2(Steward.token("steward"))
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/releases?fileName=partners.csv&dataset=partners" + arguments)
                .then();
    }

    /** The number of the release that the correction is. */
    private static String correct(String what) {
        data("mutation { correctPartner(correction: {code: \"LAO\", " + what + ", source: \"GACC_2024\"}) { code } }");
        return data("{ tradeEdits(subject: \"LAO\") { release } }").getString("data.tradeEdits[0].release");
    }

    private static JsonPath undo(String release) {
        return ask("mutation { undoEdit(release: \"" + release + "\") { action } }");
    }

    private String lastMoment() throws SQLException {
        return query(
                "select to_char(max(loaded_at) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from release");
    }

    private static String at(String moment) {
        return ", asOf: \"" + moment + "\"";
    }

    private static JsonPath graph(String asked, String at) {
        return Graph.data("{ " + asked.formatted(at) + " }").setRootPath("data");
    }

    private static String name(String at) {
        return names(at).getFirst();
    }

    private static List<String> names(String at) {
        JsonPath partner = Graph.data("{ partner(code: \"LAO\"" + at + ") { name zh: name(language: ZH) } }")
                .setRootPath("data.partner");
        return List.of(partner.getString("name"), partner.getString("zh"));
    }
}
