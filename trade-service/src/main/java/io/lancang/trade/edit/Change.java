package io.lancang.trade.edit;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A change that is about to be made.
 *
 * @param action name of the mutation
 * @param dataset the dataset whose files say the same; none of them is loaded meanwhile
 * @param subject what is changed
 * @param content what was given
 * @param source id of the source that says so; null for what undoes another change, or was no source's word
 * @param undoes number of the release that it undoes; null if it undoes none
 */
record Change(
        String action,
        String dataset,
        String subject,
        JsonObject content,
        @Nullable String source,
        @Nullable Long undoes) {
    Change(String action, String dataset, String subject, JsonObject content, @Nullable String source) {
        this(action, dataset, subject, content, source, null);
    }
}
