package io.lancang.trade.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.kit.dataset.Rejection;
import io.lancang.kit.dataset.ReleaseRejectedException;
import io.lancang.kit.load.LoadResult;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where figures are kept, and that a load which makes partitions has the rules of any other. */
class FlowPartitionsTest {
    private static final SampleFigures FIGURES = SampleFigures.ofToday();

    @AfterAll
    static void stopDatabase() {
        FIGURES.close();
    }

    @BeforeEach
    void forgetFigures() throws SQLException {
        FIGURES.clear();
    }

    @Test
    void haveAPartOfEachYearForADataset() throws Exception {
        FIGURES.load(
                "2013-01-01,LAO,TOTAL,1,R",
                "2010-06-01,LAO,TOTAL,2,R",
                "2014-01-01,LAO,TOTAL,3,R",
                "2013-12-01,THA,TOTAL,4,R");

        assertEquals(
                List.of(
                        "trade_flow_m_to_2012_d900 LAO 2",
                        "trade_flow_m_2013_d900 LAO 1",
                        "trade_flow_m_2013_d900 THA 4",
                        "trade_flow_m_2014_d900 LAO 3"),
                FIGURES.query("select tableoid::regclass, partner_code, amount from trade_flow"
                        + " order by date_trunc('year', period), partner_code"));
    }

    @Test
    void keepTheLineThatAFigureCameFrom() throws Exception {
        FIGURES.load("2015-01-01,LAO,TOTAL,1,R", "2016-01-01,LAO,TOTAL,2,R");

        assertEquals(
                List.of("2015-01-01 2", "2016-01-01 3"),
                FIGURES.query("select period, line_number from trade_flow order by 1"));
    }

    @Test
    void moveWhatIsSupersededToTheHistory() throws Exception {
        long first = FIGURES.load("2017-01-01,LAO,TOTAL,1,R", "2017-01-01,THA,TOTAL,5,R");
        long second = FIGURES.load("2017-01-01,LAO,TOTAL,2,R", "2017-01-01,THA,TOTAL,5,R");

        assertEquals(
                List.of("trade_flow_history_m LAO 1", "trade_flow_m_2017_d900 LAO 2", "trade_flow_m_2017_d900 THA 5"),
                FIGURES.query("select tableoid::regclass::text, partner_code, amount from trade_flow order by 1, 2"));
        assertEquals(
                List.of(first + " " + second, second + " null"),
                FIGURES.query(
                        "select release_id, superseded_by from trade_flow where partner_code = 'LAO' order by 1"));
    }

    @Test
    void addToAYearThatIsThereWhileTheyMakeAnother() throws Exception {
        FIGURES.load("2018-01-01,LAO,TOTAL,1,R");

        LoadResult.Loaded result = assertInstanceOf(
                LoadResult.Loaded.class,
                FIGURES.loadMonths("2018-02-01,LAO,TOTAL,2,R", "2019-01-01,LAO,TOTAL,3,R", "2018-01-01,LAO,TOTAL,4,R"));

        assertEquals(3, result.added());
        assertEquals(1, result.closed());
        assertEquals(
                List.of("2018-01-01 4", "2018-02-01 2", "2019-01-01 3"),
                FIGURES.query("select period, amount from trade_flow where superseded_by is null order by 1"));
        assertEquals(
                List.of("2018-01-01 4", "2018-02-01 2", "2019-01-01 3"),
                FIGURES.query("select period, amount from trade_rollup where superseded_by is null order by 1"));
    }

    @Test
    void tellTheLinesOfAFigureThatIsGivenTwiceForAYearThatIsNew() throws Exception {
        ReleaseRejectedException rejected = assertThrows(
                ReleaseRejectedException.class,
                () -> FIGURES.load("2020-01-01,LAO,TOTAL,1,R", "2020-02-01,LAO,TOTAL,1,R", "2020-01-01,LAO,TOTAL,2,R"));

        Rejection twice = rejected.rejections().getFirst();
        assertEquals(4, twice.line());
        assertEquals("'LAO, TOTAL, M, 2020-01-01, X, CHN, USD, 900' was given in line 2 already", twice.reason());
        assertEquals(List.of("0"), FIGURES.query("select count(*) from trade_flow"));
    }

    @Test
    void leaveNoTableOfALoadBehind() throws Exception {
        FIGURES.load("2021-01-01,LAO,TOTAL,1,R");
        FIGURES.load("2021-01-01,LAO,TOTAL,2,R");

        assertEquals(List.of(), FIGURES.query("select relname from pg_class where relname like 'trade_flow_loading%'"));
    }

    @Test
    void takeBackWhatAWithdrawalPutsBack() throws Exception {
        FIGURES.load("2022-01-01,LAO,TOTAL,1,R");
        long second = FIGURES.load("2022-01-01,LAO,TOTAL,2,R");

        FIGURES.withdraw(second);

        assertEquals(
                List.of("1 2"),
                FIGURES.query("select amount, line_number from trade_flow where superseded_by is null"));
    }
}
