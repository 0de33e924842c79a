package io.lancang.integration.job.http;

import io.lancang.integration.job.Job;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A job as JSON: the members of the graph, with addresses in place of paths. */
final class JobJson {
    private JobJson() {}

    /** @param root where jobs are, as the client sees it */
    static JsonObject of(Job job, String root) {
        return new JsonObject()
                .put("id", job.id())
                .put("url", root + "/" + job.id())
                .put("clientId", job.clientId())
                .put("export", job.export())
                .put("state", job.state().name())
                .put("bytes", job.bytes())
                .put("totalBytes", job.totalBytes())
                .put("code", job.code())
                .put("reason", job.reason())
                .put("createdAt", text(job.createdAt()))
                .put("begunAt", text(job.begunAt()))
                .put("endedAt", text(job.endedAt()))
                .put("expiresAt", text(job.expiresAt()))
                .put("result", job.result() == null ? null : root + job.result().substring(JobRoutes.ROOT.length()));
    }

    private static @Nullable String text(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant().toString();
    }
}
