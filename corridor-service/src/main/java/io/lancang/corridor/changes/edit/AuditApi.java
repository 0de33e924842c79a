package io.lancang.corridor.changes.edit;

import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.provenance.Source;
import io.lancang.kit.provenance.SourceRepository;
import io.lancang.kit.steward.Stewards;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** The audit in the graph. */
@GraphQLApi
public class AuditApi {
    private final Audit audit;
    private final Stewards stewards;
    private final SourceRepository sources;

    AuditApi(Audit audit, Stewards stewards, SourceRepository sources) {
        this.audit = audit;
        this.stewards = stewards;
        this.sources = sources;
    }

    /** A page of the audit. */
    @Query
    @Description(
            "The single facts that stewards gave, latest first: who, when, what, from which source. It names people, so it"
                    + " needs the role `steward`. What files gave is listed by `GET /releases`.")
    @Cost(weight = 10)
    @ListSize(
            assumedSize = 50,
            slicingArguments = {"first", "last"},
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    public @NonNull Uni<EditConnection> edits(
            @Name("subject")
                    @Description(
                            "Only about this corridor, segment, location, zone or figure, by id; about all if left out.")
                    @Id
                    @Nullable
                    String subject,
            @Name("editor") @Description("Only of this editor; of all if left out.") @Nullable String editor,
            @Name("first") @Description(PageRequest.FIRST) @Nullable Integer first,
            @Name("after") @Description(PageRequest.AFTER) @Nullable String after,
            @Name("last") @Description(PageRequest.LAST) @Nullable Integer last,
            @Name("before") @Description(PageRequest.BEFORE) @Nullable String before) {
        stewards.require("The audit can be read only");
        PageArguments arguments = new PageRequest(first, after, last, before)
                .of(new CursorScope("edits", String.valueOf(subject), String.valueOf(editor)), PageRequest.USUAL);
        return audit.page(subject, editor, arguments).map(page -> EditConnection.of(arguments, page));
    }

    /** The sources of single facts. */
    @Description("The source that says so; null for a new source.")
    public Uni<List<@Nullable Source>> source(@org.eclipse.microprofile.graphql.Source List<Edit> given) {
        List<String> ids =
                given.stream().map(Edit::sourceId).filter(Objects::nonNull).toList();
        return sources.byIds(ids)
                .map(found -> given.stream()
                        .map(edit -> edit.sourceId() == null ? null : found.get(edit.sourceId()))
                        .toList());
    }
}
