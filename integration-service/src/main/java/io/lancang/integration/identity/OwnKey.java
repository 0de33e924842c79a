package io.lancang.integration.identity;

import io.lancang.integration.client.Scopes;
import java.util.List;

/**
 * A key with which this service asks, as far as it is on record.
 *
 * @param work what it asks for
 * @param client whose it is
 * @param scopes what it may see, with single spaces
 */
public record OwnKey(Work work, String client, String scopes) {
    /** What it may see: those that its client has no more do not count. */
    public List<String> scopesAmong(List<String> ofClient) {
        return Scopes.of(scopes).stream().filter(ofClient::contains).toList();
    }
}
