package io.lancang.trade.flow;

import static java.util.Objects.requireNonNullElse;

import io.lancang.trade.bloc.Bloc;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.partner.Partner;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Series of trade in the graph. */
@GraphQLApi
public class TradeApi {
    /** What {@code from} of a series means. */
    public static final String FROM = "First year; if left out, the first one with a figure.";

    /** What {@code to} of a series means. */
    public static final String TO = "Last year; if left out, the last one with a figure.";

    private static final String CURRENCY =
            "Currency of the amounts. Yuan were reported for 2023 and 2024 only; nothing is"
                    + " converted, other years have a gap.";

    private final Trade trade;

    TradeApi(Trade trade) {
        this.trade = trade;
    }

    /** The trade of a partner. */
    @Description("China's trade with this partner. Exports of 2021 and 2022 by partner are in no dataset.")
    public Uni<TradeSeries> trade(
            @Source Partner partner,
            @Name("from") @Description(FROM) @Nullable Integer from,
            @Name("to") @Description(TO) @Nullable Integer to,
            @Name("frequency") @Description("Length of the periods.") @DefaultValue("ANNUAL") @Nullable
                    Frequency frequency,
            @Name("currency") @Description(CURRENCY) @DefaultValue("USD") @Nullable Currency currency) {
        return switch (requireNonNullElse(frequency, Frequency.ANNUAL)) {
            case ANNUAL ->
                trade.series(
                        new Subject.OfPartner(partner.code()), from, to, requireNonNullElse(currency, Currency.USD));
        };
    }

    /** The trade of a bloc. */
    @Description("China's trade with this bloc: sums over the members that have a figure, each year's with those of its"
            + " composition. Members without a figure are named in the gap of the point. Where no member has one, a"
            + " figure that customs announced for the bloc stands in, marked HEADLINE.")
    public @NonNull Uni<TradeSeries> trade(
            @Source Bloc bloc,
            @Name("from") @Description(FROM) @Nullable Integer from,
            @Name("to") @Description(TO) @Nullable Integer to,
            @Name("composition") @Description("Whose trade is summed.") @DefaultValue("AS_OF_YEAR") @Nullable
                    Composition composition,
            @Name("currency") @Description(CURRENCY) @DefaultValue("USD") @Nullable Currency currency) {
        Subject subject = new Subject.OfBloc(bloc.code(), requireNonNullElse(composition, Composition.AS_OF_YEAR));
        return trade.series(subject, from, to, requireNonNullElse(currency, Currency.USD));
    }

    /** The points of a series. */
    @Description("One point for each year, gaps included, ascending.")
    public @NonNull Uni<List<@NonNull TradePoint>> points(@Source TradeSeries series) {
        return trade.points(series);
    }

    /** The last point with a total. */
    @Description("The last point with a total; null if none has one.")
    public Uni<TradePoint> latest(@Source TradeSeries series) {
        return trade.points(series)
                .map(points -> points.reversed().stream()
                        .filter(point -> point.total() != null)
                        .findFirst()
                        .orElse(null));
    }

    /** The change between two years. */
    @Description("The change between two years of the data, whatever years the series has.")
    public @NonNull Uni<TradeChange> change(
            @Source TradeSeries series,
            @Name("from") @Description("The earlier year.") int from,
            @Name("to") @Description("The later year.") int to,
            @Name("flow") @Description("Which flow.") @DefaultValue("TOTAL") @Nullable FlowSelection flow) {
        return trade.change(series, from, to, requireNonNullElse(flow, FlowSelection.TOTAL));
    }
}
