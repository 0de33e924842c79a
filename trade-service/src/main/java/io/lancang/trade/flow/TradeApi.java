package io.lancang.trade.flow;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import io.lancang.kit.batch.References;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.bloc.Bloc;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerReference;
import io.lancang.trade.partner.PartnerRepository;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.storage.TradeFlowTable;
import io.lancang.trade.totals.TotalsInMemory;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Series of trade in the graph. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class TradeApi {
    /** What {@code from} of a series means. */
    public static final String FROM = "First year; if left out, the first one with a figure.";

    /** What {@code to} of a series means. */
    public static final String TO = "Last year; if left out, the last one with a figure.";

    /** What {@code reporter} means. */
    public static final String REPORTER =
            "Who reports, by code of the partner: China if left out. Figures of others count"
                    + " from any dataset, those with a precedence first.";

    private static final String CURRENCY =
            "Currency of the amounts. Left out, US dollars for years and yuan for months, as they were reported. As"
                    + " packaged, yuan of years were reported for 2023 and 2024 only; other periods have a gap, and"
                    + " `TradePoint.converted` converts.";
    private static final String FREQUENCY =
            "Length of the periods. As packaged, months by partner are there for 2024, those of the world for more years; in"
                    + " yuan.";

    private final TotalsInMemory totals;
    private final PartnerRepository partners;

    TradeApi(TotalsInMemory totals, PartnerRepository partners) {
        this.totals = totals;
        this.partners = partners;
    }

    @Description(
            "The trade of China, or of another reporter, with this partner. Where a flow has no figure, the gap of the point says"
                    + " why.")
    @Cost(weight = 10)
    public Uni<TradeSeries> trade(
            @Source Partner partner,
            @Name("from") @Description(FROM) @Nullable Integer from,
            @Name("to") @Description(TO) @Nullable Integer to,
            @Name("frequency") @Description(FREQUENCY) @DefaultValue("ANNUAL") @Nullable Frequency frequency,
            @Name("currency") @Description(CURRENCY) @Nullable Currency currency,
            @Name("reporter") @Description(REPORTER) @DefaultValue("CHN") @Id @Nullable String reporter,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return series(new Subject.OfPartner(partner.code()), from, to, new Asked(frequency, currency, reporter, asOf));
    }

    @Description(
            "The trade of China, or of another reporter, with this bloc: sums over the members that have a figure, each year's with those of its"
                    + " composition. Members without a figure are named in the gap of the point. Where no member has one, a"
                    + " figure that customs announced for the bloc stands in, marked HEADLINE.")
    @Cost(weight = 10)
    public @NonNull Uni<TradeSeries> trade(
            @Source Bloc bloc,
            @Name("from") @Description(FROM) @Nullable Integer from,
            @Name("to") @Description(TO) @Nullable Integer to,
            @Name("composition") @Description("Whose trade is summed.") @DefaultValue("AS_OF_YEAR") @Nullable
                    Composition composition,
            @Name("membersOf") @Description("With LIKE_FOR_LIKE: the year whose members count in every year.") @Nullable
                    Integer membersOf,
            @Name("frequency") @Description(FREQUENCY) @DefaultValue("ANNUAL") @Nullable Frequency frequency,
            @Name("currency") @Description(CURRENCY) @Nullable Currency currency,
            @Name("reporter") @Description(REPORTER) @DefaultValue("CHN") @Id @Nullable String reporter,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        Subject subject = new Subject.OfBloc(
                bloc.code(), new CountedMembers(requireNonNullElse(composition, Composition.AS_OF_YEAR), membersOf));
        return series(subject, from, to, new Asked(frequency, currency, reporter, asOf));
    }

    private record Asked(
            @Nullable Frequency frequency,
            @Nullable Currency currency,
            @Nullable String reporter,
            @Nullable OffsetDateTime asOf) {}

    private Uni<TradeSeries> series(Subject subject, @Nullable Integer from, @Nullable Integer to, Asked asked) {
        Frequency frequency = requireNonNullElse(asked.frequency(), Frequency.ANNUAL);
        if (frequency == Frequency.CUMULATIVE) {
            throw ServiceException.badInput(
                    "`frequency` is CUMULATIVE; sums from January on form no series.",
                    "Ask for MONTHLY points with `yearToDate`, or for the published sums by `tradeFlows`.");
        }
        Currency currency = requireNonNullElseGet(asked.currency(), frequency::reportedCurrency);
        return totals.at(requireNonNullElse(asked.reporter(), TradeFlowTable.CHINA), asked.asOf())
                .map(seen -> Trade.series(subject, from, to, new Terms(frequency, currency, seen)));
    }

    @Description("Who reports.")
    public Uni<List<@Nullable Partner>> reporter(@Source List<TradeSeries> series) {
        return References.one(
                series,
                each -> new PartnerReference(
                        each.terms().reporter().code(), each.terms().vantage()),
                partners::byReferences);
    }

    @Description("Why there are no points; null if there are some.")
    public @Nullable Gap gap(@Source TradeSeries series) {
        return EmptySeries.gapOf(series);
    }

    /** The share of a point in all trade of its reporter. */
    @Description(
            "Share of the total in the reporter's trade with the world, in percent, both of the same dataset; null where"
                    + " either is missing. Where China reports it is `shareOfChina`.")
    public @Nullable Double share(@Source TradePoint point) {
        return point.shares().total();
    }

    /** The points of a series. */
    @Description("One point for each period, gaps included, ascending.")
    @ListSize(assumedSize = 30)
    public @NonNull List<@NonNull TradePoint> points(@Source TradeSeries series) {
        return Trade.points(series);
    }

    @Description("The last point with a total; null if none has one.")
    public @Nullable TradePoint latest(@Source TradeSeries series) {
        return Trade.points(series).reversed().stream()
                .filter(point -> point.total() != null)
                .findFirst()
                .orElse(null);
    }

    @Description(
            "What a dataset gives for the bloc as one partner, an aggregate that it has beside its members. It is"
                    + " what was reported, and the point itself is the sum over the members; the two differ where the dataset"
                    + " counts others or rounds. Null for partners and sets of them, and where no dataset has such an aggregate.")
    public @Nullable TradePoint reportedAggregate(@Source TradePoint point) {
        if (!(point.subject() instanceof Subject.OfBloc(String code, CountedMembers members))) {
            return null;
        }
        TradePoint reported = Trade.points(new Subject.OfPartner(code), List.of(point.period()), point.terms())
                .getFirst();
        return reported.isComputed() ? reported : null;
    }

    @Description("The change between two years of the data, whatever years the series has. Like is compared with like:"
            + " of a bloc or another set of partners the same partners in both years, unless another `composition` is"
            + " asked for.")
    @Cost(weight = 5)
    public @NonNull TradeChange change(
            @Source TradeSeries series,
            @Name("from") @Description("The earlier year.") int from,
            @Name("to") @Description("The later year.") int to,
            @Name("flow") @Description("Which flow.") @DefaultValue("TOTAL") @Nullable FlowSelection flow,
            @Name("composition") @Description(GrowthApi.COMPOSITION) @Nullable Composition composition,
            @Name("membersOf") @Description(GrowthApi.MEMBERS_OF) @Nullable Integer membersOf) {
        return Trade.change(
                series,
                from,
                to,
                requireNonNullElse(flow, FlowSelection.TOTAL),
                new ComparedMembers(composition, membersOf));
    }
}
