package io.lancang.corridor.feature.finding;

import io.lancang.corridor.feature.corridor.Corridor;
import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.milestone.Milestone;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.feature.throughput.Throughput;
import io.lancang.corridor.feature.zone.IndustrialTransfer;
import io.lancang.corridor.feature.zone.Zone;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.kit.argument.Choice;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantages;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Findings in the graph. */
@GraphQLApi
public class FindingApi {
    private static final String ABOUT =
            "What is doubtful about it, disputed or unverified, by kind. Empty if nothing is known to"
                    + " be. As of the same moment as itself.";

    private final FindingRepository findings;
    private final Vantages vantages;

    FindingApi(FindingRepository findings, Vantages vantages) {
        this.findings = findings;
        this.vantages = vantages;
    }

    @Query
    @Description(
            "What is doubtful about the facts on record, by kind and subject: for those who keep them. What breaks a"
                    + " rule is refused when a file is loaded, and never gets here.")
    @Cost(weight = 2)
    @ListSize(assumedSize = 100)
    public @NonNull Uni<List<@NonNull Finding>> networkFindings(
            @Name("kinds")
                    @Description("Only doubts of these kinds; all if left out.")
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    List<@NonNull FindingKind> kinds,
            @Name("asOf") @Description(SeenStatement.AS_OF) @Nullable OffsetDateTime asOf) {
        Choice<FindingKind> ofKinds = Choice.of("kinds", kinds);
        return vantages.at(asOf).chain(seen -> findings.all(ofKinds.wanted(), seen));
    }

    /** What is doubtful about a corridor. */
    @Name("findings")
    @Description(ABOUT)
    @ListSize(assumedSize = 5)
    public @NonNull Uni<List<@NonNull Finding>> ofCorridor(@Source Corridor corridor) {
        return findings.about(Cited.CORRIDOR, corridor.id(), corridor.seen());
    }

    /** What is doubtful about a segment. */
    @Name("findings")
    @Description(ABOUT)
    @ListSize(assumedSize = 2)
    public @NonNull Uni<List<@NonNull Finding>> ofSegment(@Source Segment segment) {
        return findings.about(Cited.SEGMENT, segment.id(), segment.seen());
    }

    /** What is doubtful about a location. */
    @Name("findings")
    @Description(ABOUT)
    @ListSize(assumedSize = 2)
    public @NonNull Uni<List<@NonNull Finding>> ofLocation(@Source Location location) {
        return findings.about(Cited.LOCATION, location.id(), location.seen());
    }

    /** What is doubtful about a figure. */
    @Name("findings")
    @Description(ABOUT)
    @ListSize(assumedSize = 1)
    public @NonNull Uni<List<@NonNull Finding>> ofThroughput(@Source Throughput throughput) {
        return findings.about(Cited.THROUGHPUT, throughput.id(), throughput.seen());
    }

    /** What is doubtful about a zone. */
    @Name("findings")
    @Description(ABOUT)
    @ListSize(assumedSize = 2)
    public @NonNull Uni<List<@NonNull Finding>> ofZone(@Source Zone zone) {
        return findings.about(Cited.ZONE, zone.id(), zone.seen());
    }

    /** What is doubtful about a milestone. */
    @Name("findings")
    @Description(ABOUT)
    @ListSize(assumedSize = 1)
    public @NonNull Uni<List<@NonNull Finding>> ofMilestone(@Source Milestone milestone) {
        return findings.about(Cited.MILESTONE, milestone.id(), milestone.seen());
    }

    /** What is doubtful about a transfer. */
    @Name("findings")
    @Description(ABOUT)
    @ListSize(assumedSize = 2)
    public @NonNull Uni<List<@NonNull Finding>> ofTransfer(@Source IndustrialTransfer transfer) {
        return findings.about(Cited.INDUSTRIAL_TRANSFER, transfer.id(), transfer.seen());
    }
}
