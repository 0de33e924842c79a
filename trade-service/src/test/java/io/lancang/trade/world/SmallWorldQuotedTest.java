package io.lancang.trade.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is quoted of {@link SmallWorld} and stands in no series; amounts say which is which. */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldQuotedTest extends InSmallWorld {
    private static final String QUOTED = """
            insert into investment (year, concept, source_code, destination, amount_usd, note, source_id, release_id, superseded_by)
            values (1906, 'N', 'QMA', 'QMX', 3, 'b', 'GACC_2024', 1, null), (1906, 'N', 'QMA', 'QMX', 2, 'a', 'GACC_2024', 1, null),
                   (1905, 'N', 'QMA', 'QMX', 1, '', 'GACC_2024', 1, null), (1907, 'N', 'QMA', 'QMX', 5, '', 'GACC_2024', 1, null),
                   (1906, 'N', 'QMB', 'QMX', 4, '', 'GACC_2024', 1, null), (1906, 'N', 'QMA', 'ASEAN', 6, '', 'GACC_2024', 1, null),
                   (1906, 'O', 'QMA', 'QMX', 7, '', 'GACC_2024', 1, null), (1906, 'N', 'QMA', 'QMX', 8, 'past', 'GACC_2024', 1, 1);
            insert into member_share (year, bloc_code, partner_code, flow, percent, source_id, release_id, superseded_by)
            values (1906, 'QMX', 'QMA', 'X', 20, 'GACC_2024', 1, null), (1906, 'QMX', 'QMB', 'X', 30, 'GACC_2024', 1, null),
                   (1906, 'QMX', 'QMA', 'M', 25, 'GACC_2024', 1, null), (1905, 'QMX', 'QMA', 'X', 10, 'GACC_2024', 1, null),
                   (1906, 'QMW', 'QMA', 'X', 40, 'GACC_2024', 1, null), (1906, 'QMX', 'QMC', 'X', 50, 'GACC_2024', 1, 1);
            insert into dated_trade (reporter_code, starts, ends, flow, partner_code, currency, amount, source_id, release_id, superseded_by)
            values ('CN-YN', '1906-12-31', '1907-01-02', 'T', 'QMA', 'CNY', 7, 'GACC_2024', 1, null),
                   ('CN-YN', '1906-01-01', '1906-12-31', 'X', 'QMB', 'CNY', 4, 'GACC_2024', 1, null),
                   ('CN-YN', '1906-01-01', '1906-12-31', 'X', 'QMA', 'CNY', 3, 'GACC_2024', 1, null),
                   ('CN-YN', '1906-01-01', '1906-12-31', 'M', 'QMA', 'CNY', 2, 'GACC_2024', 1, null),
                   ('CN-YN', '1905-01-01', '1906-12-31', 'X', 'QMA', 'CNY', 1, 'GACC_2024', 1, null),
                   ('CN-YN', '1905-06-01', '1906-01-01', 'X', 'QMA', 'CNY', 0, 'GACC_2024', 1, null),
                   ('CN-YN', '1905-01-01', '1905-12-31', 'X', 'QMA', 'CNY', 10, 'GACC_2024', 1, null),
                   ('CN-YN', '1907-01-01', '1907-12-31', 'X', 'QMA', 'CNY', 11, 'GACC_2024', 1, null),
                   ('CN-GX', '1906-01-01', '1906-12-31', 'X', 'QMA', 'CNY', 12, 'GACC_2024', 1, null),
                   ('CN-YN', '1906-02-01', '1906-12-31', 'X', 'QMA', 'CNY', 13, 'GACC_2024', 1, 1);
            insert into trade_headline (year, partner_code, flow, currency, source_id, flag, amount, whole_year, preference, release_id,
                                        superseded_by)
            values (1907, 'QMA', 'M', 'USD', 'GACC_2024', 'a', 8, true, 0, 1, null), (1906, 'QMB', 'M', 'USD', 'GACC_2024', 'a', 9, true, 0, 1, null),
                   (1906, 'QMA', 'X', 'USD', 'GACC_2024', 'a', 7, true, 0, 1, null), (1906, 'QMA', 'M', 'USD', 'GACC_2024', 'a', 6, true, 2, 1, null),
                   (1906, 'QMA', 'M', 'USD', 'IMF_DOTS_2022', 'a', 5, true, 1, 1, null),
                   (1906, 'QMA', 'M', 'USD', 'GACC_2024', 'c', 4, true, 1, 1, null), (1906, 'QMA', 'M', 'USD', 'GACC_2024', 'b', 3, true, 1, 1, null),
                   (1906, 'QMA', 'M', 'USD', 'GACC_2024', 'past', 2, true, 1, 1, 1), (1905, 'QMA', 'X', 'USD', 'GACC_2024', 'a', 1, true, 9, 1, null);
            insert into exchange_rate (frequency, period, cny_per_usd, source_id, release_id, superseded_by)
            values ('M', '1906-12-01', 4, 'FED_H10', 1, null), ('M', '1906-01-01', 3, 'FED_H10', 1, null),
                   ('M', '1905-12-01', 2, 'FED_H10', 1, null), ('M', '1907-01-01', 5, 'FED_H10', 1, null),
                   ('M', '1906-03-01', 6, 'FED_H10', 1, 1), ('A', '1906-01-01', 7, 'FED_H10', 1, null);
            """;

    private static final String FORGET = """
            delete from investment where year < 1910;
            delete from member_share where year < 1910;
            delete from dated_trade where ends < '1910-01-01';
            delete from trade_headline where year < 1910;
            """;

    @BeforeEach
    void quote() throws SQLException {
        execute(QUOTED);
    }

    @AfterEach
    void forgetWhatIsQuoted() throws SQLException {
        execute(FORGET);
    }

    @Test
    void investmentIsOfOneConceptAndOfWhoAndWhenIsAskedInTheOrderOfYearsPlacesAndNotes() {
        assertEquals(
                List.of(2, 3),
                invested("concept: NET_INFLOW, investor: \"QMA\", destination: \"QMX\", from: 1906, to: 1906"));
        assertEquals(List.of(1, 2, 3, 5), invested("concept: NET_INFLOW, investor: \"QMA\", destination: \"QMX\""));
        assertEquals(List.of(6, 2, 3), invested("concept: NET_INFLOW, investor: \"QMA\", from: 1906, to: 1906"));
        assertEquals(List.of(2, 3, 4), invested("concept: NET_INFLOW, destination: \"QMX\", from: 1906, to: 1906"));
        assertEquals(
                List.of(1, 2, 3), invested("concept: NET_INFLOW, investor: \"QMA\", destination: \"QMX\", to: 1906"));
    }

    private static List<Integer> invested(String arguments) {
        return Graph.data("{ fdi(" + arguments + ") { amount { amount } } }").getList("data.fdi.amount.amount");
    }

    @Test
    void sharesOfMembersAreOfTheBlocInTheOrderOfYearsFlowsAndSizes() {
        JsonPath some = Graph.data("{ memberShares(bloc: \"QMX\") { percent } }");
        JsonPath all = Graph.data("{ memberShares { percent year } }");

        assertEquals(List.of(10.0, 25.0, 30.0, 20.0), some.getList("data.memberShares.percent"));
        assertEquals(
                List.of(40.0, 10.0, 25.0, 30.0, 20.0),
                all.getList("data.memberShares.findAll { it.year < 1910 }.percent"));
    }

    @Test
    void headlinesAreOfThePartnersAndYearsInTheOrderOfPartnersYearsFlowsPreferencesSourcesAndNotes() {
        assertEquals(List.of(3, 4, 5, 6, 7, 9), headlines("partners: [\"QMA\", \"QMB\"], from: 1906, to: 1906"));
        assertEquals(List.of(1, 3, 4, 5, 6, 7, 8), headlines("partners: [\"QMA\"], from: 1905, to: 1907"));
        assertEquals(List.of(9), headlines("partners: [\"QMB\"], from: 1906"));
        assertEquals(List.of(1), headlines("to: 1905, from: 1905"));
    }

    private static List<Integer> headlines(String arguments) {
        return Graph.data("{ headlines(" + arguments + ") { amount { amount } } }")
                .getList("data.headlines.amount.amount");
    }

    @Test
    void figuresOfAProvinceAreOfTheDaysThatReachIntoTheYearsInTheOrderOfTheirDays() {
        assertEquals(List.of(0, 1, 2, 3, 7), quoted("partner: \"QMA\", from: 1906, to: 1906"));
        assertEquals(List.of(0, 1, 2, 3, 4, 7), quoted("from: 1906, to: 1906"));
        assertEquals(List.of(10, 0, 1, 2, 3, 7, 11), quoted("partner: \"QMA\""));
    }

    private static List<Integer> quoted(String arguments) {
        return Graph.data("{ provincialTrade(" + arguments + ") { amount { amount } } }")
                .getList("data.provincialTrade.amount.amount");
    }

    @Test
    void ratesAreOfTheFrequencyAndTheYearsInTheirOrder() {
        assertEquals(List.of("3", "4"), rates("frequency: MONTHLY, from: 1906, to: 1906"));
        assertEquals(List.of("7"), rates("frequency: ANNUAL, from: 1906, to: 1906"));
        assertEquals(List.of("6", "2", "3", "4"), rates("frequency: MONTHLY, to: 1906"));
    }

    private static List<String> rates(String arguments) {
        return Graph.data("{ exchangeRates(" + arguments + ") { cnyPerUsd } }")
                .getList("data.exchangeRates.cnyPerUsd")
                .stream()
                .map(String::valueOf)
                .toList();
    }
}
