package io.lancang.corridor.feature.throughput;

import io.lancang.corridor.feature.corridor.Corridor;
import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.ground.citation.CitationRepository;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.fact.ThroughputMetric;
import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.corridor.ground.partner.PartnerLists;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The throughput of corridors, locations and partners. */
@GraphQLApi
public class ThroughputApi {
    private final ThroughputRepository throughputs;
    private final CitationRepository citations;
    private final PartnerLists partners;

    ThroughputApi(ThroughputRepository throughputs, CitationRepository citations, PartnerLists partners) {
        this.throughputs = throughputs;
        this.citations = citations;
        this.partners = partners;
    }

    /** What passes over a corridor. */
    @Name("throughput")
    @Description("What passes over it: reported figures, ordered by metric and period. Empty if none is on record.")
    @ListSize(assumedSize = 10)
    public @NonNull Uni<List<@NonNull Throughput>> ofCorridor(
            @Source Corridor corridor,
            @Name("metric") @Description("Only figures of this metric; all if left out.") @Nullable
                    ThroughputMetric metric) {
        return ofMetric(ThroughputRepository.Subject.CORRIDOR, corridor.id(), corridor.seen(), metric);
    }

    /** What passes through a location. */
    @Name("throughput")
    @Description("What passes through it: reported figures, ordered by metric and period. Empty if none is on record.")
    @ListSize(assumedSize = 5)
    public @NonNull Uni<List<@NonNull Throughput>> ofLocation(
            @Source Location location,
            @Name("metric") @Description("Only figures of this metric; all if left out.") @Nullable
                    ThroughputMetric metric) {
        return ofMetric(ThroughputRepository.Subject.LOCATION, location.id(), location.seen(), metric);
    }

    /** What passes between countries. */
    @Name("throughput")
    @Description(
            "Reported figures about a group of countries that this one is in, ordered by metric and period. A figure"
                    + " is the group's, never this country's alone.")
    @ListSize(assumedSize = 10)
    public Uni<List<@NonNull Throughput>> ofPartner(
            @Source Partner partner,
            @Name("metric") @Description("Only figures of this metric; all if left out.") @Nullable
                    ThroughputMetric metric,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        return ofPartnerThen(partner, asOf, metric);
    }

    /** Series of what passes, for a corridor. */
    @Name("throughputSeries")
    @Description(
            "What passes over it, in series of figures that may be compared; ordered by metric. Empty if none is on record.")
    @ListSize(assumedSize = 5)
    public @NonNull Uni<List<@NonNull ThroughputSeries>> seriesOfCorridor(
            @Source Corridor corridor,
            @Name("metric") @Description("Only figures of this metric; all if left out.") @Nullable
                    ThroughputMetric metric) {
        return ofMetric(ThroughputRepository.Subject.CORRIDOR, corridor.id(), corridor.seen(), metric)
                .map(ThroughputSeries::of);
    }

    /** Series of what passes, for a location. */
    @Name("throughputSeries")
    @Description(
            "What passes through it, in series of figures that may be compared; ordered by metric. Empty if none is on record.")
    @ListSize(assumedSize = 3)
    public @NonNull Uni<List<@NonNull ThroughputSeries>> seriesOfLocation(
            @Source Location location,
            @Name("metric") @Description("Only figures of this metric; all if left out.") @Nullable
                    ThroughputMetric metric) {
        return ofMetric(ThroughputRepository.Subject.LOCATION, location.id(), location.seen(), metric)
                .map(ThroughputSeries::of);
    }

    /** Series of what passes, for a partner. */
    @Name("throughputSeries")
    @Description(
            "What passes between groups of countries that this one is in, in series of figures that may be compared; ordered by metric. Empty if none is on record.")
    @ListSize(assumedSize = 5)
    public Uni<List<@NonNull ThroughputSeries>> seriesOfPartner(
            @Source Partner partner,
            @Name("metric") @Description("Only figures of this metric; all if left out.") @Nullable
                    ThroughputMetric metric,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        return ofPartnerThen(partner, asOf, metric).map(ThroughputSeries::of);
    }

    @Description("Where the figure is from.")
    @ListSize(assumedSize = 1)
    public @NonNull Uni<List<io.lancang.kit.provenance.@NonNull Source>> sources(@Source Throughput throughput) {
        return citations.of(Cited.THROUGHPUT, throughput.id(), throughput.seen());
    }

    private Uni<List<Throughput>> ofPartnerThen(
            Partner partner, @Nullable OffsetDateTime asOf, @Nullable ThroughputMetric metric) {
        return partners.of("throughput of partners", partner, asOf, throughputs::ofPartners)
                .map(all -> ofMetric(all, metric));
    }

    private Uni<List<Throughput>> ofMetric(
            ThroughputRepository.Subject subject, String id, Vantage seen, @Nullable ThroughputMetric metric) {
        return throughputs.of(subject, id, seen).map(all -> ofMetric(all, metric));
    }

    private static List<Throughput> ofMetric(List<Throughput> all, @Nullable ThroughputMetric metric) {
        return all.stream()
                .filter(figure -> metric == null || figure.metric() == metric)
                .toList();
    }
}
