package io.lancang.trade.selection;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.flow.Composition;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.product.Classification;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Which figures of trade; all conditions must hold, one that is not given holds always, but for those with a default. */
@Input("TradeFlowFilterInput")
@Description(
        "Which figures of trade. All conditions must hold; one that is not given holds always, unless it says what it"
                + " means when left out. An empty list is refused: leave it out, or name at least one.")
public record TradeFlowFilter(
        @Description("Who reports, by code of the partner; China (`CHN`) if left out. Some datasets are reported by the"
                + " exporter: `reporters: [\"LAO\"], partners: [\"CHN\"]` is what Laos says that it exported to China.")
        @Id
        @io.smallrye.graphql.api.Nullable
        @Nullable
        List<@NonNull String> reporters,

        @Description(
                "With whom, by code. If neither these, `blocs` nor `regions` are given: every country and former state."
                        + " `WORLD` and other aggregates must be named.")
        @Id
        @io.smallrye.graphql.api.Nullable
        @Nullable
        List<@NonNull String> partners,

        @Description("With members of these blocs, by code.") @Id @io.smallrye.graphql.api.Nullable @Nullable
        List<@NonNull String> blocs,

        @Description("When a member of a bloc counts.") @DefaultValue("AS_OF_YEAR") @Nullable
        Composition composition,

        @Description("With LIKE_FOR_LIKE: the year whose members of a bloc count in every period.") @Nullable
        Integer membersOf,

        @Description("With partners of these regions, as in `Partner.region`.")
        @io.smallrye.graphql.api.Nullable
        @Nullable
        List<@NonNull String> regions,

        @Description("The classification that `level` and `products` are of.") @Nullable
        Classification classification,

        @Description("Products of this level of the classification.") @Nullable
        Integer level,

        @Description("Products by code of the classification. If neither these nor `level` are given: all goods as one"
                + " product, `TOTAL`.")
        @Id
        @io.smallrye.graphql.api.Nullable
        @Nullable
        List<@NonNull String> products,

        @Description("Which flows; exports and imports if left out.") @io.smallrye.graphql.api.Nullable @Nullable
        List<@NonNull Flow> flows,

        @Description("Length of the periods. If left out: years, or what the `datasets` that are named have if none of"
                + " them has figures of years. Figures of other lengths are never among the answer.")
        @Nullable
        Frequency frequency,

        @Description("First year.") @Nullable Integer from,

        @Description("First month of the first year, 1 to 12; not for years.") @Nullable
        Integer fromMonth,

        @Description("Last year.") @Nullable Integer to,

        @Description("Last month of the last year, 1 to 12; not for years.") @Nullable
        Integer toMonth,

        @Description("Only figures in this currency.") @Nullable
        Currency currency,

        @Description("Only figures of at least this amount, in units of their currency.") @Nullable
        Double minValue,

        @Description("Only figures of at most this amount, in units of their currency.") @Nullable
        Double maxValue,

        @Description("Only from these datasets, by id.") @Id @io.smallrye.graphql.api.Nullable @Nullable
        List<@NonNull String> datasets) {}
