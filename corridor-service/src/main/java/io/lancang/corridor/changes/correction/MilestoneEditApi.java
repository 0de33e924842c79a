package io.lancang.corridor.changes.correction;

import io.lancang.corridor.changes.edit.Audit;
import io.lancang.corridor.changes.edit.Edit;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Changes of milestones in the graph. */
@GraphQLApi
public class MilestoneEditApi {
    private final MilestoneEdits edits;
    private final Audit audit;

    MilestoneEditApi(MilestoneEdits edits, Audit audit) {
        this.edits = edits;
        this.audit = audit;
    }

    /** Adds a milestone. */
    @Mutation
    @Description(
            "Adds what a source states of a day about the progress of a work. Earlier statements stay. Needs the role"
                    + " `steward`.")
    public @NonNull Uni<Edit> addMilestone(
            @Name("milestone") @Description("The milestone.") @NonNull NewMilestone milestone) {
        return edits.add(milestone).chain(audit::ofRelease);
    }

    @Mutation
    @Description(
            "Removes a milestone that nobody stated so. What was stated and did not come true stays on record. Needs the role"
                    + " `steward`.")
    public @NonNull Uni<Edit> removeMilestone(
            @Name("id") @Description("Id of the milestone.") @Id @NonNull String id,
            @Name("source") @Description("Id of the source that says so.") @Id @NonNull String source) {
        return edits.remove(id, source).chain(audit::ofRelease);
    }
}
