package io.lancang.trade.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.Steward;
import io.lancang.kit.history.Vantage;
import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.product.Classification;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.Selector;
import io.lancang.trade.selection.SqlParameters;
import io.lancang.trade.selection.TradeFlowFilter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of a dataset with many figures, a page reads few, in every order and however deep it is. */
@QuarkusTest
class ReadFiguresTest extends TradeServiceTest {
    private static final String DATASET = "many_figures";
    private static final List<String> PARTNERS =
            List.of("AUS", "DEU", "FRA", "JPN", "KOR", "LAO", "THA", "USA", "VNM", "ZAF");
    /** In each month of two years, with each partner, of each subheading. */
    private static final int MONTHS = 24;

    private static final int FIRST = 50;
    private static final int PRODUCTS = 200;
    /** They end within a cell: a partner has 200 figures of a month. */
    private static final int FIGURES_BEFORE = 24_070;
    /** A page, what lies in the cells that it is of, and what has as large an amount. */
    private static final int SOME = 3000;

    @Inject
    Pool pool;

    @Inject
    Selector selector;

    private static boolean isLoaded;

    @BeforeEach
    void loadManyFigures() {
        if (isLoaded) {
            return;
        }
        RestAssured.given()
                .auth()
                .oauth2(Steward.token("steward"))
                .contentType("application/json")
                .body("""
                        {"title": "Many", "definition": "Made by a rule", "source": {"id": "GACC_2024", "title": "Rule"}}
                        """)
                .put("/datasets/" + DATASET)
                .then()
                .statusCode(204);
        RestAssured.given()
                .auth()
                .oauth2(Steward.token("steward"))
                .contentType("text/csv")
                .body(file().getBytes(StandardCharsets.UTF_8))
                .post("/releases?dataset=" + DATASET)
                .then()
                .statusCode(201);
        isLoaded = true;
    }

    private static List<String> products() {
        return Graph.data("{ products(classification: HS2022, level: 6, first: " + PRODUCTS + ") { code } }")
                .getList("data.products.code");
    }

    private static String file() {
        List<String> products = products();
        StringBuilder rows = new StringBuilder("period,partner,flow,classification,product,currency,amount\n");
        int amount = 0;
        for (int month = 0; month < MONTHS; month++) {
            for (String partner : PARTNERS) {
                for (String product : products) {
                    // 7919 is prime to 48,000: every amount is there once, in no order.
                    amount = (amount + 7919) % (MONTHS * PARTNERS.size() * products.size());
                    rows.append("%d-%02d,%s,EXPORT,HS2022,%s,USD,%d%n"
                            .formatted(2023 + month / 12, month % 12 + 1, partner, product, amount));
                }
            }
        }
        return rows.toString();
    }

    @ParameterizedTest
    @EnumSource(TradeFlowOrder.class)
    void readFewForThePageBehindManyOthers(TradeFlowOrder order) {
        Selection selection = selected("level 6", null);
        List<String> before = ofTable(order, "", FIGURES_BEFORE - 1, 1).getFirst();

        assertTrue(read(page(selection, order, Found.MANY, null)) <= SOME);
        assertTrue(read(page(selection, order, Found.MANY, before)) <= SOME);
        assertEquals(
                ofTable(order, "", FIGURES_BEFORE, FIRST), rows(page(selection, order, Found.MANY, before), order));
    }

    @ParameterizedTest
    @EnumSource(TradeFlowOrder.class)
    void tellTheSameWhereFewAreSorted(TradeFlowOrder order) {
        Selection selection = selected("level 6", null);
        List<String> before = ofTable(order, "", FIGURES_BEFORE - 1, 1).getFirst();

        for (Found few : List.of(Found.FEW, Found.FEW_IN_CELLS)) {
            assertEquals(ofTable(order, "", FIGURES_BEFORE, FIRST), rows(page(selection, order, few, before), order));
        }
    }

    @ParameterizedTest
    @EnumSource(TradeFlowOrder.class)
    void readNoneWhereNoneAreOfALevel(TradeFlowOrder order) {
        Selection none = selected("level 4", null);

        assertEquals(0, read(page(none, order, order.isOfCells() ? Found.MANY : Found.FEW_IN_CELLS, null)));
    }

    @Test
    void readOnlyThoseOfAProduct() {
        Selection named = selected("a product", null);

        assertTrue(read(page(named, TradeFlowOrder.PERIOD, Found.FEW, null)) <= (long) MONTHS * PARTNERS.size());
    }

    @Test
    void countWithoutReadingAny() {
        SqlParameters parameters = new SqlParameters();
        String statement = CountSql.statement(selected("level 6", null), parameters);

        assertEquals(0, read(new Statement(statement, parameters)));
        assertEquals(
                List.of(List.of(String.valueOf(MONTHS * PARTNERS.size() * PRODUCTS))),
                rows(new Statement(statement, parameters)));
    }

    @Test
    void countThoseOfAProductAndNotOfItsLevel() {
        SqlParameters parameters = new SqlParameters();
        String statement = CountSql.statement(selected("a product", null), parameters);

        assertEquals(
                List.of(List.of(String.valueOf(MONTHS * PARTNERS.size()))), rows(new Statement(statement, parameters)));
    }

