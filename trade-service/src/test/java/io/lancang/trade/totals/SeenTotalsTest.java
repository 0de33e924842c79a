package io.lancang.trade.totals;

import static io.lancang.trade.figure.Flow.EXPORTS;
import static io.lancang.trade.figure.Flow.IMPORTS;
import static io.lancang.trade.totals.SomeTotals.FIRST;
import static io.lancang.trade.totals.SomeTotals.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What totals in memory say. Laos, Thailand and Vietnam trade amounts of one digit. */
class SeenTotalsTest {
    private static final Period YEAR = Period.ofYear(2020);
    private static final Lifetime SINCE_1 = new Lifetime(1, Lifetime.NEVER);

    private final SomeTotals some = new SomeTotals();

    @Test
    void sumsTheFiguresOfOneDatasetAndNamesWhoHasOne() {
        some.figure("LAO", 2020, EXPORTS, FIRST, "1.5").figure("THA", 2020, EXPORTS, FIRST, "2.25");

        // 1.5 + 2.25
        assertEquals(
                new Sum(new BigDecimal("3.75"), Quality.REPORTED, 7, List.of("S7"), List.of("LAO", "THA")),
                present().sum(List.of("LAO", "THA", "VNM"), YEAR, Currency.USD, EXPORTS));
    }

    @Test
    void takesTheDatasetThatComesFirstAmongThoseWithAFigureOfAnyMember() {
        some.figure("LAO", 2020, EXPORTS, SECOND, "5")
                .figure("THA", 2020, EXPORTS, FIRST, "2")
                .figure("THA", 2020, EXPORTS, SECOND, "9")
                .figure("VNM", 2020, EXPORTS, SECOND, "4");

        // Thailand has a figure of the first dataset, so that the second is not asked for Laos and Vietnam.
        assertEquals(new BigDecimal("2"), amount(List.of("LAO", "THA")));
        assertEquals(new BigDecimal("2"), amount(List.of("LAO", "THA", "VNM")));
        assertEquals(new BigDecimal("5"), amount(List.of("LAO")));
    }

    @Test
    void takesTheLowerNumberOfTwoDatasetsWithTheSamePrecedence() {
        some.figure("LAO", 2020, EXPORTS, new DatasetOrder(4, 1), "5")
                .figure("LAO", 2020, EXPORTS, new DatasetOrder(5, 1), "6");

        assertEquals(new BigDecimal("5"), amount(List.of("LAO")));
    }

    @Test
    void isAsWeakAsItsWeakestFigureAndCitesEverySourceOnce() {
        some.figure("LAO", 2020, EXPORTS, FIRST, "1", SINCE_1, Quality.ESTIMATED, "B")
                .figure("THA", 2020, EXPORTS, FIRST, "1", SINCE_1, Quality.REPORTED, "A")
                .figure("VNM", 2020, EXPORTS, FIRST, "1", SINCE_1, Quality.DERIVED, "B");

        Sum sum = present().sum(List.of("LAO", "THA", "VNM"), YEAR, Currency.USD, EXPORTS);

        assertNotNull(sum);
        assertEquals(Quality.ESTIMATED, sum.quality());
        assertEquals(List.of("A", "B"), sum.sources());
    }

    @Test
    void tellsNothingOfAnotherYearCurrencyOrFlow() {
        some.figure("LAO", 2020, EXPORTS, FIRST, "1");

        assertNull(present().sum(List.of("LAO"), Period.ofYear(2021), Currency.USD, EXPORTS));
        assertNull(present().sum(List.of("LAO"), YEAR, Currency.CNY, EXPORTS));
        assertNull(present().sum(List.of("LAO"), YEAR, Currency.USD, IMPORTS));
        assertNull(present().sum(List.of("LAO"), Period.of(Frequency.MONTHLY, YEAR.key()), Currency.USD, EXPORTS));
    }

    @Test
    void tellsWhatWasSeenFromAnEarlierRelease() {
        some.figure("LAO", 2020, EXPORTS, FIRST, "1", new Lifetime(2, 4))
                .figure("LAO", 2020, EXPORTS, FIRST, "3", new Lifetime(4, Lifetime.NEVER));

        assertNull(amount(List.of("LAO"), 1L));
        assertEquals(new BigDecimal("1"), amount(List.of("LAO"), 2L));
        assertEquals(new BigDecimal("1"), amount(List.of("LAO"), 3L));
        assertEquals(new BigDecimal("3"), amount(List.of("LAO"), 4L));
        assertEquals(new BigDecimal("3"), amount(List.of("LAO")));
    }

