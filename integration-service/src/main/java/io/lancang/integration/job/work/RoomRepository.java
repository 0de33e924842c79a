package io.lancang.integration.job.work;

import io.lancang.integration.job.JobConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;

/**
 * How much the results of all clients have together, and may have. Results whose time is over are thrown away before anything is refused for
 * them. Safe for any thread.
 */
@Singleton
public class RoomRepository {
    private static final String KEPT =
            "select coalesce(sum(bytes), 0)::bigint as kept from job where state in ('QUEUED', 'RUNNING', 'DONE')";
    /** Some at a time: each instance does it. */
    private static final String EXPIRE = """
            with gone as (
              update job set state = 'EXPIRED' where id in (
                select id from job where state = 'DONE' and expires_at < now()
                order by expires_at limit 20 for update skip locked)
              returning id),
            thrown as (delete from job_part where job in (select id from gone))
            select count(*) as gone from gone
            """;

    private final Pool pool;
    private final long most;

    RoomRepository(Pool pool, JobConfig config) {
        this.pool = pool;
        this.most = config.maxKept().asLongValue();
    }

    /**
     * What there was a moment ago.
     *
     * @param kept bytes of all results, those among them that are being fetched
     * @param most how many there may be
     */
    public record Room(long kept, long most) {
        /** Whether so many bytes more may be kept. */
        public boolean has(long more) {
            return kept + more <= most;
        }
    }

    /** The room there is. Where it does not suffice for so many bytes more, what expired has gone, the oldest first, until it does. */
    public Uni<Room> forMore(long more) {
        return now().chain(room -> room.has(more)
                ? Uni.createFrom().item(room)
                : expire().chain(gone -> gone == 0 ? Uni.createFrom().item(room) : forMore(more)));
    }

    private Uni<Room> now() {
        return pool.query(KEPT).execute().map(rows -> new Room(number(rows, "kept"), most));
    }

    /** Throws results away whose time is over, the oldest first, some at a time; says how many that were. */
    Uni<Long> expire() {
        return pool.query(EXPIRE).execute().map(rows -> number(rows, "gone"));
    }

    private static long number(RowSet<Row> rows, String column) {
        return rows.iterator().next().getLong(column);
    }
}
