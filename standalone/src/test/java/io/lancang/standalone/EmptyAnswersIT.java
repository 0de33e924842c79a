package io.lancang.standalone;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is empty says why, and what is misspelt is answered with what there is, asked of trade through the gateway. */
class EmptyAnswersIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    @Test
    void whatIsEmptySaysWhy() {
        SET.ask("""
                { months: partner(code: "LAO") { trade(frequency: MONTHLY, from: 2014, to: 2014) { points { gap { reason detail } } } }
                  reporter: partner(code: "LAO") { trade(reporter: "CN-YN") { points { rank } gap { detail } } }
                  goods: tradeFlows(filter: {classification: SITC4, level: 1}) { nodes { partnerCode } notes }
                  exchangeRates(from: 1970, to: 1975) { __typename } exchangeRatesGap(from: 1970, to: 1975) { reason detail }
                  availability(reporter: "CN-YN") { __typename } availabilityGap(reporter: "CN-YN") { detail }
                  bloc(code: "ASEAN") { mirror(from: 2000, to: 2001) { figures { flow } gap { reason detail } } } }""")
                .body("errors", nullValue())
                .body("data.months.trade.points", hasSize(12))
                .body("data.months.trade.points.gap.reason", everyItem(notNullValue()))
                .body("data.reporter.trade.points", is(List.of()))
                .body("data.reporter.trade.gap.detail", containsString("that Yunnan reports"))
                .body("data.goods.nodes", is(List.of()))
                .body("data.goods.notes[0]", startsWith("Nothing is found: "))
                .body("data.exchangeRates", is(List.of()))
                .body("data.exchangeRatesGap.reason", is("NOT_COVERED"))
                .body("data.exchangeRatesGap.detail", containsString("from 1981 to 2025"))
                .body("data.availability", is(List.of()))
                .body("data.availabilityGap.detail", startsWith("Nothing is found: no dataset has"))
                .body("data.bloc.mirror.figures", is(List.of()))
                .body("data.bloc.mirror.gap.detail", notNullValue());
    }

    /** What people type in place of a code. */
    @ParameterizedTest
    @CsvSource({"Laos,LAO", "Vietnam,VNM", "lao,LAO", "VN,VNM"})
    void aPartnerIsSuggestedByNameAlphaTwoAndCase(String typed, String code) {
        SET.ask("{ partner(code: \"" + typed + "\") { name } }")
                .body("errors[0].extensions.code", is("NOT_FOUND"))
                .body("errors[0].extensions.hint", containsString(code));
    }

    @Test
    void anUnknownValueOfAnEnumIsAnsweredWithThoseThatThereAre() {
        SET.ask("{ tradeRanking(year: 2019, orderBy: SPEED) { code } }")
                .body("errors[0].message", containsString("SPEED"))
                .body("errors[0].message", containsString("SHARE_CHANGE"));
    }

    @Test
    void emptyListsOfWhatFiguresAreAboutSayWhy() {
        SET.ask("""
                { productsGap(classification: HS2022, search: "submarines at anchor") { reason }
                  partners(filter: {text: "Loas"}) { nodes { code } gap { reason detail } }
                  bloc(code: "ASEAN") { membersGap(asOf: "1960-01-01") { detail } }
                  partner(code: "NRU") { membershipsGap { reason }
                    trade(frequency: MONTHLY, from: 2014, to: 2014) { quarters { growthOnYear } quartersGap { reason } } }
                  product(classification: HS2022, code: "85") { concordanceGap { reason } } }""")
                .body("errors", nullValue())
                .body("data.productsGap.reason", is("NO_MATCH"))
                .body("data.partners.gap.detail", is("Nothing is found: no partner is all of this: text 'Loas'."))
                .body("data.bloc.membersGap.detail", containsString("from 1967-08-08 on"))
                .body("data.partner.membershipsGap.reason", is("NOT_COVERED"))
                .body("data.partner.trade.quarters", is(List.of()))
                .body("data.partner.trade.quartersGap.reason", notNullValue())
                .body("data.product.concordanceGap.reason", is("NO_MATCH"));
    }
}