    @Test
    void tellsTheWorldOfTheDatasetThatIsNamed() {
        some.figure("WORLD", 2020, EXPORTS, FIRST, "100").figure("WORLD", 2020, EXPORTS, SECOND, "120");

        assertEquals(new BigDecimal("120"), present().amount("WORLD", 3, YEAR, Currency.USD, EXPORTS));
        assertEquals(new BigDecimal("100"), present().amount("WORLD", 7, YEAR, Currency.USD, EXPORTS));
        assertNull(present().amount("WORLD", 8, YEAR, Currency.USD, EXPORTS));
    }

    @Test
    void countsMembersFromTheirFirstDayToTheirLast() {
        some.member("ASEAN", "LAO", "1997-07-23", null, SINCE_1)
                .member("ASEAN", "THA", "1967-08-08", "2001-06-30", SINCE_1);
        SeenTotals present = present();

        assertEquals(List.of("THA"), present.membersOf("ASEAN", LocalDate.of(1997, 7, 22)));
        assertEquals(List.of("LAO", "THA"), present.membersOf("ASEAN", LocalDate.of(1997, 7, 23)));
        assertEquals(List.of("LAO", "THA"), present.membersOf("ASEAN", LocalDate.of(2001, 6, 30)));
        assertEquals(List.of("LAO"), present.membersOf("ASEAN", LocalDate.of(2001, 7, 1)));
        assertEquals(List.of(), present.membersOf("RCEP", LocalDate.of(2001, 7, 1)));
    }

    @Test
    void countsAMemberWithTwoMembershipsOnce() {
        some.member("BRI", "LAO", "2010-01-01", null, SINCE_1).member("BRI", "LAO", "2012-01-01", null, SINCE_1);

        assertEquals(List.of("LAO"), present().membersOf("BRI", LocalDate.of(2020, 12, 31)));
    }

    @Test
    void aFormerUnitCountsForAllOfItsSuccessorsOrForNone() {
        some.successors("ANT", "CUW", "SXM").successors("SUN", "RUS", "UKR");

        assertEquals(
                Map.of("ANT", List.of("CUW", "SXM")), present().formerUnitsOf(List.of("CUW", "LAO", "RUS", "SXM")));
    }

    @Test
    void prefersTheFirstQuotationThatIsSeen() {
        some.quotation("ASEAN", 2020, null, "7", "A", new Lifetime(5, Lifetime.NEVER))
                .quotation("ASEAN", 2020, null, "8", "B", SINCE_1);

        assertEquals(new Quotation(new BigDecimal("7"), "A"), present().quotation("ASEAN", YEAR, Currency.USD, null));
        assertEquals(
                new Quotation(new BigDecimal("8"), "B"), seenFrom(4L).quotation("ASEAN", YEAR, Currency.USD, null));
        assertNull(present().quotation("ASEAN", YEAR, Currency.USD, EXPORTS));
        assertNull(present().quotation("ASEAN", Period.of(Frequency.MONTHLY, YEAR.key()), Currency.USD, null));
    }

    @Test
    void ranksCountriesByTotalAndGivesEqualsTheBestPlace() {
        // Totals: VNM 9, LAO 5, THA 5, MMR 4; EU27 is no country.
        some.both("EU27", 2020, FIRST, "50", "50")
                .both("LAO", 2020, FIRST, "2", "3")
                .both("MMR", 2020, FIRST, "2", "2")
                .both("THA", 2020, FIRST, "1", "4")
                .both("VNM", 2020, FIRST, "4", "5");
        List.of("LAO", "MMR", "THA", "VNM").forEach(some::country);

        assertEquals(1, rank("VNM"));
        assertEquals(2, rank("LAO"));
        assertEquals(2, rank("THA"));
        assertEquals(4, rank("MMR"));
        assertNull(rank("EU27"));
    }

    @Test
    void ranksNobodyWithOneFlowOnlyOrWithFlowsOfTwoDatasets() {
        some.figure("LAO", 2020, EXPORTS, FIRST, "9")
                .figure("THA", 2020, IMPORTS, FIRST, "9")
                .figure("THA", 2020, EXPORTS, SECOND, "9")
                .both("VNM", 2020, FIRST, "1", "1");
        List.of("LAO", "THA", "VNM").forEach(some::country);

        assertEquals(1, rank("VNM"));
        assertNull(rank("LAO"));
        assertNull(rank("THA"));
    }

