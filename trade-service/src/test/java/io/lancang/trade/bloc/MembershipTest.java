package io.lancang.trade.bloc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MembershipTest extends TradeServiceTest {
    @Test
    void listsWhoBelongsOnADay() {
        JsonPath answer = Graph.data("""
                { bloc(code: "ASEAN") {
                    in1990: members(asOf: "1990-01-01") { partner { code } }
                    in2000: members(asOf: "2000-01-01") { partner { code } } } }
                """);

        assertEquals(
                List.of("BRN", "IDN", "MYS", "PHL", "SGP", "THA"), answer.getList("data.bloc.in1990.partner.code"));
        assertEquals(10, answer.getList("data.bloc.in2000").size());
    }

    @Test
    void endsAMembershipOnItsLastDay() {
        JsonPath answer = Graph.data("""
                { partner(code: "GBR") {
                    lastDay: memberships(asOf: "2020-01-31") { bloc { code } to sources { id licence } }
                    after: memberships(asOf: "2020-02-01") { bloc { code } } } }
                """);

        assertTrue(answer.getList("data.partner.lastDay.bloc.code").contains("EU"));
        assertTrue(answer.getList("data.partner.lastDay.to").contains("2020-01-31"));
        assertFalse(answer.getList("data.partner.after.bloc.code").contains("EU"));
    }

    @Test
    void saysHowExactlyADateIsKnownAndWhatIsInDoubt() {
        JsonPath memberships = Graph.data(
                        "{ partner(code: \"LAO\") { memberships { bloc { code name } from fromPrecision verified note } } }")
                .setRootPath("data.partner.memberships.find { it.bloc.code == 'GMS' }");

        assertEquals("1992-01-01", memberships.getString("from"));
        assertEquals("YEAR", memberships.getString("fromPrecision"));
        assertFalse(memberships.getBoolean("verified"));
        assertEquals("verified: membership yes (S_GMS08), year no", memberships.getString("note"));
    }

    @Test
    void listsEveryBloc() {
        assertEquals(
                List.of("ACFTA", "ASEAN", "BIMSTEC", "BRI_MOU", "EU", "G7", "GMS", "LMC", "RCEP", "SAARC"),
                Graph.data("{ blocs { code } }").getList("data.blocs.code"));
    }
}
