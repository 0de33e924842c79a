package io.lancang.trade.edit;

import io.lancang.kit.edit.EditEntity;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A single change by a steward.
 *
 * @param sourceId id of the source, served as {@code source}
 */
@Description("A single change by a steward: who, when, what, what it was before, and from which source.")
public record TradeEdit(
        @Description("Number of the release that it is.") @Id @NonNull
        String release,

        @Description("When it was made.") @NonNull OffsetDateTime at,

        @Description("Who made it, by the name in the token.") @NonNull
        String editor,

        @Description("The mutation that was called, such as `setPrecedence`, or `addDataset` for a dataset that"
                + " `PUT /datasets/CODE` added.")
        @NonNull
        String action,

        @Description(
                "What it is about: id of a dataset or a source, code of a partner, `ASEAN/LAO` for a membership, number"
                        + " of a release that was withdrawn.")
        @Id
        @NonNull
        String subject,

        @Description("What was given, as a JSON object.") @NonNull
        String content,

        @Description("What it was before, as a JSON object; empty if there was nothing.") @NonNull
        String before,

        @Description("Number of the release that it undoes; null if it undoes none.") @Id @Nullable
        String undoes,

        @Ignore @Nullable String sourceId) {
    static TradeEdit of(EditEntity edit) {
        return new TradeEdit(
                String.valueOf(edit.release()),
                edit.at(),
                edit.editor(),
                edit.action(),
                edit.subject(),
                edit.content().encode(),
                edit.before().encode(),
                edit.undoes() == null ? null : String.valueOf(edit.undoes()),
                edit.source());
    }
}
