package io.lancang.trade.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the packaged files become in the database, counted and spot-checked against the files. */
@QuarkusTest
class PackagedTablesTest extends TradeServiceTest {
    @Inject
    DataSource dataSource;

    @ParameterizedTest
    @CsvSource({
        "trade_by_sitc_section, 9751",
        "china_exports_by_hs2_baci, 960",
        "trade_monthly_2024_cny, 5670",
        "china_monthly_total_cny, 244",
        "trade_2024_sep_usd_gacc, 959",
    })
    void keepsEveryFigureOfAFile(String dataset, String rows) throws SQLException {
        assertEquals(
                rows,
                only("select count(*) from trade_flow f join dataset d on d.id = f.dataset_id where d.code = '"
                        + dataset + "' and f.superseded_by is null"));
    }

    /** Datasets from 22 on hold what users load. */
    @Test
    void keepsPartnersExportsToChinaApartFromChinasOwnFigures() throws SQLException {
        assertEquals(
                "X FOB",
                only("select string_agg(distinct flow::text || ' ' || valuation, ',') from trade_flow"
                        + " where reporter_code <> 'CHN' and dataset_id < 22"));
    }

    @Test
    void marksFiguresThatAPublisherReconciled() throws SQLException {
        assertEquals("C", only("select string_agg(distinct quality::text, ',') from trade_flow where dataset_id = 13"));
    }

    @Test
    void keepsASumFromJanuaryApartFromAMonth() throws SQLException {
        assertEquals(
                "C,M",
                only("select string_agg(distinct frequency::text, ',' order by frequency::text) from trade_flow"
                        + " where dataset_id = 16 and period = '2024-09-01'"));
    }

    @Test
    void leadsFromASubheadingUpToAllGoods() throws SQLException {
        assertEquals("H6:854231 < H6:8542 < H6:85 < H6:XVI < TOTAL", only("""
                        with recursive up (key, parent_key, step) as (
                          select key, parent_key, 0 from product where key = 'H6:854231'
                          union all
                          select p.key, p.parent_key, step + 1 from product p join up on p.key = up.parent_key
                        ) select string_agg(key, ' < ' order by step) from up
                        """));
    }

    @Test
    void countsSitcHeadingsAsTheUnitedNationsDo() throws SQLException {
        // Basic headings are codes of five digits, and groups or subgroups that are not divided further.
        assertEquals("2970 3121", only("""
                        select count(*) filter (where classification = 'SITC4') || ' '
                               || count(*) filter (where classification = 'SITC3')
                        from product p where classification in ('SITC3', 'SITC4')
                          and not exists (select 1 from product c where c.parent_key = p.key)
                        """));
    }

    @Test
    void readsTheDaysThatAFigureOfYunnanIsFor() throws SQLException {
        assertEquals(
                "2019-01-01 2019-06-30 104940000000 CNY",
                only("select concat_ws(' ', starts, ends, amount, currency) from dated_trade"
                        + " where source_id = 'S_YN19H1' and flow = 'T' and partner_code = 'WORLD'"));
    }

    @Test
    void keepsTheAverageRateOfAYear() throws SQLException {
        assertEquals(
                "7.1957",
                only("select cny_per_usd from exchange_rate where frequency = 'A' and period = '2024-01-01'"));
    }

    @Test
    void keepsConceptsOfInvestmentApart() throws SQLException {
        assertEquals(
                "I 16, N 45, O 10, S 5",
                only("select string_agg(concept::text || ' ' || count, ', ' order by concept::text) from"
                        + " (select concept, count(*) from investment group by concept) counted"));
    }

    private String only(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
