package io.lancang.integration.usage;

import io.lancang.integration.access.IntegrationConfig;
import io.lancang.kit.entity.OwnSession;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps and sums what gateways report. Sets of figures, so that statements of SQL do it, in sessions as the entities have them. */
@Singleton
public class UsageRepository {
    /** One after the other: two reports would wait for each other's rows in another order. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('lancang usage', 0))::text";

    private static final String FIRST_TIME = """
            insert into usage_report (gateway, sequence) values (?1, ?2) on conflict do nothing
            """;
    /** Of a client that is not on record, as who asks without a key, nothing is kept. */
    private static final String ADD = """
            insert into usage_minute (client, minute, prefix, requests, refused, cost)
            select c.id, r.minute, r.prefix, sum(r.requests), sum(r.refused), sum(r.cost)
            from json_to_recordset(cast(cast(?1 as text) as json))
                   as r (client text, minute timestamptz, prefix text, requests bigint, refused bigint, cost bigint)
            join client c on c.id = r.client
            group by c.id, r.minute, r.prefix
            on conflict (client, minute, prefix) do update set
              requests = usage_minute.requests + excluded.requests,
              refused = usage_minute.refused + excluded.refused,
              cost = usage_minute.cost + excluded.cost
            """;

    private static final String SEEN = """
            update api_key k set last_used_at = greatest(k.last_used_at, r.minute)
            from (select client, prefix, max(minute) as minute
                  from json_to_recordset(cast(cast(?1 as text) as json)) as r (client text, minute timestamptz, prefix text)
                  group by client, prefix) r
            where k.prefix = r.prefix and k.client = r.client
            """;
    /** Some at a time, more than a report adds: each report takes the oldest away. */
    private static final String FORGET = """
            delete from usage_minute where (client, minute, prefix) in (
              select client, minute, prefix from usage_minute
              where minute < now() - make_interval(secs => ?1) order by minute limit 20000)
            """;
    /** A gateway repeats a report for some minutes at most. */
    private static final String FORGET_REPORTS = """
            delete from usage_report where (gateway, sequence) in (
              select gateway, sequence from usage_report where received_at < now() - interval '2 days' limit 1000)
            """;

    private static final String SUMS = """
            select client, begin, sum(requests)::bigint, sum(refused)::bigint, sum(cost)::bigint,
                   max(requests)::bigint, max(cost)::bigint
            from (select client, minute, sum(requests) as requests, sum(refused) as refused, sum(cost) as cost,
                         extract(epoch from minute)::bigint / :length * :length as begin
                  from usage_minute
                  where client = any (string_to_array(:clients, ' '))
                    and minute >= to_timestamp(:from) and minute < to_timestamp(:until)
                  group by client, minute) m
            group by client, begin order by client, begin desc
            """;

    private final Duration kept;

    UsageRepository(IntegrationConfig config) {
        this.kept = config.usageKept();
    }

    /**
     * What a client used in a span.
     *
     * @param begin seconds since 1970
     */
    record Sum(
            String client,
            long begin,
            long requests,
            long refused,
            long cost,
            long busiestMinuteRequests,
            long busiestMinuteCost) {}

    /** Counts a report, in one transaction. One that was counted before changes nothing. */
    public Uni<Void> count(UsageReport report) {
        return OwnSession.write(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, String.class)
                        .getSingleResult()
                        .chain(() -> session.createNativeQuery(FIRST_TIME)
                                .setParameter(1, report.gateway())
                                .setParameter(2, report.sequence())
                                .executeUpdate())
                        .chain(isNew -> isNew == 0 ? Uni.createFrom().voidItem() : add(session, report.rowsAsJson()))));
    }

    private Uni<Void> add(Mutiny.Session session, String rows) {
        return session.createNativeQuery(ADD)
                .setParameter(1, rows)
                .executeUpdate()
                .chain(() ->
                        session.createNativeQuery(SEEN).setParameter(1, rows).executeUpdate())
                .chain(() -> session.createNativeQuery(FORGET)
                        .setParameter(1, (double) kept.toSeconds())
                        .executeUpdate())
                .chain(() -> session.createNativeQuery(FORGET_REPORTS).executeUpdate())
                .replaceWithVoid();
    }

    /**
     * What clients used, by client, the latest span first: one statement.
     *
     * @param from seconds since 1970, the beginning of a span
     * @param until seconds since 1970, the end of a span
     */
    Uni<Map<String, List<Sum>>> sums(Collection<String> clients, UsageUnit unit, long from, long until) {
        return OwnSession.read(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(SUMS, Object[].class)
                        .setParameter("clients", String.join(" ", clients))
                        .setParameter("length", unit.length().toSeconds())
                        .setParameter("from", (double) from)
                        .setParameter("until", (double) until)
                        .getResultList()
                        .map(rows ->
                                rows.stream().map(UsageRepository::sum).collect(Collectors.groupingBy(Sum::client)))));
    }

    private static Sum sum(Object[] row) {
        return new Sum(
                (String) row[0],
                ((Number) row[1]).longValue(),
                ((Number) row[2]).longValue(),
                ((Number) row[3]).longValue(),
                ((Number) row[4]).longValue(),
                ((Number) row[5]).longValue(),
                ((Number) row[6]).longValue());
    }
}
