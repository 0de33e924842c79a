package io.lancang.corridor.changes.edit;

import io.lancang.corridor.feature.finding.FindingKind;
import io.lancang.kit.error.ServiceException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("NewDoubtInput")
@Description("What is doubtful about something that is added.")
public record NewDoubt(
        @Description("SOURCES_DISAGREE, UNVERIFIED, DERIVED or APPROXIMATE, each once: other kinds follow from facts.")
        @NonNull
        FindingKind kind,

        @Description("What is doubtful, in English.") @NonNull
        String detail) {
    private static final Set<FindingKind> STATED = EnumSet.of(
            FindingKind.SOURCES_DISAGREE, FindingKind.UNVERIFIED, FindingKind.DERIVED, FindingKind.APPROXIMATE);

    /** Those that were given; none if nothing was. */
    static List<NewDoubt> all(@Nullable List<NewDoubt> given) {
        return given == null ? List.of() : given;
    }

    /**
     * Checks what is given.
     *
     * @throws ServiceException BAD_USER_INPUT for a kind that nobody states, twice the same kind, or no text
     */
    public static void check(@Nullable List<NewDoubt> given) {
        Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
        for (NewDoubt doubt : all(given)) {
            Arguments.requireText("doubts.detail", doubt.detail());
            Arguments.checkText("doubts.detail", doubt.detail());
            if (!STATED.contains(doubt.kind()) || !kinds.add(doubt.kind())) {
                throw ServiceException.badInput(
                        "`doubts` has the kind " + doubt.kind() + ", which follows from facts or is there already.",
                        "State SOURCES_DISAGREE, UNVERIFIED, DERIVED and APPROXIMATE, each at most once.");
            }
        }
    }

    /** As the audit keeps them; null for none, which it leaves out. */
    public static @Nullable JsonArray content(@Nullable List<NewDoubt> given) {
        List<NewDoubt> doubts = all(given);
        if (doubts.isEmpty()) {
            return null;
        }
        JsonArray content = new JsonArray();
        doubts.forEach(doubt ->
                content.add(new JsonObject().put("kind", doubt.kind().name()).put("detail", doubt.detail())));
        return content;
    }
}