    @Test
    void ranksByTheDatasetThatComesFirstAmongThoseWithAnyTotal() {
        some.both("LAO", 2020, SECOND, "90", "90")
                .both("VNM", 2020, FIRST, "1", "1")
                .both("VNM", 2021, SECOND, "1", "1");
        List.of("LAO", "VNM").forEach(some::country);

        assertEquals(1, rank("VNM"));
        assertNull(rank("LAO"));
        assertEquals(1, present().rank("VNM", Period.ofYear(2021), Currency.USD));
    }

    @Test
    void coversFromTheFirstPeriodWithAFigureToTheLastQuotedOne() {
        some.figure("LAO", 2018, EXPORTS, FIRST, "1")
                .figure("WORLD", 2019, IMPORTS, FIRST, "1")
                .quotation("ASEAN", 2021, null, "7", "A", SINCE_1);
        Coverage coverage = present().coverage(Frequency.ANNUAL);

        assertEquals(
                List.of(2018, 2019, 2020, 2021),
                coverage.within(null, null).stream().map(Period::year).toList());
        assertTrue(coverage.covers(false, EXPORTS, Period.ofYear(2018), Currency.USD));
        assertFalse(coverage.covers(true, EXPORTS, Period.ofYear(2018), Currency.USD));
        assertTrue(coverage.covers(true, IMPORTS, Period.ofYear(2019), Currency.USD));
        assertFalse(coverage.covers(false, EXPORTS, Period.ofYear(2018), Currency.CNY));
        assertTrue(coverage.coversInAnyCurrency(false, EXPORTS, Period.ofYear(2018)));
        assertEquals(List.of(), present().coverage(Frequency.MONTHLY).within(null, null));
    }

    @Test
    void refusesYearsBeforeTheFirstAndAfterTheLastWithAFigure() {
        some.figure("LAO", 2018, EXPORTS, FIRST, "1").figure("LAO", 2020, EXPORTS, FIRST, "1");
        Coverage coverage = present().coverage(Frequency.ANNUAL);

        assertEquals(2018, coverage.checkYear("from", 2018));
        assertEquals(2020, coverage.checkYear("to", 2020));
        assertThrows(ServiceException.class, () -> coverage.checkYear("from", 2017));
        assertThrows(ServiceException.class, () -> coverage.checkYear("to", 2021));
    }

    @Test
    void coversWhatADatasetHasThatCountsInNoTotalFromItsReleaseOn() {
        some.figure("LAO", 2018, EXPORTS, FIRST, "1").uncounted(2019, IMPORTS, new Lifetime(3, Lifetime.NEVER));

        assertTrue(present().coverage(Frequency.ANNUAL).covers(false, IMPORTS, Period.ofYear(2019), Currency.USD));
        assertThrows(
                ServiceException.class,
                () -> seenFrom(2L).coverage(Frequency.ANNUAL).checkYear("to", 2019));
    }

    @Test
    void refusesMoreFiguresThanThereIsRoomFor() {
        TotalsBuilder small = new TotalsBuilder(Reporter.CHINA, 2 * TotalsBuilder.BYTES_A_FIGURE);
        Totals.Uncounted figure = new Totals.Uncounted(
                Frequency.ANNUAL, new Coverage.Reported(EXPORTS, YEAR.key(), Currency.USD, false), SINCE_1);
        small.add(figure);
        small.add(figure);

        ServiceException refused = assertThrows(ServiceException.class, () -> small.add(figure));

        assertEquals(
                "China's trade in all goods has more than 2 figures, the most that fit into memory.",
                refused.getMessage());
    }

    private @Nullable BigDecimal amount(List<String> partners) {
        return amount(partners, null);
    }

    private @Nullable BigDecimal amount(List<String> partners, @Nullable Long release) {
        Sum sum = seenFrom(release).sum(partners, YEAR, Currency.USD, EXPORTS);
        return sum == null ? null : sum.amount();
    }

    private @Nullable Integer rank(String partner) {
        return present().rank(partner, YEAR, Currency.USD);
    }

    private SeenTotals present() {
        return seenFrom(null);
    }

    private SeenTotals seenFrom(@Nullable Long release) {
        return some.build().seenFrom(new Vantage(release));
    }
}
