package io.lancang.integration.webhook;

import io.lancang.integration.RestingService;
import org.jspecify.annotations.Nullable;

/** Webhooks that nobody works on but the test. */
public abstract class RestingWebhooks extends RestingService {
    /**
     * Writes a webhook of the client {@code one} with the revision 3.
     *
     * @param owner who works on it; null for nobody
     * @param minutes when the lease ends, counted from now
     */
    protected final void webhook(String id, String state, @Nullable String owner, int minutes) {
        execute("""
                insert into webhook (id, client, url, document, variables, after_variable, field, scopes, state, secret, created_at, place,
                                     failures, parked_in_a_row, revision, lease_owner, lease_until)
                values ('%1$s', 'one', 'https://receiver.example/%1$s', '', '', '', '', '', '%2$s', '', now(), 'e0', 4, 2, 3, %3$s,
                        now() + interval '%4$d minutes')
                """.formatted(id, state, owner == null ? "null" : "'" + owner + "'", minutes));
    }
}
