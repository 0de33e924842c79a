package io.lancang.trade.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Memberships that a steward adds and ends through the graph, and takes back. */
@QuarkusTest
class MembershipEditTest extends StewardTest {
    private static final String JOIN = """
            mutation { addMembership(membership: {bloc: "ASEAN", partner: "PNG", from: "%s", role: "member",
              source: "IMF_DOTS_2022"}) { from to verified partner { code } bloc { code } sources { id } } }
            """;
    private static final String LEAVE =
            "mutation { endMembership(bloc: \"ASEAN\", partner: \"LAO\", to: \"%s\", source: \"GACC_2024\") { to sources { id } } }";

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

        String release = lastOf("ASEAN/PNG");
        data("mutation { undoEdit(release: \"" + release + "\") { action } }");
        assertEquals(without, total(2019, ""), 1);
    }

    /** A membership of half a year, before there are figures: it stays, and no sum has it. */
    @Test
    void undoesNoMembershipThatEndedSince() {
        data(JOIN.replace("PNG", "FJI").formatted("1900-01-01"));
        String joined = lastOf("ASEAN/FJI");
        data(LEAVE.replace("LAO", "FJI").formatted("1900-06-30"));

        assertEquals("CONFLICT", code(ask("mutation { undoEdit(release: \"" + joined + "\") { action } }")));
    }

    /** A membership of half a year before there are figures, which is undone in the order in which it came. */
    @Test
    void undoesAnAdditionAfterTheUndoingOfItsEnd() throws SQLException {
        data(JOIN.replace("PNG", "FJI").formatted("1900-01-01"));
        String joined = lastOf("ASEAN/FJI");
        data(LEAVE.replace("LAO", "FJI").formatted("1900-06-30"));
        String left = lastOf("ASEAN/FJI");

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

        String release = lastOf("ASEAN/LAO");
        data("mutation { undoEdit(release: \"" + release + "\") { action } }");
        assertTrue(isMember("2020-07-01"));
        assertEquals(
                "1",
                query("select count(*) from membership where partner_code = 'LAO' and bloc_code = 'ASEAN'"
                        + " and superseded_by is null"));
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
}
