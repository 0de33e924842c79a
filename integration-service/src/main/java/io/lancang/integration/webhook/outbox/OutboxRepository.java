package io.lancang.integration.webhook.outbox;

import io.lancang.integration.page.Moments;
import io.lancang.integration.webhook.WebhookConfig;
import io.lancang.kit.connection.Direction;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.entity.OwnSession;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps deliveries. Whoever writes says with which lease of the webhook: one that lost it, or works on an earlier revision, changes nothing.
 */
@Singleton
public class OutboxRepository implements PanacheRepositoryBase<DeliveryEntity, String> {
    private static final String HOLDS =
            " id = :webhook and lease_owner = :owner and revision = :revision and state = 'ACTIVE'";
    private static final String ADVANCE = "update webhook set place = :place, notice = null where" + HOLDS;
    /** Taken twice, an event is in the outbox once. */
    private static final String ADD = """
            insert into delivery (id, webhook, event, payload, state, created_at, due_since, next_attempt_at)
            select id, :webhook, event, payload, 'PENDING', :now, :now, :now
            from rows from (json_to_recordset(cast(cast(:events as text) as json)) as (id text, event text, payload text))
                   with ordinality as e (id, event, payload, place)
            order by e.place on conflict (id) do nothing
            """;

    private static final String TAKEN = """
            with w as (update webhook set last_delivered_at = :now, failures = 0, parked_in_a_row = 0
                       where %s returning id)
            update delivery d set state = 'DELIVERED', attempt_count = attempt_count + 1, attempts = :attempts
            from w where d.webhook = w.id and d.id = :id
            """.formatted(HOLDS);
    private static final String AGAIN = """
            with w as (update webhook set failures = failures + 1 where %s returning id)
            update delivery d set next_attempt_at = :next, attempt_count = attempt_count + 1, attempts = :attempts
            from w where d.webhook = w.id and d.id = :id
            """.formatted(HOLDS);
    private static final String PARK = """
            with w as (update webhook set failures = failures + 1, parked_in_a_row = parked_in_a_row + 1 where %s returning id)
            update delivery d set state = 'PARKED', attempt_count = attempt_count + 1, attempts = :attempts
            from w where d.webhook = w.id and d.id = :id
            """.formatted(HOLDS);

    private static final String PAGE_OF_EACH = """
            select d.id from (
              select id, row_number() over (partition by webhook order by number{order}) as place
              from delivery
              where webhook = any (string_to_array(:webhooks, ' ')) and number {beyond} :beyond
                and (:state = '' or state = :state)) d
            where d.place <= :most
            """;
    /** Some at a time: each instance does it now and then. */
    private static final String FORGET = """
            delete from delivery where id in (
              select id from delivery where state <> 'PENDING' and created_at < :before order by created_at limit 5000)
            """;

    private static final String REPLAY = """
            update delivery set state = 'PENDING', due_since = :now, next_attempt_at = :now
            where webhook = :webhook and created_at >= :since and state <> 'PENDING'
            """;

    private final Duration kept;

    OutboxRepository(WebhookConfig config) {
        this.kept = config.kept();
    }

    /**
     * The right to work on a webhook.
     *
     * @param owner the instance
     * @param revision what it has read of the webhook
     */
    public record Lease(String webhook, String owner, long revision) {}

    /**
     * An event that was taken.
     *
     * @param id the {@code webhook-id} of its delivery
     * @param place the event behind which the next ones begin
     * @param payload the body of its delivery
     */
    public record Taken(String id, String place, String payload) {}

