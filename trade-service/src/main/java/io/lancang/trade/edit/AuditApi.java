package io.lancang.trade.edit;

import io.lancang.kit.argument.ReleaseNumbers;
import io.lancang.kit.connection.Direction;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.edit.Edits;
import io.lancang.kit.edit.WantedEdits;
import io.lancang.kit.provenance.Source;
import io.lancang.kit.provenance.SourceRepository;
import io.lancang.kit.steward.Stewards;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.DefaultValue;
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
    private final Edits edits;
    private final Stewards stewards;
    private final SourceRepository sources;

    AuditApi(Edits edits, Stewards stewards, SourceRepository sources) {
        this.edits = edits;
        this.stewards = stewards;
        this.sources = sources;
    }

    @Query
    @Description(
            "The single changes that stewards made, latest first: who, when, what, from which source. It names people,"
                    + " so it needs the role `steward`. `datasets { releases }` lists what files changed.")
    @Cost(weight = 10)
    @ListSize(assumedSize = 50, slicingArguments = "first", requireOneSlicingArgument = false)
    public @NonNull Uni<List<@NonNull TradeEdit>> tradeEdits(
            @Name("subject")
                    @Description("Only about this, as in `TradeEdit.subject`; about all if left out.")
                    @Id
                    @Nullable
                    String subject,
            @Name("before")
                    @Description("Only changes before the release with this number: the last one of the page before.")
                    @Id
                    @Nullable
                    String before,
            @Name("first") @DefaultValue("50") @Description("How many, from 1 to 500.") int first) {
        stewards.require("The audit can be read only");
        Long number = before == null ? null : ReleaseNumbers.read("before", before, EditBeans.NUMBERS);
        WantedEdits wanted = new WantedEdits(subject, null, number, Direction.FORWARDS);
        return edits.page(wanted, Slice.checkFirst(first), TradeEdit::of);
    }

    /** The sources of changes. */
    @Description("The source that says so; null for withdrawals, which have a reason, and for new sources.")
    public Uni<List<@Nullable Source>> source(@org.eclipse.microprofile.graphql.Source List<TradeEdit> changes) {
        List<String> ids = changes.stream()
                .map(TradeEdit::sourceId)
                .filter(Objects::nonNull)
                .toList();
        return sources.byIds(ids)
                .map(found -> changes.stream()
                        .map(change -> change.sourceId() == null ? null : found.get(change.sourceId()))
                        .toList());
    }
}
