package io.lancang.trade.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.SqlParameters;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of a dataset with many figures, a page reads few, in every order and however deep it is. */
@QuarkusTest
class ReadFiguresTest extends ManyFigures {
    private static final int FIRST = 50;
    /** They end within a cell: a partner has 200 figures of a month. */
    private static final int FIGURES_BEFORE = 24_070;
    /** A page, what lies in the cells that it is of, and what has as large an amount. */
    private static final int SOME = 3000;

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

    private static Statement page(
            Selection selection, TradeFlowOrder order, Found found, @Nullable List<String> after) {
        PageSql page = new PageSql(selection, order, FIRST, after);
        return new Statement(page.statement(found), page.parameters());
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
}