    /** Keeps events with the place of the last of them, in one transaction; false where the lease does not count any more. */
    public Uni<Boolean> add(Lease lease, List<Taken> events) {
        OffsetDateTime now = Moments.now();
        return OwnSession.write(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(ADVANCE)
                        .setParameter("place", events.getLast().place())
                        .setParameter("webhook", lease.webhook())
                        .setParameter("owner", lease.owner())
                        .setParameter("revision", lease.revision())
                        .executeUpdate()
                        .chain(held -> held == 0
                                ? Uni.createFrom().item(false)
                                : session.createNativeQuery(ADD)
                                        .setParameter("webhook", lease.webhook())
                                        .setParameter("now", now)
                                        .setParameter("events", json(events))
                                        .executeUpdate()
                                        .replaceWith(true))));
    }

    private static String json(List<Taken> events) {
        JsonArray rows = new JsonArray();
        for (Taken event : events) {
            rows.add(new JsonObject()
                    .put("id", event.id())
                    .put("event", event.place())
                    .put("payload", event.payload()));
        }
        return rows.encode();
    }

    /** The first deliveries that wait, in their order. */
    Uni<List<Due>> due(String webhook, int most) {
        return OwnSession.read(() -> find("webhook = ?1 and state = ?2 order by number", webhook, DeliveryState.PENDING)
                .range(0, most - 1)
                .list()
                .map(rows -> rows.stream().map(DeliveryEntity::asDue).toList()));
    }

    /** How many wait. */
    public Uni<Long> waiting(String webhook) {
        return OwnSession.read(() -> count("webhook = ?1 and state = ?2", webhook, DeliveryState.PENDING));
    }

    /** The receiver took it; false where the lease does not count any more. */
    Uni<Boolean> taken(Lease lease, Due due, DeliveryAttempt attempt) {
        return written(TAKEN, lease, due, attempt, Map.of("now", Moments.now()));
    }

    /** It is tried again at a moment. */
    Uni<Boolean> again(Lease lease, Due due, DeliveryAttempt attempt, OffsetDateTime next) {
        return written(AGAIN, lease, due, attempt, Map.of("next", next));
    }

    /** It is tried no more. */
    Uni<Boolean> parked(Lease lease, Due due, DeliveryAttempt attempt) {
        return written(PARK, lease, due, attempt, Map.of());
    }

    private static Uni<Boolean> written(
            String statement, Lease lease, Due due, DeliveryAttempt attempt, Map<String, OffsetDateTime> moments) {
        return OwnSession.write(() -> Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(statement)
                    .setParameter("webhook", lease.webhook())
                    .setParameter("owner", lease.owner())
                    .setParameter("revision", lease.revision())
                    .setParameter("id", due.id())
                    .setParameter("attempts", DeliveryEntity.with(due.attempts(), attempt));
            moments.forEach(query::setParameter);
            return query.executeUpdate().map(rows -> rows > 0);
        }));
    }

    /** Puts back what was taken since a moment and does not wait, in the current session; says how many that are. */
    public Uni<Integer> replay(String webhook, OffsetDateTime since) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REPLAY)
                        .setParameter("webhook", webhook)
                        .setParameter("since", since)
                        .setParameter("now", Moments.now())
                        .executeUpdate());
    }

    /** Forgets what ended long ago. */
    public Uni<Integer> forget() {
        return OwnSession.write(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter("before", Moments.now().minus(kept))
                        .executeUpdate()));
    }

    /**
     * The deliveries of a page of each webhook, latest first, by webhook: two statements. They are read in the direction of the page, and
     * there may be one more than it has.
     *
     * @param state null for all
     */
    public Uni<Map<String, List<Delivery>>> page(
            Collection<String> webhooks, PageArguments page, @Nullable DeliveryState state) {
        // The list has the latest first.
        Direction numbers = page.direction().opposite();
        List<String> keyset = page.keyset();
        long beyond = keyset == null
                ? switch (page.direction()) {
                    case FORWARDS -> Long.MAX_VALUE;
                    case BACKWARDS -> Long.MIN_VALUE;
                }
                : page.read(keyset.getFirst(), Long::valueOf);
        String statement = PAGE_OF_EACH.replace("{order}", numbers.order()).replace("{beyond}", numbers.beyond());
        return OwnSession.read(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(statement, String.class)
                        .setParameter("webhooks", String.join(" ", webhooks))
                        .setParameter("beyond", beyond)
                        .setParameter("state", state == null ? "" : state.name())
                        .setParameter("most", (long) page.limit())
                        .getResultList())
                .chain(ids -> list("id in ?1 order by number" + numbers.order(), ids))
                .map(found -> found.stream()
                        .collect(Collectors.groupingBy(
                                DeliveryEntity::webhook,
                                Collectors.mapping(DeliveryEntity::asRecord, Collectors.toList())))));
    }
}
