package io.lancang.trade.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.SqlParameters;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures are counted from what is kept of how many there are, as far as that goes. */
@QuarkusTest
class CountFiguresTest extends ManyFigures {
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

    /**
     * Of 0 to 47,999 there are 48,000 from 0 on, 47,999 from 1 on and 18,000 from 30,000 on; from 30,001 to 30,005 five. At most 47,990 are 47,991.
     * 30,000 begins a class and is read by none; the next begins with 30,200. From 47,990 on are ten, of the class from 47,800 to 48,000.
     */
    @ParameterizedTest
    @CsvSource({
        "0, , 48000, 1",
        "1, , 47999, 0",
        "0.5, , 47999, 1",
        "30000, , 18000, 0",
        "29999.5, , 18000, 200",
        "30001, , 17999, 200",
        "30001, 30005, 5, 400",
        "30000, 30199, 200, 0",
        "30000, 30200, 201, 200",
        ", 47990, 47991, 200",
        ", 199, 200, 0",
        "47990, , 10, 200",
        "60000, , 0, 0",
        "1e15, , 0, 0"
    })
    void countAmountsReadingThoseOfTheClassOfABound(
            @Nullable Double least, @Nullable Double most, long figures, long mostRead) {
        Statement statement = count(selected(null, "level 6", least, most, null));

        assertEquals(List.of(List.of(String.valueOf(figures))), rows(statement));
        assertTrue(read(statement) <= mostRead, read(statement) + " are read");
    }

    /** 2,400 figures a month: those of 2024 are 24,000, of which all below 48,000. */
    @Test
    void countAmountsOfTheYearsThatAreAskedForAlone() {
        assertEquals(List.of(List.of("24000")), rows(count(selected(null, "level 6", null, 48_000d, 2024))));
    }

    /** Laos has a tenth of 48,000. */
    @Test
    void countAmountsOfSomePartnersByReadingThem() {
        assertEquals(List.of(List.of("4800")), rows(count(selected(List.of("LAO"), "level 6", null, 48_000d, null))));
    }

    @Test
    void countAmountsOfThePastByReadingThem() {
        Selection now = selected("level 6", 30_000d);
        Selection before = new Selection(
                now.who(), now.goods(), now.when(), now.flows(), now.range(), now.datasets(), new Vantage(1L));

        assertEquals(List.of(List.of("0")), rows(count(before)));
    }

    /** What the service rounds to are the classes that the database counts by, and it rounds to the next of them. */
    @Test
    void roundBoundsToTheBeginningsOfClasses() {
        List<BigDecimal> beginnings =
                rows(new Statement("select least from trade_amount_class order by class", new SqlParameters())).stream()
                        .map(row -> new BigDecimal(row.getFirst()))
                        .toList();
        for (int each = 1; each < beginnings.size(); each++) {
            BigDecimal before = beginnings.get(each - 1);
            BigDecimal next = beginnings.get(each);
            assertSame(before, AmountClass.atLeast(before).orElseThrow());
            assertSame(
                    next,
                    AmountClass.atLeast(before.add(new BigDecimal("0.01"))).orElseThrow());
            assertSame(next, AmountClass.above(before).orElseThrow());
        }
        assertTrue(AmountClass.above(beginnings.getLast()).isEmpty());
        assertTrue(AmountClass.atLeast(new BigDecimal("1e999999999")).isEmpty());
    }

    private static void assertSame(BigDecimal expected, BigDecimal actual) {
        assertEquals(0, expected.compareTo(actual), expected + " and not " + actual);
    }

    private static Statement count(Selection selection) {
        SqlParameters parameters = new SqlParameters();
        return new Statement(CountSql.statement(selection, parameters), parameters);
    }
}
