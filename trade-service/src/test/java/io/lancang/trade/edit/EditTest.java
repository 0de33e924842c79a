package io.lancang.trade.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** Single changes of names, memberships, sources and descriptions, made through the graph by a steward. */
@QuarkusTest
class EditTest extends StewardTest {
    private static final String JOIN = """
            mutation { addMembership(membership: {bloc: "ASEAN", partner: "PNG", from: "%s", role: "member",
              source: "IMF_DOTS_2022"}) { from to verified partner { code } bloc { code } sources { id } } }
            """;
    private static final String REGISTER = """
            mutation { registerSource(source: {id: "MY_NOTES", title: "My notes", date: "2026-11"}) { id title date licence } }
            """;
    private static final String LEAVE =
            "mutation { endMembership(bloc: \"ASEAN\", partner: \"LAO\", to: \"%s\", source: \"GACC_2024\") { to sources { id } } }";

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
        String release = data("{ tradeEdits(subject: \"LAO\") { release } }").getString("data.tradeEdits[0].release");
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
    void addsAMembershipThatCountsFromItsFirstDayAndNotInThePast() throws SQLException {
        String now = query("select to_char(max(loaded_at), 'YYYY-MM-DD\"T\"HH24:MI:SS.USOF') || ':00' from release");
        // No exports to Papua New Guinea in 2019 were added to the sum before.
        double without = total(2019, "");
        double papua = Graph.data(
                        "{ partner(code: \"PNG\") { trade(from: 2019, to: 2019) { points { total { amount } } } } }")
                .getDouble("data.partner.trade.points[0].total.amount");

        JsonPath added = data(JOIN.formatted("2019-01-01"));

        assertEquals("PNG", added.getString("data.addMembership.partner.code"));
        assertEquals("ASEAN", added.getString("data.addMembership.bloc.code"));
        assertTrue(added.getBoolean("data.addMembership.verified"));
        assertEquals(List.of("IMF_DOTS_2022"), added.getList("data.addMembership.sources.id"));
        assertEquals(without + papua, total(2019, ""), 1);
        assertEquals(without, total(2019, ", asOf: \"" + now + "\""), 1, "as it was before the change");
        assertEquals("CONFLICT", code(ask(JOIN.formatted("2020-01-01"))), "it is a member already");

        String release =
                data("{ tradeEdits(subject: \"ASEAN/PNG\") { release } }").getString("data.tradeEdits[0].release");
        data("mutation { undoEdit(release: \"" + release + "\") { action } }");
        assertEquals(without, total(2019, ""), 1);
    }

    /** A membership of half a year, before there are figures: it stays, and no sum has it. */
    @Test
    void undoesNoMembershipThatEndedSince() {
        data(JOIN.replace("PNG", "FJI").formatted("1900-01-01"));
        String joined =
                data("{ tradeEdits(subject: \"ASEAN/FJI\") { release } }").getString("data.tradeEdits[0].release");
        data(LEAVE.replace("LAO", "FJI").formatted("1900-06-30"));

        assertEquals("CONFLICT", code(ask("mutation { undoEdit(release: \"" + joined + "\") { action } }")));
    }

    /** A membership of half a year before there are figures, which is undone in the order in which it came. */
    @Test
    void undoesAnAdditionAfterTheUndoingOfItsEnd() throws SQLException {
        data(JOIN.replace("PNG", "FJI").formatted("1900-01-01"));
        String joined =
                data("{ tradeEdits(subject: \"ASEAN/FJI\") { release } }").getString("data.tradeEdits[0].release");
        data(LEAVE.replace("LAO", "FJI").formatted("1900-06-30"));
        String left =
                data("{ tradeEdits(subject: \"ASEAN/FJI\") { release } }").getString("data.tradeEdits[0].release");

        data("mutation { undoEdit(release: \"" + left + "\") { action } }");
        data("mutation { undoEdit(release: \"" + joined + "\") { action } }");

        String rows = "select count(*) from membership where bloc_code = 'ASEAN' and partner_code = 'FJI'";
        assertEquals("0", query(rows + " and superseded_by is null"));
        assertEquals("3", query(rows), "as it was added, ended, and given again");
    }

