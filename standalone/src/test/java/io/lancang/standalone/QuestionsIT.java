package io.lancang.standalone;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The questions that Lancang exists for, each asked in one request to the gateway, with the real figures. */
class QuestionsIT {
    private static final double BILLION = 1e9;

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    // Question 1: how did China's trade with ASEAN change from 2019 to 2022, and how many times larger is it than in
    // 2000?

    @Test
    void asean2019IsComputedFromItsMembersWithinTwoPermilleOfTheQuotedFigure() {
        SET.ask("""
                { bloc(code: "ASEAN") { trade(from: 2019, to: 2019) { points { total { amount currency } quality } } } }""")
                .body("errors", nullValue())
                .body("data.bloc.trade.points", hasSize(1))
                .body("data.bloc.trade.points[0].total.currency", is("USD"))
                .body(
                        "data.bloc.trade.points[0].total.amount.doubleValue()",
                        closeTo(641.5 * BILLION, 641.5 * BILLION * 0.002))
                .body("data.bloc.trade.points[0].quality", not("HEADLINE"));
    }

    @Test
    void asean2022IsTheQuotedFigureAndSaysSo() {
        SET.ask("""
                { bloc(code: "ASEAN") { trade(from: 2022, to: 2022) { points { total { amount } quality sources { id } } } } }""")
                .body("errors", nullValue())
                .body("data.bloc.trade.points[0].total.amount.doubleValue()", closeTo(975.3 * BILLION, 1))
                .body("data.bloc.trade.points[0].quality", is("HEADLINE"))
                .body("data.bloc.trade.points[0].sources.id", not(empty()));
    }

    @Test
    void aseanGrewAboutTwentyfourfoldSince2000() {
        SET.ask("""
                { bloc(code: "ASEAN") { trade(from: 2000, to: 2022) { change(from: 2000, to: 2022) {
                    fold percent cagr absolute { amount } to { quality } } } } }""")
                .body("errors", nullValue())
                .body(
                        "data.bloc.trade.change.fold.doubleValue()",
                        both(greaterThan(24.0)).and(lessThan(25.0)))
                .body("data.bloc.trade.change.to.quality", is("HEADLINE"));
    }

    // Question 2: which corridors link China with Laos, and how did trade develop around their opening?

    @Test
    void theChinaLaosRailwayIsAmongTheCorridorsOfLaosWithTradeAroundItsOpening() {
        ValidatableResponse answer = SET.ask("""
                { partner(code: "LAO") { name corridors { id name kind status openedOn
                    segments { id from { name } to { name } status capacity opened { text } }
                    partners { code name }
                    tradeAroundOpening(years: 3) { before { period { year } total { amount } }
                                                   after { period { year } total { amount } gap { reason } } } } } }""");
        String railway = "data.partner.corridors.find { it.id == 'clr' }";
        answer.body("errors", nullValue())
                .body("data.partner.name", is("Lao People's Democratic Republic"))
                .body(railway + ".name", is("China–Laos Railway"))
                .body(railway + ".openedOn", is("2021-12-03"))
                .body(railway + ".status", is("OPERATIONAL"))
                .body(railway + ".segments", not(empty()))
                .body(railway + ".partners.code", hasItems("CHN", "LAO"))
                .body(
                        railway + ".partners.name",
                        hasItems("People's Republic of China", "Lao People's Democratic Republic"))
                .body(railway + ".tradeAroundOpening.before.period.year", contains(2018, 2019, 2020))
                .body(railway + ".tradeAroundOpening.after.period.year", contains(2022, 2023, 2024));
    }

    // Question 3: which partners' share of China's trade rose or fell most between 2017 and 2024?

    @Test
    void aseanGainedAndTheUnitedStatesLostShareBetween2017And2024() {
        SET.ask("""
                { tradeRanking(year: 2024, compareWith: 2017, orderBy: SHARE_CHANGE,
                               among: ["ASEAN", "EU", "USA", "JPN", "KOR"]) {
                    code share shareChange } }""")
                .body("errors", nullValue())
                .body("data.tradeRanking[0].code", equalTo("ASEAN"))
                // The 27 members of 2024: 12.75 percent after 13.14.
                .body("data.tradeRanking.find { it.code == 'EU' }.shareChange.doubleValue()", closeTo(-0.39, 0.005))
                .body("data.tradeRanking.find { it.code == 'ASEAN' }.shareChange.doubleValue()", greaterThan(0.0))
                .body("data.tradeRanking.find { it.code == 'USA' }.shareChange.doubleValue()", lessThan(0.0));
    }

