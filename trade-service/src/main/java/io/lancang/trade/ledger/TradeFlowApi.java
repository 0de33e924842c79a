package io.lancang.trade.ledger;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.selection.TradeFlowFilter;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Figures one by one, in the graph. */
@GraphQLApi
public class TradeFlowApi {
    private final TradeFlows flows;
    private final TradeFlowRepository repository;
    private final Vantages vantages;

    TradeFlowApi(TradeFlows flows, TradeFlowRepository repository, Vantages vantages) {
        this.flows = flows;
        this.repository = repository;
        this.vantages = vantages;
    }

    @Query
    @Description(
            "Figures of trade one by one, as their datasets give them, page by page. Where two datasets have the same"
                    + " figure both are listed: `tradeSummary` and `Partner.trade` choose.")
    @Cost(weight = 20)
    @ListSize(
            assumedSize = 100,
            slicingArguments = {"first", "last"},
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    public @NonNull Uni<TradeFlowConnection> tradeFlows(
            @Name("filter") @Description("Which figures.") @NonNull TradeFlowFilter filter,
            @Name("orderBy") @Description("In which order.") @DefaultValue("PERIOD") @Nullable TradeFlowOrder orderBy,
            @Name("first") @Description(PageRequest.FIRST_OF_MANY) @Nullable Integer first,
            @Name("after") @Description(PageRequest.AFTER) @Nullable String after,
            @Name("last") @Description(PageRequest.LAST) @Nullable Integer last,
            @Name("before") @Description(PageRequest.BEFORE) @Nullable String before,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return vantages.at(asOf)
                .flatMap(vantage -> flows.page(
                        filter,
                        requireNonNullElse(orderBy, TradeFlowOrder.PERIOD),
                        new PageRequest(first, after, last, before),
                        vantage));
    }

    /** How many figures there are on all pages. */
    @Description("How many figures the filter finds, on all pages together. Counted only where it is asked for.")
    @Cost(weight = 5)
    public @NonNull Uni<Integer> totalCount(@Source TradeFlowConnection connection) {
        return repository.count(connection.selection()).map(Math::toIntExact);
    }
}