    @Test
    void findOutThatFewAreOfAnAmountWithoutReadingMore() {
        FindSql find = new FindSql(selected("level 6", 47_990d), TradeFlowOrder.PERIOD);

        assertEquals(
                List.of(List.of("null", "null", "10")),
                rows(new Statement(find.statement().orElseThrow(), find.parameters())));
        FindSql wide = new FindSql(selected("level 6", 1d), TradeFlowOrder.PERIOD);
        Statement statement = new Statement(wide.statement().orElseThrow(), wide.parameters());
        assertTrue(read(statement) <= Found.FEW_OF_AMOUNTS_AT_MOST + 1);
    }

    /** Amounts are 0 to 47,999, each once and in no order: of the 18,000 from 30,000 on, about 9,000 are of a year. */
    @Test
    void lookForAmountsInTheYearsThatAreAskedForAlone() {
        FindSql find = new FindSql(selected(null, "level 6", 30_000d, 2024), TradeFlowOrder.PERIOD);
        Statement statement = new Statement(find.statement().orElseThrow(), find.parameters());

        assertTrue(Math.abs(Long.parseLong(rows(statement).getFirst().getLast()) - 9_000) <= 100);
        assertTrue(read(statement) <= 9_100);
    }

    @Test
    void lookIntoCountsBeforeAListByAmount() {
        FindSql find = new FindSql(selected("level 6", 47_990d), TradeFlowOrder.VALUE);

        assertEquals(
                List.of(List.of("48000", "null", "null")),
                rows(new Statement(find.statement().orElseThrow(), find.parameters())));
    }

    @Test
    void readFewFromABoundOnInTheOrderOfAmounts() {
        Selection large = selected("level 6", 40_000d);

        assertTrue(read(page(large, TradeFlowOrder.VALUE, Found.MANY, null)) <= SOME);
    }

    /** Of the 4,800 of each of two partners, those of the page, and as many of the other. */
    @ParameterizedTest
    @EnumSource(names = {"VALUE", "VALUE_DESC"})
    void readFewOfPartnersInTheOrderOfAmounts(TradeFlowOrder order) {
        Selection two = selected(List.of("LAO", "VNM"), "level 6", null, null);
        String ofTwo = " and f.partner_code in ('LAO', 'VNM')";
        List<String> before = ofTable(order, ofTwo, 4_999, 1).getFirst();

        assertTrue(read(page(two, order, Found.MANY, before)) <= 4 * FIRST);
        assertEquals(ofTable(order, ofTwo, 5_000, FIRST), rows(page(two, order, Found.MANY, before), order));
    }

    private record Statement(String sql, SqlParameters parameters) {}

    private static Statement page(
            Selection selection, TradeFlowOrder order, Found found, @Nullable List<String> after) {
        PageSql page = new PageSql(selection, order, FIRST, after);
        return new Statement(page.statement(found), page.parameters());
    }

    private Selection selected(String goods, @Nullable Double least) {
        return selected(null, goods, least, null);
    }

    /** @param year the only one; both if null */
    private Selection selected(
            @Nullable List<String> partners, String goods, @Nullable Double least, @Nullable Integer year) {
        boolean isNamed = "a product".equals(goods);
        Integer level = isNamed ? null : Integer.valueOf(goods.substring(goods.length() - 1));
        return selector.of(
                        new TradeFlowFilter(
                                null,
                                partners,
                                null,
                                null,
                                null,
                                null,
                                Classification.HS2022,
                                level,
                                isNamed ? List.of(products().getFirst()) : null,
                                null,
                                Frequency.MONTHLY,
                                year,
                                null,
                                year,
                                null,
                                null,
                                least,
                                null,
                                List.of(DATASET)),
                        Vantage.PRESENT)
                .await()
                .indefinitely();
    }

    /** Keysets as the table itself has them in this order. */
    private List<List<String>> ofTable(TradeFlowOrder order, String condition, int from, int number) {
        String sql = "select f.* from trade_flow f join dataset d on d.id = f.dataset_id where d.code = '" + DATASET
                + "'" + condition + order.orderBy() + " offset " + from + " limit " + number;
        return rows(
                new Statement(
                        "select flow::text as flow, period, partner_code, amount, reporter_code, product_code, currency, dataset_id"
                                + " from (" + sql + ") f",
                        new SqlParameters()),
                order);
    }

    private List<List<String>> rows(Statement statement, TradeFlowOrder order) {
        List<List<String>> keysets = new ArrayList<>();
        execute(statement.sql(), statement.parameters())
                .forEach(row -> keysets.add(order.keys().stream()
                        .map(key -> String.valueOf(row.getValue(key.column())))
                        .toList()));
        return keysets;
    }

    private List<List<String>> rows(Statement statement) {
        List<List<String>> rows = new ArrayList<>();
        execute(statement.sql(), statement.parameters())
                .forEach(row -> rows.add(IntStream.range(0, row.size())
                        .mapToObj(column -> String.valueOf(row.getValue(column)))
                        .toList()));
        return rows;
    }

    private RowSet<Row> execute(String sql, SqlParameters parameters) {
        return pool.preparedQuery(sql).execute(parameters.tuple()).await().indefinitely();
    }

    /** How many figures of the dataset a statement looks at, those that it passes over among them. */
    private long read(Statement statement) {
        JsonArray plans =
                new JsonArray(execute("explain (analyze, format json) " + statement.sql(), statement.parameters())
                        .iterator()
                        .next()
                        .getValue(0)
                        .toString());
        return RowsRead.of(plans.getJsonObject(0).getJsonObject("Plan"));
    }
}
