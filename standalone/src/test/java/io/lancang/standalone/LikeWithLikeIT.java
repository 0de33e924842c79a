package io.lancang.standalone;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Figures compare the same partners and agree with each other, asked through the gateway. Expected numbers are
 * added up from the rows of `trade_annual.csv`, in US dollars.
 */
class LikeWithLikeIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    /**
     * The 27 members of 2020 traded 618,581,857,080 in 2019 and 652,103,844,650 in 2020; with the United Kingdom, the union of 2019 traded
     * 704,685,324,160, and with its 72,666,491,940 + 19,770,810,590 of 2020 the same 28 traded 744,541,147,180.
     */
    @Test
    void theUnionGrewIn2020ByItsMembersOf2020AndShrankByTheOneThatLeft() {
        SET.ask("""
                { bloc(code: "EU") { trade(from: 2020, to: 2020) { points { growth
                    detail: growthDetail { percent basis { composition membersOf left { code } joined { code } } }
                    then: growthDetail(membersOf: 2019) { percent basis { composition membersOf } }
                    own: growthDetail(composition: AS_OF_YEAR) { percent from { total { amount } } } }
                    like: change(from: 2019, to: 2020) { percent fold cagr basis { left { code } } from { total { amount } } }
                    own: change(from: 2019, to: 2020, composition: AS_OF_YEAR) { percent from { total { amount } } } } } }""")
                .body("errors", nullValue())
                // 652,103,844,650 / 618,581,857,080
                .body("data.bloc.trade.points[0].growth.doubleValue()", closeTo(5.419168, 1e-5))
                .body("data.bloc.trade.points[0].detail.basis.composition", is("LIKE_FOR_LIKE"))
                .body("data.bloc.trade.points[0].detail.basis.membersOf", is(2020))
                .body("data.bloc.trade.points[0].detail.basis.left.code", is(List.of("GBR")))
                // 744,541,147,180 / 704,685,324,160
                .body("data.bloc.trade.points[0].then.percent.doubleValue()", closeTo(5.655833, 1e-5))
                .body("data.bloc.trade.points[0].then.basis.membersOf", is(2019))
                .body("data.bloc.trade.like.fold.doubleValue()", closeTo(1.05419168, 1e-7))
                .body("data.bloc.trade.like.from.total.amount", is(618581857080L))
                // 652,103,844,650 / 704,685,324,160
                .body("data.bloc.trade.points[0].own.percent.doubleValue()", closeTo(-7.461696, 1e-5))
                .body("data.bloc.trade.own.percent.doubleValue()", closeTo(-7.461696, 1e-5))
                .body("data.bloc.trade.own.from.total.amount", is(704685324160L));
    }

    /**
     * The 25 members of 2004 traded 132,939,390,000 in 2003 and 177,157,633,439 in 2004; the 15 of 2003 traded 125,284,593,000. The 15 of 1997,
     * with Belgium-Luxembourg of 1996 for two of them, traded 39,750,585,000 and 43,075,312,590; without it 37,636,157,000.
     */
    @ParameterizedTest
    @CsvSource({"2004,33.261958,41.404166,10,0", "1997,8.363971,14.451942,0,0"})
    void theUnionGrewByThoseWhoAreInBothYearsAndByMoreWithWhoJoinedOrLacksABase(
            int year, double like, double own, int joined, int uncompared) {
        SET.ask("""
                query ($year: Int!) { bloc(code: "EU") { trade(from: $year, to: $year) { points {
                    detail: growthDetail { percent basis { joined { code } uncompared { code } } }
                    own: growthDetail(composition: AS_OF_YEAR) { percent } } } } }""", Map.of("year", year))
                .body("errors", nullValue())
                .body("data.bloc.trade.points[0].detail.percent.doubleValue()", closeTo(like, 1e-5))
                .body("data.bloc.trade.points[0].detail.basis.joined", hasSize(joined))
                .body("data.bloc.trade.points[0].detail.basis.uncompared", hasSize(uncompared))
                .body("data.bloc.trade.points[0].own.percent.doubleValue()", closeTo(own, 1e-5));
    }

    /**
     * Of China's trade of 2017, 4,112,219,987,386, the union of then had 619,940,896,481, and today's 27 members had 540,284,352,668. Of the
     * 6,166,918,787,623 of 2024 they have 786,426,841,072.
     */
    @Test
    void theUnionsShareFellBecauseAMemberLeft() {
        SET.ask("""
                { like: tradeRanking(year: 2024, compareWith: 2017, among: ["EU"]) { shareChange share earlierShare }
                  own: tradeRanking(year: 2024, compareWith: 2017, among: ["EU"], composition: AS_OF_YEAR) { shareChange }
                  bloc(code: "EU") { trade(from: 2017, to: 2017, composition: CURRENT) { points { total { amount } } } } }""")
                .body("errors", nullValue())
                // 12.752346 - 13.138508
                .body("data.like[0].shareChange.doubleValue()", closeTo(-0.386162, 1e-5))
                // 12.752346 - 15.075577
                .body("data.own[0].shareChange.doubleValue()", closeTo(-2.323231, 1e-5))
                .body("data.bloc.trade.points[0].total.amount", is(540284352668L));
    }

    /** Of the 27 members of 2020 each has figures of both years, so that what they contribute adds up to 5.419168 percent. */
    @Test
    void sharesContributionsAndGroupsSayWhoLeft() {
        SET.ask("""
                { bloc(code: "EU") { trade(from: 2020, to: 2020) {
                    points { contributions { contributionToGrowth basis { membersOf left { code } } } }
                    like: diversification(from: 2019, to: 2020) { basis { left { code } } gap { reason } }
                    own: diversification(from: 2019, to: 2020, composition: AS_OF_YEAR) { gap { missingPartners { code } } } } }
                  like: tradeSummary(filter: {blocs: ["EU"], from: 2020, to: 2020}, groupBy: [PERIOD, BLOC], measures: [SUM, GROWTH],
                      combine: [VALUATIONS], minValue: 600000000000) { rows { growth basis { composition membersOf left { code } uncompared { code } } } }
                  own: tradeSummary(filter: {blocs: ["EU"], from: 2020, to: 2020}, groupBy: [PERIOD, BLOC], measures: [SUM, GROWTH],
                      combine: [VALUATIONS], growthComposition: AS_OF_YEAR) { rows { growth basis { composition left { code } } } }
                  none: tradeSummary(filter: {blocs: ["EU"], from: 2020, to: 2020}, groupBy: [PERIOD, BLOC], measures: [SUM],
                      combine: [VALUATIONS], minValue: 700000000000) { rows { blocCode } notes } }""")
                .body("errors", nullValue())
                .body(
                        "data.bloc.trade.points[0].contributions.contributionToGrowth.sum().doubleValue()",
                        closeTo(5.419168, 1e-5))
                .body("data.bloc.trade.points[0].contributions[0].basis.membersOf", is(2020))
                .body("data.bloc.trade.points[0].contributions[0].basis.left.code", is(List.of("GBR")))
                .body("data.bloc.trade.like.basis.left.code", is(List.of("GBR")))
                .body("data.bloc.trade.like.gap", nullValue())
                .body("data.bloc.trade.own.gap.missingPartners.code", is(List.of("GBR")))
                .body("data.like.rows[0].growth.doubleValue()", closeTo(5.419168, 1e-5))
                .body("data.like.rows[0].basis.composition", is("LIKE_FOR_LIKE"))
                .body("data.like.rows[0].basis.membersOf", is(2020))
                .body("data.like.rows[0].basis.left.code", is(List.of("GBR")))
                .body("data.like.rows[0].basis.uncompared", is(List.of()))
                .body("data.own.rows[0].growth.doubleValue()", closeTo(-7.461696, 1e-5))
                .body("data.own.rows[0].basis.composition", is("AS_OF_YEAR"))
                .body("data.none.rows", is(List.of()))
                .body(
                        "data.none.notes[0]",
                        is("Nothing is found: there are groups, but none has a sum of at least 700000000000."));
    }

    /** From 2010 to 2019, of those above 50 billion: Viet Nam 30,092,078,786 to 162,082,798,260, Japan 296,566,452,328 to 314,747,281,180. */
    @Test
    void partnersAreRankedByTheirCompoundGrowth() {
        SET.ask("""
                { first: tradeRanking(year: 2019, compareWith: 2010, orderBy: CAGR, minValue: 5e10, top: 2) { code change { cagr } }
                  last: tradeRanking(year: 2019, compareWith: 2010, orderBy: CAGR, ascending: true, minValue: 5e10, top: 1) {
                    code change { cagr } } }""")
                .body("errors", nullValue())
                .body("data.first.code", is(List.of("VNM", "MEX")))
                // the ninth root of 162,082,798,260 / 30,092,078,786
                .body("data.first[0].change.cagr.doubleValue()", closeTo(20.574053, 1e-5))
                .body("data.last.code", is(List.of("JPN")))
                .body("data.last[0].change.cagr.doubleValue()", closeTo(0.663287, 1e-5));
    }

    /** The world's months of 2024 are of the table by partner, those of 2025 of the table of totals. */
    @Test
    void sumsOfDifferentDatasetsDoNotGrowOnEachOther() {
        SET.ask("""
                { partner(code: "WORLD") { trade(frequency: MONTHLY, from: 2025, to: 2025) {
                    points { growth growthGap { reason } } quarters { growthOnYear growthGap { reason } } } }
                  months: tradeSummary(filter: {partners: ["WORLD"], frequency: MONTHLY, from: 2024, to: 2025}, groupBy: [PERIOD],
                    measures: [SUM, GROWTH], combine: [VALUATIONS, DATASETS]) { rows { period { year month } growth growthGap { reason detail } } } }""")
                .body("errors", nullValue())
                .body("data.partner.trade.points[0].growth", nullValue())
                .body("data.partner.trade.points[0].growthGap.reason", is("COMPOSITION_CHANGED"))
                .body("data.partner.trade.quarters[0].growthOnYear", nullValue())
                .body("data.partner.trade.quarters[0].growthGap.reason", is("COMPOSITION_CHANGED"))
                .body(
                        "data.months.rows.find { it.period.year == 2025 && it.period.month == 1 }.growthGap.reason",
                        is("COMPOSITION_CHANGED"));
    }

    /**
     * China traded 1,275,563,503 + 1,298,095,704 with Laos in 2015, and 1,010,707,000 + 1,343,603,000 in 2016, when it has figures with Curaçao
     * for the first time: 5,637,000 + 2,000. Two figures of four are compared.
     */
    @Test
    void aSumOverMoreFiguresThanBeforeGrowsByThoseThatItHadBefore() {
        SET.ask(
                        """
                query ($filter: TradeFlowFilterInput!) {
                  like: tradeSummary(filter: $filter, groupBy: [PERIOD], measures: [SUM, COUNT, GROWTH], combine: [VALUATIONS]) {
                    rows { sum { amount } count growth growthFigures basis { composition uncompared { code } } } }
                  own: tradeSummary(filter: $filter, groupBy: [PERIOD], measures: [GROWTH], combine: [VALUATIONS],
                    growthComposition: AS_OF_YEAR) { rows { growth } } }""",
                        Map.of(
                                "filter",
                                Map.of(
                                        "partners",
                                        List.of("LAO", "CUW"),
                                        "datasets",
                                        List.of("trade_annual"),
                                        "from",
                                        2016,
                                        "to",
                                        2016)))
                .body("errors", nullValue())
                .body("data.like.rows", hasSize(1))
                .body("data.like.rows[0].sum.amount", is(2359949000L))
                .body("data.like.rows[0].count", is(4))
                .body("data.like.rows[0].growthFigures", is(2))
                // 2,354,310,000 / 2,573,659,207
                .body("data.like.rows[0].growth.doubleValue()", closeTo(-8.522853, 1e-5))
                .body("data.like.rows[0].basis.composition", is("LIKE_FOR_LIKE"))
                .body("data.like.rows[0].basis.uncompared.code", is(List.of("CUW")))
                // 2,359,949,000 / 2,573,659,207
                .body("data.own.rows[0].growth.doubleValue()", closeTo(-8.303749, 1e-5));
    }

    /** Viet Nam exported 21,457,667,949 to China in 2015, and has no figures with others. */
    @Test
    void aCorridorServesTheTradeOfAnyReporter() {
        SET.ask("""
                { corridors(filter: {partner: "VNM"}) { nodes { partners { code }
                    tradeServed(from: 2015, to: 2015, reporter: "VNM") { reporter { code } points { exports { amount } } } } } }""")
                .body("errors", nullValue())
                .body("data.corridors.nodes.tradeServed.reporter.code", everyItem(is("VNM")))
                .body(
                        "data.corridors.nodes.find { it.partners.code.contains('CHN') }.tradeServed.points[0].exports.amount",
                        is(21457667949L));
    }

    /**
     * The sum over the ten members of 2023 is 911,955,941,000; Customs' own line for ASEAN is 911,722,370,000, both from yuan at 7.03.
     */
    @Test
    void aBlocShowsTheAggregateThatItsDatasetHasBesideTheSumOverMembers() {
        SET.ask("""
                { bloc(code: "ASEAN") { trade(from: 2023, to: 2023) { points { total { amount } reportedAggregate { total { amount } } } } } }""")
                .body("errors", nullValue())
                .body("data.bloc.trade.points[0].total.amount", is(911955941000L))
                .body("data.bloc.trade.points[0].reportedAggregate.total.amount", is(911722370000L));
    }

    /**
     * In 2019 the world's total is 4,567,498,888,720, that with the United States 541,819,906,200: 11.862508 percent; Japan has
     * 314,747,281,180.
     */
    @Test
    void aPlaceAndAShareAreTheSameWhereverTheyAreAsked() {
        SET.ask("""
                { tradeRanking(year: 2019, top: 2) { position code share point { rank shareOfChina } }
                  partner(code: "USA") { trade(from: 2019, to: 2019) { points { rank shareOfChina } } }
                  tradeSummary(filter: {from: 2019, to: 2019}, groupBy: [PARTNER], measures: [SUM, SHARE], top: 2,
                    combine: [VALUATIONS]) { rows { partnerCode sum { amount } share other } notes } }""")
                .body("errors", nullValue())
                .body("data.tradeRanking.code", is(List.of("USA", "JPN")))
                .body("data.tradeRanking.position", is(List.of(1, 2)))
                .body("data.tradeRanking.point.rank", is(List.of(1, 2)))
                .body("data.tradeRanking[0].share.doubleValue()", closeTo(11.862508, 1e-5))
                .body("data.tradeRanking[0].point.shareOfChina.doubleValue()", closeTo(11.862508, 1e-5))
                .body("data.partner.trade.points[0].shareOfChina.doubleValue()", closeTo(11.862508, 1e-5))
                // Of what the filter finds, which is not the world's total: it says so.
                .body("data.tradeSummary.rows[0].partnerCode", is("USA"))
                .body("data.tradeSummary.rows[0].sum.amount", is(541819906200L))
                .body("data.tradeSummary.notes", hasItem(startsWith("SHARE is of the sum of what the filter finds.")));
    }

    /**
     * Of those with a billion in 2019: Liberia from 2,043,205,480 to 4,022,268,040, Luxembourg from 1,167,403,110 to 1,939,538,320,
     * Azerbaijan from 899,422,940 to 1,477,191,240; Brunei fell most, from 1,847,199,280 to 1,101,000,510.
     */
    @Test
    void theFastestAndTheSlowestOfThoseWhoAreLargeEnoughAreOneQueryEach() {
        SET.ask("""
                { fastest: tradeRanking(year: 2019, compareWith: 2018, orderBy: GROWTH, minValue: 1000000000, top: 10) {
                    position code change { percent } point { total { amount } } }
                  slowest: tradeRanking(year: 2019, compareWith: 2018, orderBy: GROWTH, ascending: true, minValue: 1000000000, top: 3) {
                    code change { percent } }
                  byValue: tradeRanking(year: 2019, compareWith: 2018, top: 1) { code } }""")
                .body("errors", nullValue())
                .body("data.fastest", hasSize(10))
                .body("data.fastest.code", hasItems("LBR", "LUX", "AZE", "BLR"))
                .body("data.fastest[0].code", is("LBR"))
                // 4,022,268,040 / 2,043,205,480
                .body("data.fastest[0].change.percent.doubleValue()", closeTo(96.860672, 1e-5))
                .body("data.slowest.code", is(List.of("BRN", "IRN", "CHE")))
                // 1,101,000,510 / 1,847,199,280
                .body("data.slowest[0].change.percent.doubleValue()", closeTo(-40.396225, 1e-5))
                .body("data.byValue.code", is(List.of("USA")));
    }

    @Test
    void everyCountryHasARegionOfTheUnitedNations() {
        SET.ask("""
                { regions { name }
                  syria: partner(code: "SYR") { region } congo: partner(code: "COG") { region }
                  moldova: partner(code: "MDA") { region } montenegro: partner(code: "MNE") { region }
                  kosovo: partner(code: "XKX") { region }
                  oceania: partners(filter: {region: "Australia and New Zealand"}) { nodes { code } }
                  countries: partners(first: 300, filter: {kind: COUNTRY}) { totalCount nodes { code region } } }""")
                .body("errors", nullValue())
                .body("data.regions", hasSize(23))
                .body("data.syria.region", is("Western Asia"))
                .body("data.congo.region", is("Middle Africa"))
                .body("data.moldova.region", is("Eastern Europe"))
                .body("data.montenegro.region", is("Southern Europe"))
                .body("data.kosovo.region", notNullValue())
                .body("data.countries.nodes", hasSize(251))
                .body("data.countries.nodes.findAll { it.region == null }.code", is(List.of()))
                .body("data.oceania.nodes.code", hasItems("AUS", "NZL"));
    }
}
