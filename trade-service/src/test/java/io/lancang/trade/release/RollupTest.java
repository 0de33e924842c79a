package io.lancang.trade.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.release.Dataset;
import io.lancang.kit.release.LoadProgress;
import io.lancang.kit.release.LoadRequest;
import io.lancang.kit.release.LoadResult;
import io.lancang.kit.release.PackagedReleases;
import io.lancang.kit.release.ReleaseFile;
import io.lancang.kit.release.ReleaseLoader;
import io.lancang.kit.release.Replacement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sums that a release keeps, compared with sums by hand. */
class RollupTest {
    private static final String NUMBER = "900";
    private static final Dataset SAMPLE = TradeFlowTable.dataset(
            "sample",
            NUMBER,
            List.of("month", "partner", "product", "amount", "quality"),
            (row, rows) -> new Figure(
                            NUMBER,
                            TradeFlowTable.MONTHLY,
                            row.date("month").toString(),
                            TradeFlowTable.CHINA,
                            row.text("partner"),
                            TradeFlowTable.EXPORTS,
                            row.text("product"),
                            "USD",
                            row.amount("amount").toPlainString(),
                            "FOB",
                            row.text("quality"),
                            "GACC_2024")
                    .addTo(rows));

    private static final ServiceDatabase DATABASE = ServiceDatabase.start();
    private static final ReleaseLoader LOADER = new ReleaseLoader(DATABASE.dataSource());

    @BeforeAll
    static void loadWhatFiguresAreAbout() throws SQLException, IOException {
        Flyway.configure()
                .dataSource(DATABASE.dataSource())
                .locations("db/kit", "db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        for (PackagedReleases.Packaged each : new TradeReleases().inOrder()) {
            if (List.of("sources", "partners", "hs2022", "sitc")
                    .contains(each.dataset().id())) {
                LOADER.load(each.dataset(), each.file());
            }
        }
        execute("insert into dataset (id, code, title, definition, source_ids) values (900, 'sample', '', '', '{}')");
    }

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @BeforeEach
    void forgetFigures() throws SQLException {
        execute("truncate trade_flow, trade_rollup, trade_product_rollup");
        execute("delete from release where dataset = 'sample'");
    }

    @Test
    void sumsSubheadingsUpToChapterSectionAndAllGoods() throws Exception {
        load("2024-01-01,LAO,H6:854231,5,R", "2024-01-01,LAO,H6:854232,7,R", "2024-01-01,LAO,H6:840110,1,R");

        assertEquals(
                List.of("LAO H6:84 1 D 1", "LAO H6:85 12 D 2", "LAO H6:XVI 13 D 3", "LAO TOTAL 13 D 3"),
                sums("computed"));
    }

    @Test
    void takesAChapterAsItIsGivenAndAddsWhatIsBesideIt() throws Exception {
        load("2024-01-01,LAO,H6:85,20,R", "2024-01-01,LAO,H6:854231,5,R", "2024-01-01,LAO,H6:840110,1,R");

        assertEquals(List.of("LAO H6:85 20 R 1"), sums("not computed"));
        assertEquals(List.of("LAO H6:84 1 D 1", "LAO H6:XVI 21 D 2", "LAO TOTAL 21 D 2"), sums("computed"));
    }

    @Test
    void countsAHeadingOnceWhereItsSubheadingsAreGivenToo() throws Exception {
        load(
                "2024-01-01,LAO,H6:8542,30,R",
                "2024-01-01,LAO,H6:854231,5,R",
                "2024-01-01,THA,H6:854231,6,R",
                "2024-01-01,THA,H6:8541,2,R");

        assertEquals(List.of("LAO H6:85 30 D 1", "THA H6:85 8 D 2"), sums("computed and product_code = 'H6:85'"));
    }

    @Test
    void takesAllGoodsAsTheyAreGiven() throws Exception {
        load("2024-01-01,LAO,TOTAL,100,R", "2024-01-01,LAO,H6:854231,5,R");

        assertEquals(List.of("LAO TOTAL 100 R 1"), sums("product_code = 'TOTAL'"));
    }

    @Test
    void countsGoodsOnceThatAreGivenInTwoClassifications() throws Exception {
        load("2024-01-01,LAO,H6:85,5,R", "2024-01-01,LAO,S3:7,5,R");

        assertEquals(List.of("LAO TOTAL 5 D 1"), sums("product_code = 'TOTAL'"));
    }

