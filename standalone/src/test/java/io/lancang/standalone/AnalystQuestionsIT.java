package io.lancang.standalone;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an analyst goes on to ask about the questions of {@link QuestionsIT}, each in one request to the gateway. */
class AnalystQuestionsIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    // Question 1, in yuan and by member.

    @Test
    void tradeWithAseanIsConvertedToYuanByTheAverageRateOfEachYear() {
        SET.ask("""
                { bloc(code: "ASEAN") { trade(from: 2019, to: 2019) { points { total { amount }
                    converted(to: CNY) { total { amount quality } rate { cnyPerUsd origin source { id } } } } } }
                  exchangeRates(from: 2019, to: 2019) { cnyPerUsd } }""")
                .body("errors", nullValue())
                .body("data.bloc.trade.points[0].converted.total.quality", is("ESTIMATED"))
                .body("data.bloc.trade.points[0].converted.rate.origin", is("PERIOD_AVERAGE"))
                .body("data.bloc.trade.points[0].converted.rate.source.id", is("FED_H10"))
                .body("data.bloc.trade.points[0].converted.rate.cnyPerUsd", notNullValue());
    }

    @Test
    void tradeWithAseanIsSummedByMemberInOneCurrencyWithARemainder() {
        SET.ask("""
                { tradeSummary(filter: {blocs: ["ASEAN"], from: 2023, to: 2024}, groupBy: [PERIOD, PARTNER], top: 3,
                    combine: [VALUATIONS, DATASETS], convertTo: USD, measures: [SUM, SHARE]) {
                    rows { period { year } partner { code name } other currency cnyPerUsd sum { amount } share } notes } }""")
                .body("errors", nullValue())
                .body("data.tradeSummary.rows", hasSize(8))
                .body("data.tradeSummary.rows.currency", everyItem(is("USD")))
                .body("data.tradeSummary.rows.findAll { !it.other }.partner.code", hasItem("VNM"))
                .body("data.tradeSummary.notes", not(hasSize(0)));
    }

    // Question 3: who gained and lost share, and did trade become more diversified?

    @Test
    void tradeWithTheWorldMovedFromTheUnitedStatesTowardsAseanAndRussia() {
        SET.ask("""
                { partner(code: "WORLD") { trade { diversification(from: 2017, to: 2024, top: 10) { moved concentrationChange
                    gained { code change partner { name } } lost { code change } } } } }""")
                .body("errors", nullValue())
                .body("data.partner.trade.diversification.gained.code", hasItems("VNM", "RUS"))
                .body("data.partner.trade.diversification.lost.code", hasItems("USA", "JPN"))
                .body("data.partner.trade.diversification.moved.doubleValue()", greaterThan(5.0));
    }

    @Test
    void exportsToAseanAreConcentratedOnManufactures() {
        SET.ask("""
                { bloc(code: "ASEAN") { trade { concentration(year: 2015, by: PRODUCT, flow: EXPORTS) } } }""")
                .body("errors", nullValue())
                .body("data.bloc.trade.concentration.doubleValue()", closeTo(0.27112, 1e-5));
    }

    @Test
    void membersOfAseanComeWithTheirAdvantagesAndTheirCorridorsTogether() {
        SET.ask("""
                { bloc(code: "ASEAN") { members(asOf: "2015-12-31") { partner { code corridors { id }
                    revealedComparativeAdvantage(year: 2015) { products { index product { code title } } }
                    tradeComplementarity(year: 2015) { index importBasis } } } } }""")
                .body("errors", nullValue())
                .body("data.bloc.members", hasSize(10))
                .body(
                        "data.bloc.members.find { it.partner.code == 'LAO' }.partner.revealedComparativeAdvantage.products[0].product.code",
                        is("2"))
                .body("data.bloc.members.find { it.partner.code == 'LAO' }.partner.corridors.id", hasItem("clr"))
                .body("data.bloc.members.partner.tradeComplementarity.index", everyItem(notNullValue()));
    }

    // Question 6: where is a figure from, how was it revised, and what is there at all?

    @Test
    void aFigureLeadsToItsDatasetItsReleaseAndItsSource() {
        SET.ask("""
                { tradeFlows(filter: {partners: ["LAO"], from: 2020, to: 2020}, orderBy: VALUE_DESC) { totalCount nodes {
                    value { amount currency quality } dataset { id missing } release { fileName sha256 } source { licence } } }
                  revisions(partner: "LAO", period: "2020", flow: EXPORTS) { current release { fileName } }
                  availability(partner: "LAO") { frequency flow first { year } last { year } missing { year } } }""")
                .body("errors", nullValue())
                .body("data.tradeFlows.totalCount", is(2))
                .body("data.tradeFlows.nodes.release.sha256", everyItem(notNullValue()))
                .body("data.tradeFlows.nodes.source.licence", everyItem(notNullValue()))
                .body("data.revisions[0].current", is(true))
                .body("data.availability.frequency", hasItems("ANNUAL", "MONTHLY"));
    }

    @Test
    void whatIsNotLoadedHasAReasonAndNoNumber() {
        SET.ask("""
                { partner(code: "LAO") { revealedComparativeAdvantage(year: 2019) { products { index } gap { reason detail } } } }""")
                .body("errors", nullValue())
                .body("data.partner.revealedComparativeAdvantage.products", hasSize(0))
                .body("data.partner.revealedComparativeAdvantage.gap.reason", is("NOT_COVERED"));
    }

    // Which goods?

    /** Tyres of rubber, 4011 and 4012; no code has a sign that patterns are made of. Smartphones are 8517.13, and were a part of 8517.12. */
    @Test
    void productsAreFoundByTheirWordsInAnyFormAndLedFromOneRevisionToAnother() {
        SET.ask("""
                { words: products(classification: HS2022, level: 4, search: "rubber tyre") { nodes { code } }
                  percent: products(classification: HS2022, search: "%") { nodes { code } }
                  underscore: products(classification: HS2022, search: "85_2") { nodes { code } }
                  product(classification: HS2022, code: "851713") { concordance { classification code } } }""")
                .body("errors", nullValue())
                .body("data.words.nodes.code", hasItems("4011", "4012"))
                .body("data.percent.nodes", is(List.of()))
                .body("data.underscore.nodes", is(List.of()))
                .body("data.product.concordance.find { it.classification == 'HS2017' }.code", is("851712"))
                .body("data.product.concordance.find { it.classification == 'HS2012' }.code", is("851712"));
    }
}
