package io.lancang.integration.job.work;

import io.lancang.integration.job.JobConfig;
import io.lancang.integration.job.work.JobLeaseRepository.Lease;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the bytes of jobs, in parts that are found by the place of their first byte. Whoever writes says with which lease: one that lost it
 * changes nothing. No part is held longer than it takes to be written or read.
 */
@Singleton
public class PartRepository {
    private static final String HOLDS = " where id = $1 and lease_owner = $2 and state = 'RUNNING'";

    private static final String BEGIN =
            "update job set total = $3, etag = $4, content_type = $5, disposition = $6, bytes = $7, reason = null"
                    + HOLDS;
    private static final String THROW_AWAY = "delete from job_part where job = $1 and place >= $2";

    /** One of fewer bytes than the job has is of an instance that lost its lease. */
    private static final String ADD = """
            with held as (
              update job set bytes = bytes + $5, failures = 0, lease_until = now() + make_interval(secs => $6)
              %s and bytes = $3 returning client),
            added as (
              insert into job_part (job, place, content) select $1::text, $3::bigint, $4::bytea from held)
            select p.job_megabytes::bigint * 1048576 as allowed,
                   $5::bigint + (select sum(j.bytes) from job j
                                 where j.client = c.id and j.state in ('QUEUED', 'RUNNING', 'DONE'))::bigint as kept,
                   $5::bigint + (select sum(j.bytes) from job j
                                 where j.state in ('QUEUED', 'RUNNING', 'DONE'))::bigint as kept_of_all
            from held join client c on c.id = held.client join plan p on p.name = c.plan
            """.formatted(HOLDS);

    private static final String FINISH = """
            with held as (
              update job set state = 'DONE', bytes = bytes + $5, total = bytes + $5, ended_at = now(),
                             expires_at = now() + make_interval(secs => $6), failures = 0, reason = null,
                             lease_owner = null, lease_until = null
              %s and bytes = $3 returning id)
            insert into job_part (job, place, content) select $1::text, $3::bigint, $4::bytea from held
            """.formatted(HOLDS);

    private static final String AGAIN = """
            update job set state = 'QUEUED', reason = $3, next_attempt_at = now() + make_interval(secs => $4),
                           lease_owner = null, lease_until = null
            """ + HOLDS;

    private static final String FAIL = """
            with held as (
              update job set state = 'FAILED', code = $3, reason = $4, ended_at = now(), lease_owner = null, lease_until = null
              %s returning id)
            delete from job_part where job in (select id from held)
            """.formatted(HOLDS);

    private static final String READ =
            "select place, content from job_part where job = $1 and place <= $2 order by place desc limit 1";

    private final Pool pool;
    private final double leaseSeconds;
    private final double keptSeconds;
    private final long most;

    PartRepository(Pool pool, JobConfig config) {
        this.pool = pool;
        this.leaseSeconds = JobLeaseRepository.seconds(config.lease());
        this.keptSeconds = JobLeaseRepository.seconds(config.kept());
        this.most = config.maxKept().asLongValue();
    }

    /** What became of a part. */
    sealed interface Kept {
        /** It is kept. */
        record Good() implements Kept {}

        /** It is kept, and the client has more now than its plan allows. */
        record TooMuch(long kept, long allowed) implements Kept {}

        /** It is kept, and all clients together have more now than they may. */
        record Full() implements Kept {}

        /** Somebody else works on the job, or it was cancelled. */
        record Lost() implements Kept {}
    }

    /** Notes what the gateway says of the file, and keeps what is there of it as far as a byte; false where the lease does not count any more. */
    Uni<Boolean> begin(Lease lease, Offered file) {
        Tuple described = lease(lease)
                .addValue(file.total())
                .addValue(file.etag())
                .addValue(file.contentType())
                .addValue(file.disposition())
                .addLong(file.from());
        return pool.withTransaction(connection -> connection
                .preparedQuery(BEGIN)
                .execute(described)
                .map(RowSet::rowCount)
                .chain(held -> held == 0
                        ? Uni.createFrom().item(false)
                        : connection
                                .preparedQuery(THROW_AWAY)
                                .execute(Tuple.of(lease.job(), file.from()))
                                .replaceWith(true)));
    }

    /**
     * Keeps the next bytes.
     *
     * @param place of the first of them: how many are kept before
     */
    Uni<Kept> add(Lease lease, long place, Buffer content) {
        return pool.preparedQuery(ADD)
                .execute(part(lease, place, content).addDouble(leaseSeconds))
                .map(rows -> {
                    if (!rows.iterator().hasNext()) {
                        return new Kept.Lost();
                    }
                    var row = rows.iterator().next();
                    @Nullable Long allowed = row.getLong("allowed");
                    long kept = row.getLong("kept");
                    if (allowed != null && kept > allowed) {
                        return new Kept.TooMuch(kept, allowed);
                    }
                    return row.getLong("kept_of_all") > most ? new Kept.Full() : new Kept.Good();
                });
    }

    /** Keeps the last bytes; false where the lease does not count any more. */
    Uni<Boolean> finish(Lease lease, long place, Buffer content) {
        return pool.preparedQuery(FINISH)
                .execute(part(lease, place, content).addDouble(keptSeconds))
                .map(rows -> rows.rowCount() > 0);
    }

    private static Tuple part(Lease lease, long place, Buffer content) {
        return lease(lease).addLong(place).addValue(content).addLong((long) content.length());
    }

    private static Tuple lease(Lease lease) {
        return Tuple.of(lease.job(), lease.owner());
    }

    /** It is tried again after a while. */
    Uni<Void> again(Lease lease, String why, Duration after) {
        return pool.preparedQuery(AGAIN)
                .execute(lease(lease).addString(why).addDouble(JobLeaseRepository.seconds(after)))
                .replaceWithVoid();
    }

    /** It is tried no more, and nothing of it is kept. */
    Uni<Void> fail(Lease lease, String code, String why) {
        return pool.preparedQuery(FAIL)
                .execute(lease(lease).addString(code).addString(why))
                .replaceWithVoid();
    }

    /** The bytes of a part from a place on; null where there are none. */
    public Uni<@Nullable Buffer> read(String job, long place) {
        return pool.preparedQuery(READ).execute(Tuple.of(job, place)).map(rows -> {
            if (!rows.iterator().hasNext()) {
                return null;
            }
            var row = rows.iterator().next().getDelegate();
            Buffer content = row.getBuffer("content");
            long skipped = place - row.getLong("place");
            return skipped < content.length() ? content.slice((int) skipped, content.length()) : null;
        });
    }
}
