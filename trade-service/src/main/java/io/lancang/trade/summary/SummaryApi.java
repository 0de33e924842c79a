package io.lancang.trade.summary;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.argument.Choice;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.flow.Composition;
import io.lancang.trade.flow.Dimension;
import io.lancang.trade.selection.Selector;
import io.lancang.trade.selection.TradeFlowFilter;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Summaries in the graph. */
@GraphQLApi
public class SummaryApi {
    private static final List<Measure> MEASURES = List.of(Measure.SUM, Measure.COUNT);

    private final Summaries summaries;
    private final Selector selector;
    private final Vantages vantages;

    SummaryApi(Summaries summaries, Selector selector, Vantages vantages) {
        this.summaries = summaries;
        this.selector = selector;
        this.vantages = vantages;
    }

    @Query
    @Description(
            "Figures of trade in groups. Currencies are never added, unless `convertTo` makes them one; exports and imports, and different datasets, only"
                    + " where `combine` says so: otherwise they are rows of their own, and `notes` says it. Sums that would count"
                    + " something twice are refused.")
    @Cost(weight = 100)
    @ListSize(assumedSize = 50, slicingArguments = "top", sizedFields = "rows", requireOneSlicingArgument = false)
    public @NonNull Uni<TradeSummary> tradeSummary(
            @Name("filter") @Description("Which figures.") @NonNull TradeFlowFilter filter,
            @Name("groupBy") @Description("The keys of a group; none gives one group.") @NonNull
                    List<@NonNull Dimension> groupBy,
            @Name("measures")
                    @Description("What to compute; SUM and COUNT if left out.")
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    List<@NonNull Measure> measures,
            @Name("orderBy") @Description("In which order; by keys if left out, or by SUM_DESC with `top`.") @Nullable
                    SummaryOrder orderBy,
            @Name("top")
                    @Description(
                            "Keep this many groups, 1 to 500, by `orderBy` over all periods, and sum the rest of each"
                                    + " period as a remainder.")
                    @Nullable
                    Integer top,
            @Name("combine")
                    @Description("What may be added although it is not the same; nothing if left out.")
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    List<@NonNull Combination> combine,
            @Name("convertTo")
                    @Description(
                            "Convert every amount to this currency before it is summed, marked ESTIMATED: as its dataset itself"
                                    + " gives it, where it gives both currencies, otherwise by the average rate of its period."
                                    + " What has no rate stays in its own currency. Nothing is converted if left out.")
                    @Nullable
                    Currency convertTo,
            @Name("growthComposition")
                    @Description(
                            "Over whom GROWTH is: LIKE_FOR_LIKE, the partners that have a figure of the same flow in both periods, of"
                                    + " a bloc the members of the later one; or AS_OF_YEAR, the sums of both periods as they are. Left out,"
                                    + " LIKE_FOR_LIKE of all goods, and of products of a bloc the members of the later period with all"
                                    + " that they have of either: no figure of a product mostly means that nothing was traded.")
                    @Nullable
                    Composition growthComposition,
            @Name("minValue")
                    @Description(
                            "Only groups whose sum is at least this, in units of its currency, over all periods together with `top`."
                                    + " Smaller ones are left out of `rows`, but not of what SHARE is of; with `top` they are in the"
                                    + " remainder.")
                    @Nullable
                    Double minValue,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        Choice.refuseEmpty("measures", measures);
        BigDecimal leastSum = minValue == null ? null : BigDecimal.valueOf(minValue);
        SummaryOrder order = requireNonNullElse(orderBy, top == null ? SummaryOrder.KEYS : SummaryOrder.SUM_DESC);
        return vantages.at(asOf)
                .flatMap(vantage -> selector.of(filter, vantage))
                .flatMap(selection -> summaries.of(new Question(
                        selection,
                        groupBy.stream().distinct().toList(),
                        Set.copyOf(requireNonNullElse(measures, MEASURES)),
                        Set.copyOf(requireNonNullElse(combine, List.of())),
                        convertTo,
                        growthComposition,
                        leastSum,
                        order,
                        top)));
    }
}