    @Test
    void endsAMembershipAndGivesItBackWhenThatIsUndone() throws SQLException {
        JsonPath ended = data(LEAVE.formatted("2020-06-30"));

        assertEquals("2020-06-30", ended.getString("data.endMembership.to"));
        assertTrue(ended.getList("data.endMembership.sources.id").contains("GACC_2024"));
        assertTrue(isMember("2020-06-30"));
        assertTrue(!isMember("2020-07-01"));
        assertEquals("NOT_FOUND", code(ask(LEAVE.formatted("2021-01-01"))), "it has ended");

        String release =
                data("{ tradeEdits(subject: \"ASEAN/LAO\") { release } }").getString("data.tradeEdits[0].release");
        data("mutation { undoEdit(release: \"" + release + "\") { action } }");
        assertTrue(isMember("2020-07-01"));
        assertEquals(
                "1",
                query("select count(*) from membership where partner_code = 'LAO' and bloc_code = 'ASEAN'"
                        + " and superseded_by is null"));
    }

    @Test
    void registersASourceThatChangesCiteFromThenOn() {
        JsonPath registered = data(REGISTER);

        assertEquals("My notes", registered.getString("data.registerSource.title"));
        assertNull(registered.get("data.registerSource.licence"));
        assertEquals(
                "2026-11", Graph.data("{ source(id: \"MY_NOTES\") { date } }").getString("data.source.date"));
        assertEquals(
                "CONFLICT",
                code(ask("mutation { registerSource(source: {id: \"MY_NOTES\", title: \"Others\"}) { id } }")));
    }

    @Test
    void takesARegisteredSourceAwayAndGivesItAgain() {
        data(REGISTER);
        String registered = lastOf("MY_NOTES");

        data("mutation { undoEdit(release: \"" + registered + "\") { undoes } }");
        assertFalse(sources().contains("MY_NOTES"));
        assertEquals("CONFLICT", code(ask("mutation { undoEdit(release: \"" + registered + "\") { undoes } }")));

        data("mutation { undoEdit(release: \"" + lastOf("MY_NOTES") + "\") { undoes } }");
        assertEquals(
                "2026-11", Graph.data("{ source(id: \"MY_NOTES\") { date } }").getString("data.source.date"));
    }

    @Test
    void keepsARegisteredSourceThatSomethingCites() {
        data(REGISTER);
        data("mutation { setPrecedence(dataset: \"un_comtrade\", precedence: 900, source: \"MY_NOTES\") { id } }");

        JsonPath refused = ask("mutation { undoEdit(release: \"" + lastOf("MY_NOTES") + "\") { undoes } }");

        assertEquals("CONFLICT", code(refused));
        assertEquals(
                "The source 'MY_NOTES' cannot be taken away: rows of `edit`, of the present or the past, refer to it.",
                refused.getString("errors[0].message"));
        assertTrue(sources().contains("MY_NOTES"));
    }

    @Test
    void keepsARegisteredSourceThatAFileRenamedSince() throws SQLException {
        data(REGISTER);
        execute("update source set title = 'Renamed' where id = 'MY_NOTES'");

        JsonPath refused = ask("mutation { undoEdit(release: \"" + lastOf("MY_NOTES") + "\") { undoes } }");

        assertEquals("CONFLICT", code(refused));
        assertTrue(refused.getString("errors[0].message").endsWith("was changed again since."), refused.prettify());
    }

    private static String lastOf(String subject) {
        return data("{ tradeEdits(subject: \"" + subject + "\") { release } }").getString("data.tradeEdits[0].release");
    }

    private static List<String> sources() {
        return Graph.data("{ sources { id } }").getList("data.sources.id");
    }

    @Test
    void describesADatasetAndUndoesIt() {
        String before = missing();

        data("""
                mutation { describeDataset(description: {dataset: "yunnan_trade", title: "Yunnan", definition: "Quoted.",
                  source: "GACC_2024"}) { title missing } }
                """);
        assertNull(missing());

        String release =
                data("{ tradeEdits(subject: \"yunnan_trade\") { release } }").getString("data.tradeEdits[0].release");
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

    private static double total(int year, String asOf) {
        return Graph.data(
                        "{ bloc(code: \"ASEAN\") { trade(from: %1$d, to: %1$d%2$s) { points { total { amount } } } } }"
                                .formatted(year, asOf))
                .getDouble("data.bloc.trade.points[0].total.amount");
    }

    private static boolean isMember(String day) {
        return Graph.data("{ partner(code: \"LAO\") { memberships(asOf: \"" + day + "\") { bloc { code } } } }")
                .getList("data.partner.memberships.bloc.code")
                .contains("ASEAN");
    }

    private static String code(JsonPath answer) {
        return answer.getString("errors[0].extensions.code");
    }
}
