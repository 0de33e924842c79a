package io.lancang.integration.gateway;

import io.lancang.integration.client.Client;
import io.lancang.integration.client.ClientEntity;
import io.lancang.integration.client.ClientState;
import io.lancang.integration.identity.OwnKey;
import io.lancang.integration.identity.OwnKeyRepository;
import io.lancang.integration.key.ApiKeyEntity;
import io.lancang.integration.key.KeyState;
import io.lancang.integration.page.Moments;
import io.lancang.integration.plan.Plan;
import io.lancang.integration.plan.PlanEntity;
import io.lancang.kit.entity.OwnSession;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Judges keys that gateways ask about. */
@Singleton
class VerificationRepository {
    private static final String FIND = "select k, c, p from ApiKeyEntity k join ClientEntity c on c.id = k.client"
            + " join PlanEntity p on p.name = c.plan where k.hash = ?1";

    private static final String FIND_CLIENT =
            "select c, p from ClientEntity c join PlanEntity p on p.name = c.plan where c.id = ?1";

    private final AdministratorKey administrator;
    private final OwnKeyRepository own;

    VerificationRepository(AdministratorKey administrator, OwnKeyRepository own) {
        this.administrator = administrator;
        this.own = own;
    }

    /**
     * What is known of a key: one statement, a second one where it is none that was issued, and a third where it is this service's own.
     *
     * @param hash 64 small hexadecimal digits
     */
    Uni<Verdict> verdict(String hash) {
        Verdict configured = administrator.verdict(hash);
        if (configured != null) {
            return Uni.createFrom().item(configured);
        }
        return OwnSession.read(() -> Panache.getSession()
                .chain(session -> session.createSelectionQuery(FIND, Object[].class)
                        .setParameter(1, hash)
                        .getSingleResultOrNull()
                        .chain(row -> row == null
                                ? own.find(session, hash)
                                        .chain(key -> key == null
                                                ? Uni.createFrom().item(unknown())
                                                : ofService(session, hash, key))
                                : Uni.createFrom().item(of(hash, row)))));
    }

    /** This service asks in the name of a client, with what the client still may. */
    private static Uni<Verdict> ofService(Mutiny.Session session, String hash, OwnKey key) {
        return session.createSelectionQuery(FIND_CLIENT, Object[].class)
                .setParameter(1, key.client())
                .getSingleResult()
                .map(row -> ofService(
                        hash,
                        key,
                        ((ClientEntity) Objects.requireNonNull(row[0])).asRecord(),
                        ((PlanEntity) Objects.requireNonNull(row[1])).asRecord()));
    }

    private static Verdict ofService(String hash, OwnKey key, Client client, Plan plan) {
        return client.state() == ClientState.SUSPENDED
                ? suspended(client)
                : new Verdict.Good(
                        hash,
                        key.work().prefix(),
                        client.id(),
                        key.scopesAmong(client.scopes()),
                        client.role().roles(),
                        plan,
                        /* goodUntil= */ null);
    }

    private static Verdict suspended(Client client) {
        return new Verdict.Refused(
                KeyFault.CLIENT_SUSPENDED,
                "The client '" + client.id() + "' is suspended" + because(client.suspensionReason())
                        + ". Ask an administrator to resume it.");
    }

    private static Verdict of(String hash, Object[] row) {
        return judge(
                hash,
                (ApiKeyEntity) Objects.requireNonNull(row[0]),
                ((ClientEntity) Objects.requireNonNull(row[1])).asRecord(),
                (PlanEntity) Objects.requireNonNull(row[2]),
                Moments.now());
    }

    private static Verdict judge(String hash, ApiKeyEntity key, Client client, PlanEntity plan, OffsetDateTime now) {
        String named = "The key '" + key.prefix() + "'";
        if (key.stateAt(now) == KeyState.REVOKED) {
            return new Verdict.Refused(
                    KeyFault.KEY_REVOKED,
                    named + " was revoked" + because(key.revocationReason()) + ". Ask for another one.");
        }
        if (!key.isGoodAt(now)) {
            return new Verdict.Refused(
                    KeyFault.KEY_EXPIRED,
                    named + " was good until " + key.goodUntil()
                            + ". Use the one that took its place, or ask for another.");
        }
        if (client.state() == ClientState.SUSPENDED) {
            return suspended(client);
        }
        return new Verdict.Good(
                hash,
                key.prefix(),
                client.id(),
                key.scopes().stream().filter(client.scopes()::contains).toList(),
                client.role().roles(),
                plan.asRecord(),
                key.goodUntil());
    }

    private static String because(@Nullable String reason) {
        return reason == null ? "" : ": " + reason;
    }

    private static Verdict unknown() {
        return new Verdict.Refused(
                KeyFault.KEY_UNKNOWN, "There is no such key. See that it was copied whole; else ask for another one.");
    }
}
