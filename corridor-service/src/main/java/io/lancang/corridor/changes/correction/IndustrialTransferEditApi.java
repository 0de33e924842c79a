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

/** Changes of industrial transfers in the graph. */
@GraphQLApi
public class IndustrialTransferEditApi {
    private final IndustrialTransferEdits edits;
    private final Audit audit;

    IndustrialTransferEditApi(IndustrialTransferEdits edits, Audit audit) {
        this.edits = edits;
        this.audit = audit;
    }

    @Mutation
    @Description(
            "Adds a reported fact about industries that moved to Yunnan. To correct one, remove it and add what is right."
                    + " Needs the role `steward`.")
    public @NonNull Uni<Edit> addIndustrialTransfer(
            @Name("transfer") @Description("The fact.") @NonNull NewIndustrialTransfer transfer) {
        return edits.add(transfer).chain(audit::ofRelease);
    }

    @Mutation
    @Description("Removes a fact about industries that moved which nobody reported so. Needs the role `steward`.")
    public @NonNull Uni<Edit> removeIndustrialTransfer(
            @Name("id") @Description("Id of the fact, see `industrialTransfers`.") @Id @NonNull String id,
            @Name("source") @Description("Id of the source that says so.") @Id @NonNull String source) {
        return edits.remove(id, source).chain(audit::ofRelease);
    }
}
