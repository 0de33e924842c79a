package io.lancang.trade.structure;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.batch.References;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.flow.AlikeSet;
import io.lancang.trade.flow.ComparedMembers;
import io.lancang.trade.flow.Composition;
import io.lancang.trade.flow.Dimension;
import io.lancang.trade.flow.GrowthApi;
import io.lancang.trade.flow.Terms;
import io.lancang.trade.flow.Trade;
import io.lancang.trade.flow.TradeSeries;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerReference;
import io.lancang.trade.partner.PartnerRepository;
import io.lancang.trade.period.Period;
import io.lancang.trade.product.Classification;
import io.lancang.trade.product.ProductLevel;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** How the trade of a series is spread, in the graph. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class SeriesStructureApi {
    private static final int TOP = 10;
    private static final String SPREAD = "The trade with the world spreads over every country and former state, that"
            + " with a bloc over its members, that with one partner over nothing but itself.";

    private static final String BY = "PARTNER or PRODUCT. By product trade spreads over the products of one level of a"
            + " classification, whoever the partner is.";
    private static final String CLASSIFICATION = "By product: the classification; SITC3 if left out.";
    private static final String LEVEL =
            "By product: the level, which is the number of digits of the codes; 1 if left out.";

    private final ConcentrationRepository concentrations;
    private final DiversificationRepository diversifications;
    private final PartnerRepository partners;

    SeriesStructureApi(
            ConcentrationRepository concentrations,
            DiversificationRepository diversifications,
            PartnerRepository partners) {
        this.concentrations = concentrations;
        this.diversifications = diversifications;
        this.partners = partners;
    }

    /** The index of concentration alone. */
    @Description(
            "Herfindahl-Hirschman index of the year: the sum of the squared shares, from 1/n to 1; multiply by 10,000"
                    + " for points. " + SPREAD + " Null where undefined; `concentrationDetail` says why.")
    @Cost(weight = 10)
    public Uni<@Nullable Double> concentration(
            @Source TradeSeries series,
            @Name("year") @Description("The calendar year.") int year,
            @Name("by") @Description(BY) @NonNull Dimension by,
            @Name("flow") @Description("Which flow.") @DefaultValue("TOTAL") @Nullable FlowSelection flow,
            @Name("classification") @Description(CLASSIFICATION) @Nullable Classification classification,
            @Name("level") @Description(LEVEL) @Nullable Integer level) {
        return load(series, year, by, new Asked(flow, classification, level)).map(Concentration::index);
    }

    /** The index of concentration with its reading. */
    @Description("How concentrated trade is in a year, or why that is undefined. " + SPREAD)
    @Cost(weight = 10)
    public @NonNull Uni<Concentration> concentrationDetail(
            @Source TradeSeries series,
            @Name("year") @Description("The calendar year.") int year,
            @Name("by") @Description(BY) @NonNull Dimension by,
            @Name("flow") @Description("Which flow.") @DefaultValue("TOTAL") @Nullable FlowSelection flow,
            @Name("classification") @Description(CLASSIFICATION) @Nullable Classification classification,
            @Name("level") @Description(LEVEL) @Nullable Integer level) {
        return load(series, year, by, new Asked(flow, classification, level));
    }

    private record Asked(
            @Nullable FlowSelection flow,
            @Nullable Classification classification,
            @Nullable Integer level) {
        FlowSelection flowOrTotal() {
            return requireNonNullElse(flow, FlowSelection.TOTAL);
        }

        ProductLevel goods() {
            return new ProductLevel(
                    requireNonNullElse(classification, ProductLevel.SITC_SECTIONS.classification()),
                    requireNonNullElse(level, ProductLevel.SITC_SECTIONS.level()));
        }
    }

    private Uni<Concentration> load(TradeSeries series, int year, Dimension by, Asked asked) {
        ProductLevel goods = spreadOver(by, asked);
        Terms annual = annual(series);
        SequencedMap<String, Integer> years = new LinkedHashMap<>();
        years.put("year", year);
        Trade.checkYears(years, annual);
        return Batches.load(
                "concentration",
                new ConcentrationKey(series.subject(), year, annual, goods, asked.flowOrTotal()),
                concentrations::concentrations);
    }

    /** The products that trade spreads over; null if it spreads over partners. */
    private static @Nullable ProductLevel spreadOver(Dimension by, Asked asked) {
        boolean namesProducts = asked.classification() != null || asked.level() != null;
        if (by == Dimension.PARTNER && namesProducts) {
            throw ServiceException.badInput(
                    "`by` is PARTNER, and `classification` or `level` says which products.",
                    "Leave them out, or ask by PRODUCT.");
        }
        return switch (by) {
            case PARTNER -> null;
            case PRODUCT -> asked.goods();
            case PERIOD, BLOC, REGION, FLOW, REPORTER, DATASET ->
                throw ServiceException.badInput(
                        "`by` is " + by + "; concentration is computed by PARTNER or PRODUCT.",
                        "Ask by one of them, or ask `tradeSummary` for shares by " + by + ".");
        };
    }

    /** How trade moved between partners. */
    @Description("Which partners gained and lost share between two years, and whether trade became more diversified. "
            + SPREAD)
    @Cost(weight = 20)
    @ListSize(
            assumedSize = 10,
            slicingArguments = "top",
            sizedFields = {"gained", "lost"},
            requireOneSlicingArgument = false)
    public @NonNull Uni<Diversification> diversification(
            @Source TradeSeries series,
            @Name("from") @Description("The earlier year.") int from,
            @Name("to") @Description("The later year.") int to,
            @Name("flow") @Description("Which flow.") @DefaultValue("TOTAL") @Nullable FlowSelection flow,
            @Name("top")
                    @Description("How many gains and how many losses to name, 1 to 500.")
                    @DefaultValue("10")
                    @Nullable
                    Integer top,
            @Name("composition") @Description(GrowthApi.COMPOSITION) @Nullable Composition composition,
            @Name("membersOf") @Description(GrowthApi.MEMBERS_OF) @Nullable Integer membersOf) {
        if (from >= to) {
            throw ServiceException.badInput(
                    "`from` (" + from + ") is not before `to` (" + to + ").", "Send the earlier year as `from`.");
        }
        Terms annual = annual(series);
        Trade.checkYears(Trade.years(from, to), annual);
        FlowSelection selected = requireNonNullElse(flow, FlowSelection.TOTAL);
        AlikeSet alike = AlikeSet.of(
                series.subject(),
                Period.ofYear(from),
                Period.ofYear(to),
                selected,
                new ComparedMembers(composition, membersOf),
                annual);
        DiversificationKey key = new DiversificationKey(
                alike, from, to, annual, selected, Slice.checkSize("top", requireNonNullElse(top, TOP)));
        return Batches.load("diversification", key, diversifications::diversifications);
    }

    /** The partners whose share moved. */
    @Description("The partner.")
    public Uni<List<@Nullable Partner>> partner(@Source List<ShareShift> shifts) {
        return References.one(
                shifts, shift -> new PartnerReference(shift.code(), shift.seen()), partners::byReferences);
    }

    private static Terms annual(TradeSeries series) {
        return series.terms().annual();
    }
}
