package io.lancang.corridor.changes.edit;

import io.lancang.kit.edit.EditEntity;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A single fact that a steward gave.
 *
 * @param sourceId id of the source, served as {@code source}
 */
@Description("A single fact that a steward gave: who, when, what, from which source.")
public record Edit(
        @Description("Number of the release that it is.") @Id @NonNull
        String release,

        @Description("When it was given.") @NonNull OffsetDateTime at,

        @Description("Who gave it, by the name in the token.") @NonNull
        String editor,

        @Description("The mutation that was called, such as `changeStatus`.") @NonNull
        String action,

        @Description("Id of the corridor, segment, location, zone, figure or source that it is about.") @Id @NonNull
        String subject,

        @Description("What was given, as a JSON object.") @NonNull
        String content,

        @Description("What it was before, as a JSON object; empty if there was nothing.") @NonNull
        String before,

        @Description("Number of the release that it undoes; null if it undoes none.") @Id @Nullable
        String undoes,

        @Ignore @Nullable String sourceId) {
    static Edit of(EditEntity entry) {
        return new Edit(
                String.valueOf(entry.release()),
                entry.at(),
                entry.editor(),
                entry.action(),
                entry.subject(),
                entry.content().encode(),
                entry.before().encode(),
                entry.undoes() == null ? null : String.valueOf(entry.undoes()),
                entry.source());
    }
}
