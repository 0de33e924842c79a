package io.lancang.trade.intensity;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.batch.References;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.catalogue.DatasetCatalog;
import io.lancang.trade.catalogue.TradeDataset;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.YearRange;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.Partners;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Trade intensity, in the graph. One statement for all partners of a list. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class IntensityApi {
    private static final String CHINA = "CHN";
    private static final int EXAMPLE = 2020;

    private final IntensityRepository repository;
    private final Vantages vantages;
    private final Partners partners;
    private final DatasetCatalog datasets;

    IntensityApi(IntensityRepository repository, Vantages vantages, Partners partners, DatasetCatalog datasets) {
        this.repository = repository;
        this.vantages = vantages;
        this.partners = partners;
        this.datasets = datasets;
    }

    /** How intense trade with the partner is. */
    @Description(
            "How much more China, or another reporter, trades with the partner than the partner's weight in the world's trade"
                    + " would have it (Kojima 1964). Needs totals of the partner and of the world (reporter `WORLD`) to be loaded: no"
                    + " packaged file has them, and `gap` says which are missing.")
    @Cost(weight = 10)
    public Uni<TradeIntensity> tradeIntensity(
            @Source Partner partner,
            @Name("year") @Description("The calendar year.") int year,
            @Name("flow") @Description("EXPORTS or IMPORTS of the reporter.") @DefaultValue("EXPORTS") @Nullable
                    Flow flow,
            @Name("reporter") @Description("Code of the reporter.") @Id @DefaultValue(CHINA) @Nullable String reporter,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        YearRange.check(year, year, EXAMPLE);
        Flow asked = requireNonNullElse(flow, Flow.EXPORTS);
        if (asked != Flow.EXPORTS && asked != Flow.IMPORTS) {
            throw ServiceException.badInput(
                    "`flow` is " + asked + ", which is a part of a flow.", "Ask for EXPORTS or IMPORTS.");
        }
        return Batches.load(
                "trade-intensities",
                new IntensityKey(
                        partner.code(),
                        new IntensityKey.Arguments(requireNonNullElse(reporter, CHINA), year, asked, asOf)),
                this::read);
    }

    private Uni<Map<IntensityKey, TradeIntensity>> read(List<IntensityKey> keys) {
        return Batches.byArguments(
                keys,
                IntensityKey::arguments,
                (arguments, same) -> partners.byCode(arguments.reporter())
                        .chain(() -> vantages.lookUp(arguments.asOf()))
                        .chain(vantage -> repository.intensities(arguments, same, vantage)));
    }

    /** The datasets of intensities. */
    @Description("The datasets that the figures are from; empty with `gap`.")
    @ListSize(assumedSize = 2)
    public @NonNull Uni<List<@NonNull List<@NonNull TradeDataset>>> datasets(@Source List<TradeIntensity> intensities) {
        return References.many(intensities, TradeIntensity::datasetNumbers, datasets::byNumbers);
    }
}
