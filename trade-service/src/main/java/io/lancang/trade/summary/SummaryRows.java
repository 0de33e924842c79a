package io.lancang.trade.summary;

import io.lancang.kit.scalar.Decimal;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.figure.Valuation;
import io.lancang.trade.flow.Dimension;
import io.lancang.trade.period.Period;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads groups from the rows of the statement. */
final class SummaryRows {
    /** By the position of a quality in the order of doubt that the statement counts by, from 1. */
    private static final List<Quality> BY_DOUBT = Quality.ofDatasets();

    private static final int DIGITS_OF_A_RATE = 4;

    private final Question question;

    SummaryRows(Question question) {
        this.question = question;
    }

    SummaryRow of(Row row) {
        Currency currency = Currency.valueOf(row.getString("currency"));
        List<String> valuations = valuationsOf(row);
        Valuation valuation = valuations.size() == 1 ? Valuation.valueOf(valuations.getFirst()) : null;
        Quality quality = qualityOf(row);
        boolean isOther = row.getBoolean("is_other");
        Double growth = row.getDouble("growth");
        Period period = question.groupsBy(Dimension.PERIOD)
                ? Period.of(question.selection().when().frequency(), row.getLocalDate("period"))
                : null;
        Function<Measure, @Nullable BigDecimal> number = measure -> amountOf(row, measure);
        return new SummaryRow(
                period,
                text(row, Dimension.REPORTER),
                text(row, Dimension.PARTNER),
                text(row, Dimension.BLOC),
                text(row, Dimension.REGION),
                flowOf(row),
                currency,
                valuation,
                isOther,
                money(number.apply(Measure.SUM), currency, valuation, quality),
                question.asks(Measure.COUNT) ? row.getLong("figures") : null,
                money(number.apply(Measure.AVERAGE), currency, valuation, quality),
                money(number.apply(Measure.MIN), currency, valuation, quality),
                money(number.apply(Measure.MAX), currency, valuation, quality),
                question.asks(Measure.SHARE) ? row.getDouble("share") : null,
                question.asks(Measure.GROWTH) ? growth : null,
                question.asks(Measure.GROWTH) && growth == null ? growthGap(row, Objects.requireNonNull(period)) : null,
                growth == null ? null : row.getLong("figures_compared"),
                quality,
                rateOf(row),
                growth == null || period == null || isOther ? null : GrownGroup.of(question, period, row),
                text(row, Dimension.PRODUCT),
                List.of(row.getArrayOfIntegers("dataset_ids")),
                question.selection().vantage());
    }

    private @Nullable String text(Row row, Dimension dimension) {
        return question.groupsBy(dimension) ? row.getString(SummaryKeys.column(dimension)) : null;
    }

    private @Nullable Flow flowOf(Row row) {
        String flow = text(row, Dimension.FLOW);
        return flow == null ? null : Flow.ofCode(flow);
    }

    private @Nullable BigDecimal amountOf(Row row, Measure measure) {
        if (!question.asks(measure)) {
            return null;
        }
        return switch (measure) {
            case SUM -> row.getBigDecimal("total");
            case AVERAGE -> row.getBigDecimal("average");
            case MIN -> row.getBigDecimal("smallest");
            case MAX -> row.getBigDecimal("largest");
            case COUNT, SHARE, GROWTH -> null;
        };
    }

    private static @Nullable Money money(
            @Nullable BigDecimal amount, Currency currency, @Nullable Valuation valuation, Quality quality) {
        return amount == null ? null : Money.of(amount, currency, valuation, quality);
    }

    private @Nullable Decimal rateOf(Row row) {
        BigDecimal from = row.getBigDecimal("from_amount");
        BigDecimal to = row.getBigDecimal("to_amount");
        Currency target = question.convertTo();
        if (target == null || from == null || to == null || from.signum() == 0 || to.signum() == 0) {
            return null;
        }
        return new Decimal(
                switch (target) {
                    case USD -> from.divide(to, DIGITS_OF_A_RATE, RoundingMode.HALF_EVEN);
                    case CNY -> to.divide(from, DIGITS_OF_A_RATE, RoundingMode.HALF_EVEN);
                });
    }

    private static Quality qualityOf(Row row) {
        Quality weakest = BY_DOUBT.get(row.getInteger("doubt") - 1);
        return row.getLong("figures") > 1 ? weakest.orWeaker(Quality.DERIVED) : weakest;
    }

    private Gap growthGap(Row row, Period period) {
        String before = period.previous().label();
        if (row.getBigDecimal("before") == null) {
            return Gap.of(GapReason.NO_BASE, "There is no figure of " + before + " of the same kind to compare with.");
        }
        List<String> valuationsBefore = List.of(row.getArrayOfStrings("valuations_before"));
        if (!valuationsBefore.equals(valuationsOf(row))) {
            return Gap.of(
                    GapReason.NOT_COVERED,
                    "The sum of " + period.label() + " is of " + named(valuationsOf(row)) + ", that of " + before
                            + " of " + named(valuationsBefore) + ": they do not compare.");
        }
        if (!Arrays.equals(row.getArrayOfIntegers("datasets_before"), row.getArrayOfIntegers("dataset_ids"))) {
            return Gap.of(
                    GapReason.COMPOSITION_CHANGED,
                    "The sum of " + period.label() + " is of other datasets than that of " + before
                            + ": they do not compare.");
        }
        return question.growsLikeForLike() && row.getLong("figures_compared") == null
                ? Gap.of(
                        GapReason.COMPOSITION_CHANGED,
                        "No partner has a figure of the same flow of both " + before + " and " + period.label() + ".")
                : Gap.of(GapReason.ZERO_BASE, "The sum of " + before + " is zero.");
    }

    private static List<String> valuationsOf(Row row) {
        return List.of(row.getArrayOfStrings("valuations"));
    }

    private static String named(List<String> valuations) {
        return valuations.size() == 1
                ? valuations.getFirst() + " figures alone"
                : String.join(" and ", valuations) + " figures";
    }
}
