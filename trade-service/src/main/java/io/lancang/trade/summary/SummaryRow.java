package io.lancang.trade.summary;

import io.lancang.kit.history.Vantage;
import io.lancang.kit.scalar.Decimal;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.Money;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.figure.Valuation;
import io.lancang.trade.period.Period;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * One group.
 *
 * @param grown the group that grew, served as {@code basis}; null if it is of one partner, or if there is none
 * @param productId key of the product, served as {@code product}
 * @param datasetIds numbers of those that the figures come from
 * @param seen from when, which also says what partners were called
 */
@Description(
        "One group of figures. A key that is not in `groupBy` is null, and so is a measure that was not asked for.")
public record SummaryRow(
        @Description("The period.") @Nullable Period period,

        @Description("Code of who reports.") @Id @Nullable String reporterCode,

        @Description("Code of the partner.") @Id @Nullable String partnerCode,

        @Description("Code of the bloc; null also for partners in none.") @Id @Nullable
        String blocCode,

        @Description("The region; null also for partners without one.") @Nullable
        String region,

        @Description("The flow.") @Nullable Flow flow,

        @Description("The currency of the amounts.") @NonNull
        Currency currency,

        @Description("The valuation of the amounts; null where several are combined.") @Nullable
        Valuation valuation,

        @Description("Whether this is the remainder that `top` left over. Its keys but the period are null.")
        boolean other,

        @Description("SUM.") @Nullable Money sum,
        @Description("COUNT.") @Nullable Long count,
        @Description("AVERAGE.") @Nullable Money average,
        @Description("MIN.") @Nullable Money min,
        @Description("MAX.") @Nullable Money max,

        @Description("SHARE, in percent; null where the whole is zero.") @Nullable
        Double share,

        @Description("GROWTH, in percent; null with `growthGap` where undefined.") @Nullable
        Double growth,

        @Description("Why `growth` is null; null if it is not or was not asked for.") @Nullable
        Gap growthGap,

        @Description(
                "How many of the figures `growth` compares: like for like only those whose partner has a figure of the"
                        + " same flow in the period before, whoever joined or left a bloc. Null where all figures of who is"
                        + " compared count, and if GROWTH was not asked for.")
        @Nullable
        Long growthFigures,

        @Description("The weakest quality among the figures; DERIVED at best where there are several.") @NonNull
        Quality quality,

        @Description(
                "Yuan for one US dollar that amounts of this group were converted by with `convertTo`: the mean over what was"
                        + " converted, weighted by amount. Null if nothing was.")
        @Nullable
        Decimal cnyPerUsd,

        @Ignore @Nullable GrownGroup grown,
        @Ignore @Nullable String productId,
        @Ignore List<Integer> datasetIds,
        @Ignore Vantage seen) {}