    // Question 4: from Kunming to Singapore by rail only what is operational: which way, how long, through which border
    // crossings, where is the missing link?

    @Test
    void theRailwayFromKunmingEndsAtJohorBahruBecauseTheLastLinkRunsToWoodlandsOnly() {
        SET.ask("""
                { routes(from: "kunming", to: "singapore", modes: [RAIL]) { routes { knownLengthKm }
                    reachFrom { name partner { code name } } reachTo { name }
                    missing { name status statusNote lengthKm greatCircleKm corridor { id name partners { code } } } gapKm } }""")
                .body("errors", nullValue())
                .body("data.routes.routes", empty())
                .body("data.routes.reachFrom[0].name", is("Kunming"))
                .body("data.routes.reachFrom[-1].name", is("Johor Bahru"))
                .body("data.routes.reachFrom[-1].partner.name", is("Malaysia"))
                .body("data.routes.reachTo.name", contains("Singapore port"))
                .body("data.routes.missing.name", contains("Johor Bahru–Singapore (Woodlands)"))
                .body("data.routes.missing[0].status", is("PARTLY_OPERATIONAL"))
                .body("data.routes.missing[0].corridor.id", is("ksr-central"))
                .body("data.routes.gapKm.doubleValue()", closeTo(22.1, 0.1));
    }

    @Test
    void withTheLinkThatIsInServiceInPartItLeadsThroughLaosThailandAndMalaysiaWithOneChangeOfGauge() {
        SET.ask("""
                { routes(from: "CNKNM", to: "SGSIN", modes: [RAIL], statuses: [OPERATIONAL, PARTLY_OPERATIONAL],
                         alternatives: 1) { routes { partners { code name } legs { segment { id } }
                    crossings { from { name } to { name } } transfers { at { name } fromGaugesMm toGaugesMm }
                    knownLengthKm greatCircleKm measuredShare } } }""")
                .body("errors", nullValue())
                .body("data.routes.routes[0].partners.code", contains("CHN", "LAO", "THA", "MYS", "SGP"))
                .body("data.routes.routes[0].partners.name", hasItem("Thailand"))
                .body(
                        "data.routes.routes[0].crossings.from.name",
                        contains(
                                "Mohan road/rail border port",
                                "Thanaleng Dry Port / Vientiane Logistics Park",
                                "Padang Besar",
                                "Johor Bahru"))
                .body("data.routes.routes[0].transfers", hasSize(1))
                .body("data.routes.routes[0].transfers[0].fromGaugesMm", contains(1435))
                .body("data.routes.routes[0].transfers[0].toGaugesMm", contains(1000))
                .body("data.routes.routes[0].knownLengthKm.doubleValue()", closeTo(1597.9, 0.01))
                .body(
                        "data.routes.routes[0].measuredShare.doubleValue()",
                        both(greaterThan(0.5)).and(lessThan(0.51)));
    }

    // Question 5: for every RCEP member: trade, balance, growth, corridors by kind, border crossings.

    @Test
    void everyRcepMemberComesWithTradeAndCorridorsTogether() {
        SET.ask("""
                { bloc(code: "RCEP") { members { partner { code name
                    trade(from: 2019, to: 2020) { points { period { year } total { amount } balance { amount } growth } }
                    corridors { id kind } borderCrossings { id name } } } } }""")
                .body("errors", nullValue())
                .body("data.bloc.members", hasSize(15))
                .body("data.bloc.members.partner.corridors", everyItem(notNullValue()))
                .body(
                        "data.bloc.members.find { it.partner.code == 'VNM' }.partner.trade.points[0].total.amount",
                        notNullValue())
                .body(
                        "data.bloc.members.find { it.partner.code == 'VNM' }.partner.trade.points[1].balance.amount",
                        notNullValue())
                .body(
                        "data.bloc.members.find { it.partner.code == 'VNM' }.partner.trade.points[1].growth",
                        notNullValue())
                .body("data.bloc.members.find { it.partner.code == 'LAO' }.partner.corridors.id", hasItem("clr"))
                .body("data.bloc.members.find { it.partner.code == 'VNM' }.partner.borderCrossings", not(empty()));
    }

