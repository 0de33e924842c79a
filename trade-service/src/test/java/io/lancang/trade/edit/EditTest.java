package io.lancang.trade.edit;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single changes of names and descriptions, made through the graph by a steward, and what is refused of any change. */
@QuarkusTest
class EditTest extends StewardTest {
    @Test
    void correctsWhatAPartnerIsCalledAndUndoesIt() throws SQLException {
        String before = query("select name_en || '/' || name_zh || '/' || region from partner where code = 'LAO'");

        JsonPath corrected = data("""
                mutation { correctPartner(correction: {code: "LAO", nameEn: "Lao PDR", source: "GACC_2024"}) {
                  name zh: name(language: ZH) region } }
                """);
        assertEquals("Lao PDR", corrected.getString("data.correctPartner.name"));
        assertEquals(
                "Lao PDR", Graph.data("{ partner(code: \"LAO\") { name } }").getString("data.partner.name"));
        JsonPath edit = data("{ tradeEdits(subject: \"LAO\") { release editor action source { id } content } }")
                .setRootPath("data.tradeEdits[0]");
        assertEquals("somebody", edit.getString("editor"));
        assertEquals("correctPartner", edit.getString("action"));
        assertEquals("GACC_2024", edit.getString("source.id"));

        JsonPath undone =
                data("mutation { undoEdit(release: \"" + edit.getString("release") + "\") { action undoes } }");
        assertEquals(edit.getString("release"), undone.getString("data.undoEdit.undoes"));
        assertEquals(
                before, query("select name_en || '/' || name_zh || '/' || region from partner where code = 'LAO'"));
        JsonPath again = ask("mutation { undoEdit(release: \"" + edit.getString("release") + "\") { action } }");
        assertEquals("CONFLICT", code(again));
        execute("delete from partner_past");
        String message = again.getString("errors[0].message");
        assertTrue(
                message.startsWith("Release " + edit.getString("release") + " was undone already, by release "),
                message);
    }

    @Test
    void undoesNothingThatWasChangedAgainSince() throws SQLException {
        String before = query("select name_en from partner where code = 'LAO'");
        correct("First");
        String release = lastOf("LAO");
        correct("Second");

        JsonPath refused = ask("mutation { undoEdit(release: \"" + release + "\") { action } }");

        assertEquals("CONFLICT", code(refused));
        JsonPath audit =
                data("{ all: tradeEdits { content } page: tradeEdits(first: 1) { release } next: tradeEdits(before: \""
                        + release + "\") { release } }");
        assertEquals(2, audit.getList("data.all").size());
        assertTrue(audit.getString("data.all[0].content").contains("Second"), "latest first");
        assertEquals(1, audit.getList("data.page").size());
        assertEquals(List.of(), audit.getList("data.next"), "nothing before the first");
        assertEquals("Second", query("select name_en from partner where code = 'LAO'"));
        correct(before);
        execute("delete from partner_past");
    }

