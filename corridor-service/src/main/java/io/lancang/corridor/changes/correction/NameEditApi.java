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

/** Changes of names in the graph. */
@GraphQLApi
public class NameEditApi {
    private final NameEdits edits;
    private final Audit audit;

    NameEditApi(NameEdits edits, Audit audit) {
        this.edits = edits;
        this.audit = audit;
    }

    @Mutation
    @Description(
            "Adds a name in another language or script, a former one or another spelling. Needs the role `steward`.")
    public @NonNull Uni<Edit> addName(@Name("name") @Description("The name.") @NonNull NewName name) {
        return edits.add(name).chain(audit::ofRelease);
    }

    @Mutation
    @Description("Removes a name that something does not have. Needs the role `steward`.")
    public @NonNull Uni<Edit> removeName(
            @Name("kind") @Description("What has the name.") @NonNull NamedKind kind,
            @Name("subject") @Description("Id of the corridor, segment or location.") @Id @NonNull String subject,
            @Name("language") @Description("The language that it is on record in.") @NonNull String language,
            @Name("name") @Description("The name.") @NonNull String name,
            @Name("source") @Description("Id of the source that says so.") @Id @NonNull String source) {
        return edits.remove(new NameEdits.Which(kind, subject, language, name), source)
                .chain(audit::ofRelease);
    }
}