    @Test
    void everyRcepMemberComesWithItsCorridorsByKindAndWhatWouldCutItOff() {
        SET.ask("""
                { bloc(code: "RCEP") { members { partner { code name connectivity {
                    corridors { kind status count } borderCrossingCount acrossBorder { mode status segments }
                    openedSince(year: 2020) { id } resilience(modes: [RAIL]) { connected segments { id } } } } }
                    connectivity { partners { code } corridors { kind status count } } } }""")
                .body("errors", nullValue())
                .body("data.bloc.members", hasSize(15))
                .body("data.bloc.members.partner.connectivity", everyItem(notNullValue()))
                .body(
                        "data.bloc.members.find { it.partner.code == 'LAO' }.partner.connectivity.resilience.segments.id",
                        contains("clr-05"))
                .body(
                        "data.bloc.members.find { it.partner.code == 'LAO' }.partner.connectivity.openedSince.id",
                        hasItem("clr"))
                .body(
                        "data.bloc.members.find { it.partner.code == 'VNM' }.partner.connectivity.borderCrossingCount",
                        is(6))
                .body("data.bloc.members.find { it.partner.code == 'NZL' }.partner.connectivity.corridors", empty())
                .body("data.bloc.connectivity.partners", hasSize(15));
    }

    // Question 6: where does each figure come from, how sure is it, and what is missing?

    @Test
    void everyFigureNamesItsSourceLicenceAndQuality() {
        SET.ask("""
                { partner(code: "VNM") { trade(from: 2015, to: 2024) { points { period { year } quality
                    exports { amount currency valuation estimated } imports { amount currency valuation estimated }
                    sources { id title licence } } } } }""")
                .body("errors", nullValue())
                .body("data.partner.trade.points", hasSize(10))
                .body("data.partner.trade.points.quality", everyItem(notNullValue()))
                .body("data.partner.trade.points.sources", everyItem(not(empty())))
                .body("data.partner.trade.points.sources.flatten().licence", everyItem(notNullValue()))
                .body("data.partner.trade.points[0].exports.valuation", is("FOB"))
                .body("data.partner.trade.points[0].imports.valuation", is("CIF"));
    }

    @Test
    void missingExportsAreNullWithAReasonAndNeverZeroOrInterpolated() {
        ValidatableResponse answer = SET.ask("""
                { partner(code: "LAO") { trade(from: 2020, to: 2022) { points { period { year }
                    exports { amount } imports { amount } total { amount } gap { reason detail } quality } } } }""");
        answer.body("errors", nullValue())
                .body("data.partner.trade.points[0].exports.amount", notNullValue())
                .body("data.partner.trade.points[1].exports", nullValue())
                .body("data.partner.trade.points[1].total", nullValue())
                .body("data.partner.trade.points[1].imports.amount", notNullValue())
                .body("data.partner.trade.points[1].gap.reason", notNullValue())
                .body("data.partner.trade.points[1].gap.detail", notNullValue())
                .body("data.partner.trade.points[2].exports", nullValue())
                .body("data.partner.trade.points[2].imports.amount", notNullValue());
    }

    @Test
    void tradeServedByACorridorIsTheTradeWithThePartnersThatItLinks() {
        Number withLaos = SET.ask("""
                { partner(code: "LAO") { trade(from: 2019, to: 2019) { points { total { amount } } } } }""").extract().path("data.partner.trade.points[0].total.amount");
        SET.ask("""
                { corridor(id: "clr") { tradeServed(from: 2019, to: 2019) { points { total { amount } } } } }""")
                .body("errors", nullValue())
                .body("data.corridor.tradeServed.points[0].total.amount", equalTo(withLaos));
    }

    @Test
    void tradeAroundAnOpeningIsComparedWhereOnlyItsYearIsKnown() {
        SET.ask("""
                { corridor(id: "kbe") { openedOn openedYear tradeAroundOpening(years: 2) { openedOn percent gap { reason }
                    before { period { year } } after { period { year } } } } }""")
                .body("errors", nullValue())
                .body("data.corridor.openedOn", nullValue())
                .body("data.corridor.openedYear", is(2008))
                .body("data.corridor.tradeAroundOpening.percent", notNullValue())
                .body("data.corridor.tradeAroundOpening.gap", nullValue())
                .body("data.corridor.tradeAroundOpening.before.period.year", contains(2006, 2007))
                .body("data.corridor.tradeAroundOpening.after.period.year", contains(2009, 2010));
    }

