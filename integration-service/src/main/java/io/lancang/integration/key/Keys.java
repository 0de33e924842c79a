package io.lancang.integration.key;

import io.lancang.integration.access.Asker;
import io.lancang.integration.audit.Deed;
import io.lancang.integration.audit.Management;
import io.lancang.integration.client.ClientEntity;
import io.lancang.integration.client.ClientRepository;
import io.lancang.integration.page.Moments;
import io.lancang.integration.page.Overlap;
import io.lancang.integration.page.Texts;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.text.Brief;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Issues, rotates and revokes keys. */
@Singleton
class Keys {
    /** How many keys of a client may be good at once. */
    static final int MOST_GOOD = 20;
    /** How many keys of a client stay on record after their end, the latest. */
    private static final int MOST_KEPT = 200;

    private final SecureRandom random = new SecureRandom();
    private final ApiKeyRepository keys;
    private final ClientRepository clients;
    private final Management management;

    Keys(ApiKeyRepository keys, ClientRepository clients, Management management) {
        this.keys = keys;
        this.clients = clients;
        this.management = management;
    }

    /** Fails with NOT_FOUND for an unknown client, and with LIMIT_EXCEEDED where it has as many keys as it may. */
    Uni<IssuedKey> issue(Asker asker, String client, NewKey given) {
        Texts.requireText("label", given.label());
        OffsetDateTime now = Moments.now();
        KeyRules.requireEnd(given.expiresAt(), now);
        KeyText made = KeyText.make(random::nextInt);
        JsonObject content = new JsonObject()
                .put("client", client)
                .put("label", given.label())
                .put("scopes", given.scopes() == null ? null : new JsonArray(given.scopes()))
                .put("expiresAt", text(given.expiresAt()));
        return management.make(
                asker,
                new Deed("issueKey", made.prefix(), content),
                () -> clients.require(client)
                        .map(ClientEntity::asRecord)
                        .map(owner -> new ApiKeyEntity.Terms(
                                given.label(), KeyRules.scopes(asker, owner, given.scopes()), given.expiresAt()))
                        .call(() -> makeRoom(client, now))
                        .chain(terms -> keep(made, client, terms, now)));
    }

    /** Fails with NOT_FOUND for an unknown key, and with CONFLICT for one whose end has come or that was rotated before. */
    Uni<IssuedKey> rotate(Asker asker, String prefix, String overlap, @Nullable OffsetDateTime expiresAt) {
        Duration together = Overlap.of(overlap);
        OffsetDateTime now = Moments.now();
        KeyRules.requireEnd(expiresAt, now);
        KeyText made = KeyText.make(random::nextInt);
        JsonObject content = new JsonObject()
                .put("overlap", together.toString())
                .put("expiresAt", text(expiresAt))
                .put("successor", made.prefix());
        return management.make(
                asker,
                new Deed("rotateKey", prefix, content),
                () -> require(asker, prefix)
                        .invoke(key -> requireActive(key, now))
                        .invoke(key -> KeyRules.requireCovers(asker, key))
                        .call(key -> makeRoom(key.client(), now))
                        .invoke(key -> key.rotateOut(made, now.plus(together)))
                        .chain(key -> keep(
                                made,
                                key.client(),
                                new ApiKeyEntity.Terms(
                                        key.label(), key.scopes(), expiresAt == null ? key.expiresAt() : expiresAt),
                                now)));
    }

    /** Fails with NOT_FOUND for an unknown key. Done already, it changes nothing. */
    Uni<ApiKey> revoke(Asker asker, String prefix, String reason) {
        Texts.requireText("reason", reason);
        OffsetDateTime now = Moments.now();
        Deed deed = new Deed("revokeKey", prefix, new JsonObject().put("reason", reason));
        return management.make(
                asker,
                deed,
                () -> require(asker, prefix)
                        .invoke(key -> {
                            if (key.stateAt(now) != KeyState.REVOKED) {
                                key.revoke(reason, now);
                            }
                        })
                        .map(key -> key.asRecord(now)));
    }

    private Uni<IssuedKey> keep(KeyText made, String client, ApiKeyEntity.Terms terms, OffsetDateTime now) {
        return keys.persistAndFlush(new ApiKeyEntity(made, client, terms, now))
                .map(kept -> new IssuedKey(made.text(), kept.asRecord(now)));
    }

    /** To a client, a key of another one is one that there is not. */
    private Uni<ApiKeyEntity> require(Asker asker, String prefix) {
        return keys.findById(prefix)
                .map(found -> found != null
                                && asker instanceof Asker.Owner owner
                                && !owner.id().equals(found.client())
                        ? null
                        : found)
                .onItem()
                .ifNull()
                .failWith(
                        () -> ServiceException.notFound(
                                "There is no key '" + Brief.value(prefix) + "'"
                                        + (asker instanceof Asker.Owner owner ? " of '" + owner.id() + "'." : "."),
                                "`keys { nodes { prefix } }` of a client lists those that there are, by the 8 characters after `lck_`."));
    }

    private static void requireActive(ApiKeyEntity key, OffsetDateTime now) {
        KeyState state = key.stateAt(now);
        if (state != KeyState.ACTIVE) {
            throw new ServiceException(
                    ErrorCode.CONFLICT,
                    "The key '" + key.prefix() + "' is " + state + " and cannot be rotated.",
                    state == KeyState.ROTATED_OUT
                            ? "Rotate the one that took its place, `replacedBy`."
                            : "`issueKey` gives a new one.");
        }
    }

    /** Forgets the keys whose end came longest ago. */
    private Uni<?> makeRoom(String client, OffsetDateTime now) {
        return keys.ofClient(client)
                .invoke(all -> {
                    long good = all.stream().filter(key -> key.isGoodAt(now)).count();
                    if (good >= MOST_GOOD) {
                        throw Texts.full(
                                "'" + client + "' has " + good + " keys that are good", MOST_GOOD, "Revoke one first.");
                    }
                })
                .chain(all -> forget(all.stream()
                        .filter(key -> !key.isGoodAt(now))
                        .skip(MOST_KEPT)
                        .toList()));
    }

    private Uni<?> forget(List<ApiKeyEntity> ended) {
        return Multi.createFrom()
                .iterable(ended)
                .onItem()
                .transformToUniAndConcatenate(key -> keys.delete(key).replaceWith(key))
                .collect()
                .last();
    }

    private static @Nullable String text(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toString();
    }
}
