package io.lancang.integration.webhook.work;

import io.lancang.integration.webhook.WebhookConfig;
import io.lancang.integration.webhook.WebhookEntity;
import io.lancang.integration.webhook.WebhookRepository;
import io.lancang.integration.webhook.outbox.OutboxRepository.Lease;
import io.lancang.kit.entity.OwnSession;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Shares the webhooks between the instances: each says that it is there, keeps those that it works on, gives away what is more than its
 * share, and takes those that nobody works on any more.
 */
@Singleton
class LeaseRepository {
    private static final String PRESENT = """
            insert into webhook_worker (id, seen_at) values (:owner, now())
            on conflict (id) do update set seen_at = excluded.seen_at
            """;
    private static final String FORGET =
            "delete from webhook_worker where seen_at < now() - make_interval(secs => :lease * 4)";

    private static final String RENEW = """
            update webhook set lease_until = now() + make_interval(secs => :lease)
            where lease_owner = :owner and state = 'ACTIVE'
            """;
    private static final String SHARE = """
            select cast(ceil(cast((select count(*) from webhook where state = 'ACTIVE') as double precision)
                             / (select count(*) from webhook_worker where seen_at > now() - make_interval(secs => :lease)))
                        as bigint)
            """;

    private static final String HELD = "select count(*) from webhook where lease_owner = :owner and state = 'ACTIVE'";

    private static final String GIVE_AWAY = """
            update webhook set lease_owner = null, lease_until = null where id in (
              select id from webhook where lease_owner = :owner and state = 'ACTIVE' order by id limit :most)
            """;
    private static final String TAKE = """
            update webhook set lease_owner = :owner, lease_until = now() + make_interval(secs => :lease) where id in (
              select id from webhook
              where state = 'ACTIVE' and (lease_until is null or lease_until < now())
                and (lease_owner is null or lease_owner <> :owner)
              order by lease_until nulls first limit :most for update skip locked)
            """;
    private static final String MINE =
            "select id, revision from webhook where lease_owner = :owner and state = 'ACTIVE'";

    private static final String LEAVE =
            "update webhook set lease_owner = null, lease_until = null where lease_owner = :owner";
    private static final String ABSENT = "delete from webhook_worker where id = :owner";

    private static final String NOTICE =
            "update webhook set notice = :notice where id = :webhook and lease_owner = :owner and revision = :revision";

    private final WebhookRepository webhooks;
    private final double leaseSeconds;
    private final int most;

    LeaseRepository(WebhookRepository webhooks, WebhookConfig config) {
        this.webhooks = webhooks;
        this.leaseSeconds = config.lease().toMillis() / 1_000.0;
        this.most = config.perInstance();
    }

    /** The webhooks that an instance works on from now on, with their revisions: one transaction. */
    Uni<Map<String, Long>> share(String owner) {
        return OwnSession.write(() -> Panache.getSession()
                .chain(session -> run(session, PRESENT, owner)
                        .chain(() -> session.createNativeQuery(FORGET)
                                .setParameter("lease", leaseSeconds)
                                .executeUpdate())
                        .chain(() -> leased(session, RENEW, owner).executeUpdate())
                        .chain(() -> session.createNativeQuery(SHARE, Long.class)
                                .setParameter("lease", leaseSeconds)
                                .getSingleResult())
                        .map(share -> Math.min(most, share))
                        .chain(share -> session.createNativeQuery(HELD, Long.class)
                                .setParameter("owner", owner)
                                .getSingleResult()
                                .chain(held -> balance(session, owner, share - held)))
                        .chain(() -> session.createNativeQuery(MINE, Object[].class)
                                .setParameter("owner", owner)
                                .getResultList())
                        .map(rows -> rows.stream()
                                .collect(Collectors.toMap(
                                        row -> (String) row[0], row -> ((Number) row[1]).longValue())))));
    }

    private Uni<Integer> balance(Mutiny.Session session, String owner, long free) {
        if (free < 0) {
            return session.createNativeQuery(GIVE_AWAY)
                    .setParameter("owner", owner)
                    .setParameter("most", -free)
                    .executeUpdate();
        }
        return free == 0
                ? Uni.createFrom().item(0)
                : leased(session, TAKE, owner).setParameter("most", free).executeUpdate();
    }

    private Mutiny.MutationQuery leased(Mutiny.Session session, String statement, String owner) {
        return session.createNativeQuery(statement).setParameter("owner", owner).setParameter("lease", leaseSeconds);
    }

    private static Uni<Integer> run(Mutiny.Session session, String statement, String owner) {
        return session.createNativeQuery(statement).setParameter("owner", owner).executeUpdate();
    }

    /** Webhooks to begin with. */
    Uni<List<WebhookEntity>> read(Collection<String> ids) {
        return OwnSession.read(() -> webhooks.list("id in ?1", ids));
    }

    /** Others may take at once what this instance worked on. */
    Uni<Integer> leave(String owner) {
        return OwnSession.write(() -> Panache.getSession()
                .chain(session -> run(session, LEAVE, owner).chain(() -> run(session, ABSENT, owner))));
    }

    /** What hinders; null for nothing. */
    Uni<Integer> notice(Lease lease, @Nullable String notice) {
        return OwnSession.write(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(NOTICE)
                        .setParameter("notice", notice)
                        .setParameter("webhook", lease.webhook())
                        .setParameter("owner", lease.owner())
                        .setParameter("revision", lease.revision())
                        .executeUpdate()));
    }
}