    @Test
    void isAsWeakAsTheWeakestPart() throws Exception {
        load("2024-01-01,LAO,H6:854231,5,E", "2024-01-01,LAO,H6:840110,1,C", "2024-01-01,LAO,H6:840120,1,R");

        assertEquals(
                List.of("LAO H6:84 2 C 2", "LAO H6:85 5 E 1", "LAO H6:XVI 7 E 3", "LAO TOTAL 7 E 3"), sums("computed"));
    }

    @Test
    void sumsAProductOfAnyLevelOverPartnersButNotOverAggregates() throws Exception {
        load("2024-01-01,LAO,H6:854231,5,R", "2024-01-01,THA,H6:854231,7,R", "2024-01-01,WORLD,H6:854231,99,R");

        assertEquals(
                List.of("H6:85 12 D 2", "H6:8542 12 D 2", "H6:854231 12 D 2", "H6:XVI 12 D 2", "TOTAL 12 D 2"),
                query("select product_code, amount, quality, parts from trade_product_rollup"
                        + " where superseded_by is null order by 1"));
    }

    @Test
    void revisesOnlySumsWhoseFiguresChanged() throws Exception {
        long first = load("2024-01-01,LAO,H6:854231,5,R", "2024-01-01,LAO,H6:840110,1,R", "2024-02-01,LAO,H6:85,3,R");

        long second = load("2024-01-01,LAO,H6:854231,6,R", "2024-01-01,LAO,H6:840110,1,R", "2024-02-01,LAO,H6:85,3,R");

        assertEquals(
                List.of("H6:84 " + first, "H6:85 " + second, "H6:XVI " + second, "TOTAL " + second),
                query("select product_code, release_id from trade_rollup"
                        + " where superseded_by is null and period = '2024-01-01' order by 1"));
        assertEquals(
                List.of("" + first), query("select distinct release_id from trade_rollup where period = '2024-02-01'"));
        assertEquals(
                List.of("6"),
                seenAs("amount", "trade_rollup", "TOTAL", first),
                "the sum as it was before the revision");
    }

    @Test
    void closesSumsOfFiguresThatAreGone() throws Exception {
        load("2024-01-01,LAO,H6:854231,5,R", "2024-02-01,LAO,H6:854231,5,R");

        load("2024-01-01,LAO,H6:854231,5,R");

        assertEquals(
                List.of("2024-01-01"), query("select distinct period from trade_rollup where superseded_by is null"));
        assertEquals(
                List.of("2024-01-01"),
                query("select distinct period from trade_product_rollup where superseded_by is null"));
    }

    @Test
    void leavesOtherMonthsAloneWhereAFileReplacesItsOwn() throws Exception {
        load("2024-01-01,LAO,H6:854231,5,R", "2024-02-01,LAO,H6:854231,5,R");

        LoadResult result = LOADER.load(new LoadRequest(
                SAMPLE,
                file("2024-02-01,THA,H6:854231,8,R"),
                Replacement.SLICES,
                LoadRequest.Outcome.PUBLISH,
                LoadRequest.Contention.REFUSE,
                LoadProgress.NONE));

        long release = ((LoadResult.Loaded) result).release();
        assertEquals(new LoadResult.Loaded(release, 1, 0, 1, 1), result);
        assertEquals(
                List.of("2024-01-01 LAO 5", "2024-02-01 THA 8"),
                query("select period, partner_code, amount from trade_rollup"
                        + " where superseded_by is null and product_code = 'TOTAL' order by 1"));
    }

    private static List<String> sums(String condition) throws SQLException {
        return query("select partner_code, product_code, amount, quality, parts from trade_rollup"
                + " where superseded_by is null and " + condition + " order by 1, 2");
    }

    private static List<String> seenAs(String column, String table, String product, long release) throws SQLException {
        return query("select " + column + " from " + table + " where period = '2024-01-01' and product_code = '"
                + product + "' and release_id <= " + release + " and (superseded_by is null or superseded_by > "
                + release + ")");
    }

    private static long load(String... rows) throws SQLException, IOException {
        return ((LoadResult.Loaded) LOADER.load(SAMPLE, file(rows))).release();
    }

    private static ReleaseFile file(String... rows) {
        String content = "month,partner,product,amount,quality\n" + String.join("\n", rows) + "\n";
        return new ReleaseFile() {
            @Override
            public String name() {
                return "sample.csv";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    cells.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join(" ", cells));
            }
        }
        return rows;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
