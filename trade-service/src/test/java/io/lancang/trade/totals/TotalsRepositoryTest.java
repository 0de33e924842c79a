package io.lancang.trade.totals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.lancang.trade.TradeServiceTest;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.period.Frequency;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is read of the totals, in 1905: of QTA in dataset 900, whose place has changed, and in dataset 901, which counts in none of China's
 * series. The service keeps what it has read, so that it is read here once more.
 */
@QuarkusTest
class TotalsRepositoryTest extends TradeServiceTest {
    private static final long ROOM = 1L << 30;

    private static final String MAKE = """
            insert into dataset (id, code, title, definition, precedence, source_ids) values
              (900, 'moved', 'Moved', 'Stood elsewhere', 77, '{}'), (901, 'beside', 'Beside', 'Counts nowhere', null, '{}');
            insert into dataset_past (id, precedence, superseded_by) values (900, null, {second}), (900, 88, {first});
            insert into partner (code, kind, name_en, succeeded_by) values
              ('QTA', 'COUNTRY', 'Alpha', '{}'), ('QTB', 'COUNTRY', 'Beta', '{}'), ('QTX', 'AGGREGATE', 'All of them', '{}'),
              ('QTZ', 'HISTORICAL', 'Alpha-Beta', '{QTA,QTB}');
            insert into bloc (code, name_en) values ('QTX', 'All of them');
            insert into membership (bloc_code, partner_code, starts, starts_precision, ends, role, verified, source_ids, release_id) values
              ('QTX', 'QTB', '1900-01-01', 'DAY', null, 'member', true, '{}', {first}),
              ('QTX', 'QTA', '1950-01-01', 'DAY', null, 'member', true, '{}', {first}),
              ('QTX', 'QTA', '1900-01-01', 'DAY', '1910-12-31', 'member', true, '{}', {first});
            create table trade_flow_a_to_1999_d900 partition of trade_flow_a_to_1999 for values in (900);
            create table trade_flow_a_to_1999_d901 partition of trade_flow_a_to_1999 for values in (901);
            insert into trade_flow (dataset_id, frequency, period, reporter_code, partner_code, flow, product_code, currency,
                                    amount, valuation, quality, source_id, release_id)
            select f.dataset_id, 'A', '1905-01-01', 'CHN', f.partner, 'X', 'TOTAL', 'USD', f.amount, 'FOB', 'R', 'GACC_2024', {first}
            from (values (900, 'QTA', 1), (901, 'QTA', 2), (901, 'QTB', 3)) f (dataset_id, partner, amount);
            insert into trade_headline (year, partner_code, flow, currency, source_id, flag, amount, whole_year, preference, release_id) values
              (1905, 'QTA', 'T', 'USD', 'IMF_DOTS_2023', 'third', 3, true, 2, {first}),
              (1905, 'QTA', 'T', 'USD', 'IMF_DOTS_2022', 'fifth', 5, true, 3, {first}),
              (1905, 'QTA', 'T', 'USD', 'IMF_DOTS_2022', 'second', 2, true, 2, {second}),
              (1905, 'QTA', 'T', 'USD', 'IMF_DOTS_2022', 'second', 1, true, 2, {first}),
              (1905, 'QTA', 'T', 'USD', 'GACC_2024', 'part', 9, false, 1, {first});
            """;

    private static final String FORGET = """
            delete from trade_headline where partner_code like 'QT_';
            delete from trade_flow where partner_code like 'QT_' and period = '1905-01-01';
            drop table if exists trade_flow_a_to_1999_d900, trade_flow_a_to_1999_d901;
            delete from membership where bloc_code = 'QTX';
            delete from bloc where code = 'QTX';
            delete from partner where code like 'QT_';
            delete from dataset_past where id in (900, 901);
            delete from dataset where id in (900, 901);
            """;

    @Inject
    DataSource database;

    @Inject
    TotalsRepository repository;

    private int first;
    private int second;

    @BeforeEach
    void make() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(FORGET);
            try (ResultSet releases = statement.executeQuery("select id from release order by id limit 2")) {
                releases.next();
                first = releases.getInt(1);
                releases.next();
                second = releases.getInt(1);
            }
            statement.execute(MAKE.replace("{first}", "" + first).replace("{second}", "" + second));
        }
    }

    @AfterEach
    void forget() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(FORGET);
        }
    }

    /** It came eighty-eighth until the first release, counted nowhere until the second, and comes seventy-seventh since. */
    @Test
    void aDatasetStandsWhereItStoodThen() {
        Totals totals = read();

        assertEquals(new DatasetOrder(900, 88), totals.order(first - 1).get(900));
        assertFalse(totals.order(first).containsKey(900));
        assertEquals(new DatasetOrder(900, 77), totals.order(second).get(900));
        // One that has not moved stands where it has stood from the beginning.
        assertEquals(new DatasetOrder(1, 1), totals.order(first - 1).get(1));
    }

    @Test
    void figuresAreThoseOfDatasetsThatCountOrDidSo() {
        PartnerFigures ofAlpha = read().figures(Frequency.ANNUAL).get("QTA");

        assertNotNull(ofAlpha);
        assertEquals(1, ofAlpha.size());
        assertEquals(900, ofAlpha.dataset(0));
    }

    @Test
    void whatHasFiguresThatCountNowhereIsListedOnce() {
        assertEquals(
                1,
                read().uncounted().stream()
                        .filter(each -> each.reported()
                                .equals(new Coverage.Reported(
                                        Flow.EXPORTS, LocalDate.of(1905, 1, 1), Currency.USD, false)))
                        .count());
    }

    @Test
    void membersComeByCodeAndDay() {
        assertEquals(
                List.of("QTA 1900-01-01", "QTA 1950-01-01", "QTB 1900-01-01"),
                read().membersOf("QTX").stream()
                        .map(member -> member.partner() + " " + member.starts())
                        .toList());
    }

    /** By preference, source and release; what is of a part of the year is not among them. */
    @Test
    void quotationsComeInTheOrderOfPreference() {
        assertEquals(
                List.of("1", "2", "3", "5"),
                read().quotations().getOrDefault(new Totals.Quoted("QTA", 1905, Currency.USD, null), List.of()).stream()
                        .map(quotation -> quotation.amount().toPlainString())
                        .toList());
    }

    @Test
    void whoHasNoSuccessorsIsNoFormerUnit() {
        Totals totals = read();

        assertEquals(List.of("QTA", "QTB"), totals.successors().get("QTZ"));
        assertFalse(totals.successors().containsKey("QTA"));
    }

    private Totals read() {
        return repository.read(Reporter.CHINA, ROOM).await().indefinitely();
    }
}