    /** What the words of the files doubt, and what others than this set should hear before they quote it. */
    @Test
    void factsWhoseSourcesDifferOrThatNobodyConfirmsAreMarked() {
        SET.ask("""
                { corridor(id: "cm-rail") { segments { id lengthKm findings { kind detail } } }
                  gas: corridor(id: "cm-gas") { findings { kind } }
                  khunjerab: location(id: "khunjerab") { findings { kind } }
                  lweje: location(id: "lweje") { throughput(metric: BORDER_IMPORTS_FROM_CHINA) { findings { kind detail } } }
                  networkFindings(kinds: [DERIVED]) { subject } }""")
                .body("errors", nullValue())
                .body(
                        "data.corridor.segments.find { it.id == 'cm-rail-07' }.findings.find { it.kind == 'SOURCES_DISAGREE' }"
                                + ".detail",
                        containsString("410 km by a source of 2019"))
                .body("data.corridor.segments.find { it.id == 'cm-rail-03' }.findings.kind", hasItem("DERIVED"))
                .body("data.gas.findings.kind", hasItem("SOURCES_DISAGREE"))
                .body("data.khunjerab.findings.kind", hasItems("UNVERIFIED_COORDINATES", "UNVERIFIED_SOURCE"))
                .body("data.lweje.throughput[0].findings.kind", hasItem("SOURCES_DISAGREE"))
                .body("data.networkFindings.subject", hasItems("cm-oil-02", "cm-rail-03", "lancang-mekong-03"));
    }

    @Test
    void aBlocsCorridorsAreThoseOfItsMembers() {
        SET.ask("""
                { bloc(code: "ASEAN") { corridors(kinds: [TRANSPORT]) { id kind partners { code } } } }""")
                .body("errors", nullValue())
                .body("data.bloc.corridors.id", hasItem("clr"))
                .body("data.bloc.corridors.kind", everyItem(is("TRANSPORT")));
    }

    @Test
    void aBlocsCorridorsAreFilteredByStatusAsThoseOfAPartner() {
        SET.ask("""
                { bloc(code: "ASEAN") { corridors(kinds: [ENERGY], statuses: [UNDER_CONSTRUCTION]) { id } } }""").body("errors", nullValue()).body("data.bloc.corridors.id", contains("cl-500kv"));
    }

    @Test
    void aCorridorIsFoundByItsNameWithAnOrdinaryHyphen() {
        SET.ask("""
                { corridors(filter: {text: "kunming-singapore"}) { nodes { id } } }""")
                .body("errors", nullValue())
                .body("data.corridors.nodes.id", contains("ksr-central", "ksr-eastern", "ksr-western"));
    }

    @Test
    void everyWayFromKunmingToBangkokIsOneForGoodsAndPeople() {
        SET.ask("""
                { routes(from: "kunming", to: "bangkok", alternatives: 10, maxOverlap: 1) { routes { legs { segment { mode } } } } }""")
                .body("errors", nullValue())
                .body("data.routes.routes", hasSize(10))
                .body(
                        "data.routes.routes.legs.flatten().segment.mode",
                        everyItem(oneOf("RAIL", "ROAD", "WATERWAY", "SEA")));
    }

    @Test
    void noDistanceIsDoubtedOfASegmentWithAnEndThatNobodyCanPlace() {
        SET.ask("{ networkFindings(kinds: [SHORTER_THAN_GREAT_CIRCLE]) { subject detail } }")
                .body("errors", nullValue())
                .body("data.networkFindings.subject", hasItem("nn-hanoi-11"))
                .body("data.networkFindings.detail", everyItem(not(containsString("20015"))));
    }

    @Test
    void introspectionShowsTheGraphAndHidesTheMachinery() {
        SET.ask("{ __schema { types { name } queryType { fields { name } } } }")
                .body("errors", nullValue())
                .body(
                        "data.__schema.types.name",
                        allOf(hasItems("Partner", "Corridor"), not(hasItem("join__FieldSet"))))
                .body("data.__schema.queryType.fields.name", not(hasItems("_entities", "_service")));
    }
}
