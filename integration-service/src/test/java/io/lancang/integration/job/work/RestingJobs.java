package io.lancang.integration.job.work;

import io.lancang.integration.RestingService;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Jobs that nobody works on but the test. */
abstract class RestingJobs extends RestingService {
    /**
     * Writes a job that was ordered some minutes ago.
     *
     * @param owner who works on it; null for nobody
     * @param minutes when the lease ends, counted from now
     */
    final void job(String id, String client, String state, int minutesAgo, @Nullable String owner, int minutes) {
        execute("""
                insert into job (id, client, scopes, export, link, state, bytes, failures, created_at, next_attempt_at, lease_owner,
                                 lease_until)
                values ('%1$s', '%2$s', '', '', '%1$s', '%3$s', 0, 1, now() - interval '%4$d minutes', now() - interval '1 second', %5$s,
                        now() + interval '%6$d minutes')
                """.formatted(id, client, state, minutesAgo, owner == null ? "null" : "'" + owner + "'", minutes));
    }

    /** Writes a part of a job's result. */
    final void part(String job, long place, String content) {
        execute("insert into job_part values ('" + job + "', " + place + ", convert_to('" + content + "', 'UTF8'))");
    }

    static Buffer bytes(String text) {
        return Buffer.buffer(text);
    }
}