    @Test
    void describesADatasetAndUndoesIt() {
        String before = missing();

        data("""
                mutation { describeDataset(description: {dataset: "yunnan_trade", title: "Yunnan", definition: "Quoted.",
                  source: "GACC_2024"}) { title missing } }
                """);
        assertNull(missing());

        String release = lastOf("yunnan_trade");
        data("mutation { undoEdit(release: \"" + release + "\") { action } }");
        assertEquals(before, missing());
        data("mutation { undoEdit(release: \"" + lastOf("yunnan_trade") + "\") { action } }");
        assertNull(missing(), "the undoing is undone");
        data("mutation { undoEdit(release: \"" + lastOf("yunnan_trade") + "\") { action } }");
        assertEquals(before, missing());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "correctPartner(correction: {code: \"LAO\", nameEn: \" \", source: \"GACC_2024\"}) { code }|`nameEn` is ' '; it must be a text of 1 to 200 characters.",
                "correctPartner(correction: {code: \"LAO\", region: \"Asia\", source: \"GACC_2024\"}) { code }|`region` is 'Asia', which is no region.",
                "correctPartner(correction: {code: \"WORLD\", region: \"Caribbean\", source: \"GACC_2024\"}) { code }|`region` is 'Caribbean', but WORLD is of kind AGGREGATE, which has none.",
                "registerSource(source: {id: \"no\", title: \"x\"}) { id }|`id` is 'no'; it must be of 2 to 63 capital letters, digits and underscores, a letter first.",
                "registerSource(source: {id: \"NO\", title: \"x\", date: \"May\"}) { id }|`date` is 'May'; it must be YYYY, YYYY-MM, YYYY-MM-DD, a decade such as 1990s, or unverified.",
                "setPrecedence(dataset: \"un_comtrade\", precedence: 0, source: \"GACC_2024\") { id }|`precedence` is 0; it must be from 1, which comes first, to 1000.",
                "undoEdit(release: \"one\") { action }|`release` is 'one', which is no number of a release.",
                "addMembership(membership: {bloc: \"ASEAN\", partner: \"PNG\", from: \"2019-02-01\", fromPrecision: YEAR, role: \"member\", source: \"GACC_2024\"}) { to }|`from` must be the first day of the month or the year that `fromPrecision` names.",
                "addMembership(membership: {bloc: \"ASEAN\", partner: \"PNG\", from: \"2019-02-01\", to: \"2018-01-01\", role: \"member\", source: \"GACC_2024\"}) { to }|`to` must not be before `from`.",
                "endMembership(bloc: \"ASEAN\", partner: \"LAO\", to: \"1990-01-01\", source: \"GACC_2024\") { to }|`to` is 1990-01-01, before the membership begins on 1997-07-23.",
            })
    void refusesInputThatBreaksARuleAndNamesBoth(String mutation, String message) throws SQLException {
        JsonPath refused = ask("mutation { " + mutation + " }");

        assertEquals("BAD_USER_INPUT", code(refused), refused.prettify());
        assertEquals(message, refused.getString("errors[0].message"));
        assertNotNull(refused.get("errors[0].extensions.hint"));
        assertEquals("0", query("select count(*) from edit"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "correctPartner(correction: {code: \"LAO\", nameEn: \"x\", source: \"NOBODY\"}) { code }",
                "correctPartner(correction: {code: \"LAX\", nameEn: \"x\", source: \"GACC_2024\"}) { code }",
                "setPrecedence(dataset: \"my_dreams\", precedence: 1, source: \"GACC_2024\") { id }",
                "addMembership(membership: {bloc: \"NATO\", partner: \"PNG\", from: \"2019-02-01\", role: \"member\", source: \"GACC_2024\"}) { to }",
                "undoEdit(release: \"1\") { action }",
            })
    void findsNothingByAnUnknownCodeAndChangesNothing(String mutation) throws SQLException {
        JsonPath refused = ask("mutation { " + mutation + " }");

        assertEquals("NOT_FOUND", code(refused), refused.prettify());
        assertEquals("0", query("select count(*) from edit"));
    }

    @Test
    void letsOnlyStewardsChangeFactsAndReadTheAudit() {
        String change =
                "mutation { correctPartner(correction: {code: \"LAO\", nameEn: \"x\", source: \"GACC_2024\"}) { code } }";

        assertEquals("UNAUTHENTICATED", code(Graph.ask(change)));
        assertEquals("FORBIDDEN", code(as(Steward.token("reader"), change)));
        assertEquals("UNAUTHENTICATED", code(Graph.ask("{ tradeEdits { editor } }")));
        assertEquals(
                "UNAUTHENTICATED",
                code(Graph.ask("mutation { withdrawRelease(release: \"1\", reason: \"x\") { at } }")));
        assertEquals("UNAUTHENTICATED", code(Graph.ask("mutation { undoEdit(release: \"1\") { at } }")));
    }

    private static void correct(String name) {
        data("mutation { correctPartner(correction: {code: \"LAO\", nameEn: \"" + name
                + "\", source: \"GACC_2024\"}) { code } }");
    }

    private static String missing() {
        return Graph.data("{ datasets { id missing } }")
                .getString("data.datasets.find { it.id == 'yunnan_trade' }.missing");
    }
}
