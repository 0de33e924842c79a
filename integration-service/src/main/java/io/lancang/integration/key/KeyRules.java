package io.lancang.integration.key;

import io.lancang.integration.access.Asker;
import io.lancang.integration.client.Client;
import io.lancang.integration.client.Scopes;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a key may be given. Holds no state. */
final class KeyRules {
    private static final Period LONGEST_LIFE = Period.ofYears(3);

    private KeyRules() {}

    /**
     * The scopes of a new key: all that whoever asks may give, unless some are named. A key gives no other key more than it has itself.
     *
     * @throws ServiceException BAD_USER_INPUT for one that may not be given
     */
    static List<String> scopes(Asker asker, Client client, @Nullable List<String> wanted) {
        List<String> ofKey = asker instanceof Asker.Owner owner ? owner.scopes() : null;
        List<String> allowed = ofKey == null
                ? client.scopes()
                : client.scopes().stream().filter(ofKey::contains).toList();
        if (wanted == null) {
            return allowed;
        }
        List<String> checked = Scopes.checked(wanted);
        Scopes.requireAmong(
                checked,
                client.scopes(),
                "those of the client '" + client.id() + "'",
                "An administrator gives a client scopes by `changeClient`.");
        Scopes.requireAmong(
                checked,
                allowed,
                "those of the key that asks",
                "Ask with a key that has them, or ask an administrator.");
        return checked;
    }

    /**
     * Refuses to show somebody the successor of a key that can do more than the one he asks with.
     *
     * @throws ServiceException FORBIDDEN
     */
    static void requireCovers(Asker asker, ApiKeyEntity key) {
        List<String> ofKey = asker instanceof Asker.Owner owner ? owner.scopes() : null;
        if (ofKey != null && !ofKey.containsAll(key.scopes())) {
            throw new ServiceException(
                    ErrorCode.FORBIDDEN,
                    "The key '" + key.prefix() + "' has scopes that the key which asks does not have.",
                    "Rotate it with itself, or with a key that has them.");
        }
    }

    /** @throws ServiceException BAD_USER_INPUT for an end that is past or too far */
    static void requireEnd(@Nullable OffsetDateTime expiresAt, OffsetDateTime now) {
        if (expiresAt != null && (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST_LIFE)))) {
            throw ServiceException.badInput(
                    "`expiresAt` is " + expiresAt + "; it must be after now and within three years.",
                    "Give such a moment, or leave it out for a key without end.");
        }
    }
}
