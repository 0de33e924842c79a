package io.lancang.integration.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.integration.RestingService;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of reports about two clients, one of which has two keys. */
@QuarkusTest
@TestProfile(RestingService.Profile.class)
class UsageRepositoryTest extends RestingService {
    private static final Instant TEN = Instant.parse("2026-12-03T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-12-03T11:00:00Z");

    @Inject
    UsageRepository usage;

    @BeforeEach
    void writeKeys() {
        execute("truncate usage_report, usage_minute");
        execute("""
                insert into api_key (prefix, hash, client, label, scopes, created_at)
                select key, 'hash of ' || key, client, key, '', '2026-01-01T00:00:00Z'
                from (values ('first', 'one'), ('second', 'one'), ('other', 'two')) k (key, client)
                """);
    }

    private void count(long sequence, UsageReport.Row... rows) {
        await(() -> usage.count(new UsageReport("g", sequence, List.of(rows))));
    }

    private static UsageReport.Row row(Instant minute, String client, String prefix) {
        return new UsageReport.Row(minute, client, prefix, 1, 2, 3);
    }

    private List<String> minutes() {
        return texts("select concat_ws(' ', client, prefix, requests, refused, cost) from usage_minute order by 1");
    }

    /** A report is counted once, and adds to what others said of the minute. */
    @Test
    void reportsAddUp() {
        count(1, row(TEN, "one", "first"), row(TEN, "one", "first"), row(TEN, "two", "other"));
        count(1, row(TEN, "one", "first"));
        count(2, row(TEN, "one", "first"));

        assertEquals(List.of("one first 3 6 9", "two other 1 2 3"), minutes());
    }

    @Test
    void ofWhoIsNotOnRecordNothingIsKept() {
        count(1, row(TEN, "three", "third"), row(TEN, "one", "first"));

        assertEquals(List.of("one first 1 2 3"), minutes());
    }

    /** Nobody uses the key of another client, whatever a gateway says; an earlier minute is no later use. */
    @Test
    void aKeyIsLastUsedInTheLastMinuteThatIsReportedOfItsClient() {
        count(
                1,
                row(TEN, "one", "first"),
                row(ELEVEN, "two", "second"),
                row(TEN, "two", "other"),
                row(ELEVEN, "two", "other"));
        count(2, row(TEN, "two", "other"));

        assertEquals(
                List.of("first 10", "other 11"),
                texts("select prefix || to_char(last_used_at at time zone 'UTC', ' HH24') from api_key"
                        + " where last_used_at is not null order by 1"));
    }

    /** 20,000 minutes go with a report, the oldest first; those of the days that are kept stay. */
    @Test
    void whatIsOlderThanWhatIsKeptIsForgotten() {
        execute("""
                insert into usage_minute (client, minute, prefix, requests, refused, cost)
                select 'one', date_trunc('minute', now()) - make_interval(days => 1000, mins => number), 'first', number, 0, 0
                from generate_series(1, 20001) number
                union all
                select 'one', date_trunc('minute', now()) - make_interval(mins => number), 'first', -number, 0, 0
                from generate_series(1, 2) number
                """);

        count(1, row(Instant.now(), "nobody", ""));
        assertEquals(List.of("-2", "-1", "1"), texts("select requests from usage_minute order by requests"));

        count(2, row(Instant.now(), "nobody", ""));
        assertEquals(List.of("-2", "-1"), texts("select requests from usage_minute order by requests"));
    }

    /** A gateway repeats none that is older than two days. */
    @Test
    void reportsAreForgottenThatNobodySendsAgain() {
        execute("""
                insert into usage_report (gateway, sequence, received_at) values
                  ('old', 1, now() - interval '49 hours'), ('young', 1, now() - interval '47 hours')
                """);

        count(1, row(TEN, "one", "first"));

        assertEquals(List.of("g", "young"), texts("select gateway from usage_report order by gateway"));
    }
}
