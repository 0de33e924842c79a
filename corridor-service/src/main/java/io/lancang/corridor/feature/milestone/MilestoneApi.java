package io.lancang.corridor.feature.milestone;

import io.lancang.corridor.feature.corridor.Corridor;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.ground.citation.CitationRepository;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.kit.cost.ListSize;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** Milestones in the graph. */
@GraphQLApi
public class MilestoneApi {
    private static final String OF =
            "When it was or is to be approved, begun, done and opened, by statement, in the order in"
                    + " which these were made; what has no day of statement comes first. Empty if none is on record.";

    private static final String SLIPPAGE =
            "How a date moved from statement to statement, in the order in which these were made, what was announced and what then"
                    + " happened alike. Statements without a date, or without a day on which they were made, are left out. Empty if"
                    + " none is on record.";

    private final MilestoneRepository milestones;
    private final CitationRepository citations;

    MilestoneApi(MilestoneRepository milestones, CitationRepository citations) {
        this.milestones = milestones;
        this.citations = citations;
    }

    /** The milestones of a corridor. */
    @Name("milestones")
    @Description(OF)
    @ListSize(assumedSize = 3)
    public @NonNull Uni<List<@NonNull Milestone>> ofCorridor(@Source Corridor corridor) {
        return milestones.of(Cited.CORRIDOR, corridor.id(), corridor.seen());
    }

    /** The milestones of a segment. */
    @Name("milestones")
    @Description(OF)
    @ListSize(assumedSize = 2)
    public @NonNull Uni<List<@NonNull Milestone>> ofSegment(@Source Segment segment) {
        return milestones.of(Cited.SEGMENT, segment.id(), segment.seen());
    }

    /** How a date of a corridor moved. */
    @Name("slippage")
    @Description(SLIPPAGE)
    @ListSize(assumedSize = 3)
    public @NonNull Uni<List<@NonNull Slippage>> slippageOfCorridor(
            @Source Corridor corridor,
            @Name("event") @DefaultValue("OPENING") @Description("The event whose date it is.") MilestoneEvent event) {
        return milestones.of(Cited.CORRIDOR, corridor.id(), corridor.seen()).map(all -> Slippage.of(all, event));
    }

    /** How a date of a segment moved. */
    @Name("slippage")
    @Description(SLIPPAGE)
    @ListSize(assumedSize = 2)
    public @NonNull Uni<List<@NonNull Slippage>> slippageOfSegment(
            @Source Segment segment,
            @Name("event") @DefaultValue("OPENING") @Description("The event whose date it is.") MilestoneEvent event) {
        return milestones.of(Cited.SEGMENT, segment.id(), segment.seen()).map(all -> Slippage.of(all, event));
    }

    /** Who stated a milestone. */
    @Name("sources")
    @Description("Who stated it.")
    @ListSize(assumedSize = 1)
    public @NonNull Uni<List<io.lancang.kit.provenance.@NonNull Source>> sourcesOf(@Source Milestone milestone) {
        return citations.of(Cited.MILESTONE, milestone.id(), milestone.seen());
    }
}
