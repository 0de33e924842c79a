package io.lancang.kit.edit;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change that is about to be made.
 *
 * @param action name of the mutation
 * @param datasets the datasets whose files say the same, or could take away what the change refers to; none of them is loaded
 *     meanwhile
 * @param subject what is changed, as the audit has it
 * @param content what was given
 * @param source id of the source that says so; null for what was no source's word
 * @param undoes number of the release that it undoes; null if it undoes none
 */
public record Change(
        String action,
        List<String> datasets,
        String subject,
        JsonObject content,
        @Nullable String source,
        @Nullable Long undoes) {
    /** In one order, so that two changes never wait for each other. */
    public Change {
        datasets = datasets.stream().distinct().sorted().toList();
    }

    /** A change of facts that files of one dataset say. */
    public static Change of(
            String action, String dataset, String subject, JsonObject content, @Nullable String source) {
        return new Change(action, List.of(dataset), subject, content, source, null);
    }
}
