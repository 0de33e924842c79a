package io.lancang.trade.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list that is empty says why, whatever nothing was found for. */
@QuarkusTest
class EmptyAnswersTest extends TradeServiceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{reporters: [\"CN-YN\"]} | no dataset has ANNUAL figures that CN-YN reported. `availability(reporter: …)`",
                "{reporters: [\"VNM\"], frequency: MONTHLY} | no dataset has MONTHLY figures that VNM reported.",
                "{classification: SITC4, level: 1} | there are no ANNUAL figures that CHN reported by SITC4 at level 1; there are"
                        + " some of all goods (1978 to 2024), by HS1992 at level 2 (2011 to 2020)",
                "{reporters: [\"VNM\"], from: 2016, to: 2018} | ANNUAL figures that VNM reported are there of all goods (1995 to"
                        + " 2015)",
                "{partners: [\"LAO\"], minValue: 1000000000000000} | of these goods and periods, but none with these partners",
                "{datasets: [\"hs2022\"]} | these datasets have no ANNUAL figures that CHN reported."
            })
    void saysWhyNothingIsFound(String filter, String reason) {
        JsonPath answer = Graph.data("{ tradeFlows(filter: " + filter + ") { nodes { partnerCode } notes }"
                + " tradeSummary(filter: " + filter + ", groupBy: [PARTNER]) { rows { partnerCode } notes } }");

        for (String list : List.of("tradeFlows", "tradeSummary")) {
            String note = answer.getString("data." + list + ".notes[0]");
            assertTrue(note.startsWith("Nothing is found: "), note);
            assertTrue(note.contains(reason), note);
        }
        assertEquals(List.of(), answer.getList("data.tradeFlows.nodes"));
        assertEquals(List.of(), answer.getList("data.tradeSummary.rows"));
    }

    /** China's trade with Laos of 2019 is 3,947,489,270 dollars, that of Yunnan is in no dataset. */
    @Test
    void saysWhetherTheLeastSumLeftEveryGroupOut() {
        JsonPath answer = Graph.data("""
                { above: tradeSummary(filter: {partners: ["LAO"], from: 2019, to: 2019}, groupBy: [PARTNER], measures: [SUM],
                    combine: [VALUATIONS], minValue: 3947489271) { rows { partnerCode } notes }
                  at: tradeSummary(filter: {partners: ["LAO"], from: 2019, to: 2019}, groupBy: [PARTNER], measures: [SUM],
                    combine: [VALUATIONS], minValue: 3947489270) { rows { partnerCode } notes }
                  none: tradeSummary(filter: {reporters: ["CN-YN"], partners: ["LAO"], from: 2019, to: 2019}, groupBy: [PARTNER],
                    measures: [SUM], combine: [VALUATIONS], minValue: 1) { rows { partnerCode } notes } }
                """).setRootPath("data");

        assertEquals(List.of(), answer.getList("above.rows"));
        assertEquals(
                "Nothing is found: there are groups, but none has a sum of at least 3947489271.",
                answer.getString("above.notes[0]"));
        assertEquals(List.of("LAO"), answer.getList("at.rows.partnerCode"));
        assertTrue(
                answer.getString("none.notes[0]").startsWith("Nothing is found: no dataset has ANNUAL figures"),
                answer.getString("none.notes[0]"));
    }

    @Test
    void saysNothingOfTheKindWhereSomethingIsFound() {
        JsonPath answer =
                Graph.data("{ tradeFlows(filter: {partners: [\"LAO\"], from: 2019, to: 2019}) { nodes { partnerCode }"
                        + " notes } }");

        assertEquals(2, answer.getList("data.tradeFlows.nodes").size());
        assertTrue(answer.getString("data.tradeFlows.notes[0]").startsWith("All goods as one product"));
    }

    @Test
    void saysFromWhenOnThereAreMonths() {
        JsonPath answer = Graph.ask(
                "{ partner(code: \"LAO\") { trade(frequency: MONTHLY, from: 2010, to: 2012) { points { rank } } } }");
        JsonPath silent = Graph.data("""
                { partner(code: "LAO") { trade(frequency: MONTHLY, from: 2014, to: 2014) { points { gap { reason } } }
                  inDollars: trade(frequency: MONTHLY, currency: USD, to: 2014) { points { gap { reason } } gap { detail } } } }
                """).setRootPath("data.partner");

        assertTrue(answer.getString("errors[0].message").contains("reach from 2013 to 2025"));
        assertEquals(12, silent.getList("trade.points.gap.reason").size());
        assertNotNull(silent.get("inDollars"));
    }

    /** What is packaged: rates of 1981 to 2025 by year, shares of 2012 and 2021, indicators of 1990 to 2024. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "availability | (reporter: \"CN-YN\") | NOT_COVERED | no dataset has figures of all goods that CN-YN reports",
                "availability | (reporter: \"VNM\", frequency: MONTHLY) | NOT_REPORTED | figures of all goods that VNM reports from",
                "revisions | (partner: \"LAO\", period: \"1949\", flow: EXPORTS) | NOT_COVERED | and of no other years",
                "fdi | (concept: OUTFLOW, from: 1990, to: 1991) | NOT_COVERED | there are figures of OUTFLOW from",
                "headlines | (partners: [\"LAO\"], from: 1991, to: 1991) | NOT_REPORTED | there are quoted figures from 1991 to 2025",
                "memberShares | (bloc: \"EU\") | NOT_REPORTED | there are quoted shares of members from 2012 to 2021",
                "provincialTrade | (from: 1949, to: 1950) | NOT_COVERED | there are dated facts about the trade of Yunnan from",
                "exchangeRates | (from: 1970, to: 1975) | NOT_COVERED | there are ANNUAL rates from 1981 to 2025, and of no"
            })
    void aBareListHasAFieldThatSaysWhyItIsEmpty(String list, String arguments, String reason, String detail) {
        JsonPath answer = Graph.data("{ list: " + list + arguments + " { __typename } gap: " + list + "Gap" + arguments
                + " { reason detail } }");

        assertEquals(List.of(), answer.getList("data.list"));
        assertEquals(reason, answer.getString("data.gap.reason"));
        assertTrue(answer.getString("data.gap.detail").contains(detail), answer.getString("data.gap.detail"));
    }

    @Test
    void aListThatIsNotEmptyHasNoSuchReason() {
        JsonPath answer = Graph.data("""
                { availabilityGap { reason } revisionsGap(partner: "LAO", period: "2019", flow: EXPORTS) { reason }
                  fdiGap(concept: OUTFLOW) { reason } headlinesGap { reason } memberSharesGap { reason }
                  provincialTradeGap { reason } exchangeRatesGap { reason } partner(code: "LAO") { indicatorsGap { reason } } }
                """);

        for (String list : List.of(
                "availability", "revisions", "fdi", "headlines", "memberShares", "provincialTrade", "exchangeRates")) {
            assertNull(answer.get("data." + list + "Gap"), list);
        }
        assertNull(answer.get("data.partner.indicatorsGap"));
    }

    /** ASEAN is there since 8 August 1967, Laos in it since 23 July 1997; Nauru is in none of the blocs; Belgium-Luxembourg was a reporting unit. */
    @Test
    void membershipsSayWhyThereAreNone() {
        JsonPath answer = Graph.data("""
                { bloc(code: "ASEAN") { members(asOf: "1960-01-01") { from } membersGap(asOf: "1960-01-01") { reason detail }
                    now: membersGap { reason } }
                  laos: partner(code: "LAO") { membershipsGap(asOf: "1950-01-01") { reason detail } now: membershipsGap { reason } }
                  nauru: partner(code: "NRU") { memberships { from } membershipsGap { reason detail } } }
                """).setRootPath("data");

        assertEquals(List.of(), answer.getList("bloc.members"));
        assertEquals("NO_MATCH", answer.getString("bloc.membersGap.reason"));
        assertEquals(
                "Nothing is found: there are members of ASEAN from 1967-08-08 on, and none on this day.",
                answer.getString("bloc.membersGap.detail"));
        assertEquals("NO_MATCH", answer.getString("laos.membershipsGap.reason"));
        assertEquals(List.of(), answer.getList("nauru.memberships"));
        assertEquals("NOT_COVERED", answer.getString("nauru.membershipsGap.reason"));
        assertEquals(
                "Nothing is found: there are no memberships of NRU on record.",
                answer.getString("nauru.membershipsGap.detail"));
        assertNull(answer.get("bloc.now"));
        assertNull(answer.get("laos.now"));
    }

    @Test
    void productsAndPartnersSayWhichConditionsNothingMeets() {
        JsonPath answer = Graph.data("""
                { products(classification: HS2022, level: 2, search: "submarines") { nodes { id } }
                  none: productsGap(classification: HS2022, level: 2, search: "submarines") { reason detail }
                  divisions: products(classification: SITC3, parent: "S3:9", last: 1) { pageInfo { endCursor } }
                  some: productsGap(classification: HS2022, search: "silk") { reason }
                  chapter: product(classification: HS2022, code: "85") { concordance { code } concordanceGap { reason detail } }
                  subheading: product(classification: HS2022, code: "854231") { concordanceGap { reason } }
                  partners(filter: {kind: COUNTRY, text: "Loas"}) { nodes { code } gap { reason detail } }
                  found: partners(filter: {text: "Lao"}) { gap { reason } } }
                """).setRootPath("data");

        assertEquals(List.of(), answer.getList("products.nodes"));
        assertEquals("NO_MATCH", answer.getString("none.reason"));
        assertEquals(
                "Nothing is found: no product of HS2022 is of level 2 and has 'submarines' in a title, or at the beginning of its"
                        + " code.",
                answer.getString("none.detail"));
        assertTrue(Graph.data("{ productsGap(classification: SITC3, parent: \"S3:9\", after: \""
                        + answer.getString("divisions.pageInfo.endCursor") + "\") { detail } }")
                .getString("data.productsGap.detail")
                .endsWith("is a part of S3:9, one level down and comes after the cursor."));
        assertNull(answer.get("some"));
        assertEquals(List.of(), answer.getList("chapter.concordance"));
        assertEquals("NO_MATCH", answer.getString("chapter.concordanceGap.reason"));
        assertTrue(answer.getString("chapter.concordanceGap.detail").endsWith("H6:85 is a group above."));
        assertNull(answer.get("subheading.concordanceGap"));
        assertEquals(List.of(), answer.getList("partners.nodes"));
        assertEquals("NO_MATCH", answer.getString("partners.gap.reason"));
        assertEquals(
                "Nothing is found: no partner is all of this: kind COUNTRY, text 'Loas'.",
                answer.getString("partners.gap.detail"));
        assertNull(answer.get("found.gap"));
    }

    @Test
    void quartersSayWhyThereAreNone() {
        JsonPath answer = Graph.data("""
                { partner(code: "LAO") {
                    none: trade(frequency: MONTHLY, from: 2014, to: 2014) { quarters { growthOnYear } quartersGap { reason } }
                    some: trade(frequency: MONTHLY, from: 2024, to: 2024) { quartersGap { reason } }
                    never: trade(reporter: "VNM", frequency: MONTHLY) { quarters { growthOnYear } quartersGap { reason detail } } } }
                """).setRootPath("data.partner");

        assertEquals(List.of(), answer.getList("none.quarters"));
        assertEquals("NOT_COVERED", answer.getString("none.quartersGap.reason"));
        assertNull(answer.get("some.quartersGap"));
        assertEquals("NOT_COVERED", answer.getString("never.quartersGap.reason"));
        assertTrue(answer.getString("never.quartersGap.detail").startsWith("No dataset has MONTHLY figures"));
    }

    @Test
    void aFieldOfManySaysOfEachWhyItIsEmpty() {
        JsonPath partners = Graph.data("""
                { partners(first: 500, filter: {text: "La"}) { nodes { code indicators(from: 2019, to: 2019) { year }
                    indicatorsGap(from: 2019, to: 2019) { reason detail } } }
                  partner(code: "LAO") { indicatorsGap(from: 1900, to: 1910) { reason } } }
                """).setRootPath("data.partners.nodes");

        assertNull(partners.get("find { it.code == 'LAO' }.indicatorsGap"));
        // Taiwan is in no figure of the World Bank.
        assertEquals("NOT_REPORTED", partners.getString("find { it.indicators.isEmpty() }.indicatorsGap.reason"));
        assertEquals("NOT_COVERED", partners.setRootPath("data").getString("partner.indicatorsGap.reason"));
    }
}
