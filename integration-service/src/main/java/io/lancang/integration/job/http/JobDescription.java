package io.lancang.integration.job.http;

import io.lancang.integration.job.JobState;
import io.lancang.kit.openapi.DescribedRoutes;
import io.lancang.kit.openapi.Operation;
import io.lancang.kit.openapi.Parameter;
import io.lancang.kit.openapi.Schema;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The requests about jobs, as OpenAPI describes them. */
@Singleton
final class JobDescription implements DescribedRoutes {
    private static final String TAG = "Jobs";
    private static final String JSON = "application/json";
    private static final String JOB = "Job";
    private static final String EXPORT = "/exports/trade/trade-annual.csv?partners=LAO";

    @Override
    public List<Operation> operations() {
        Operation result = result();
        return List.of(order(), list(), show(), cancel(), result, result.headers());
    }

    private static Operation order() {
        return Operation.post(JobRoutes.ROOT, "orderJob", TAG, "Order a file that is made in the background")
                .describedAs("The same export, ordered again while it waits or runs, is the same job.")
                .needsKey()
                .withBody(
                        JSON,
                        Schema.object(new TreeMap<>(Map.of(
                                        "export",
                                        Schema.text()
                                                .put(
                                                        "description",
                                                        "Path and query of an export at the gateway: `" + EXPORT
                                                                + "`."))))
                                .put("additionalProperties", false),
                        new JsonObject().put("export", EXPORT))
                .answers(202, "The job, which waits or runs.", JSON, Schema.named(JOB))
                .tells(202, "Location", "Retry-After")
                .refuses(400, 401, 403, 404, 413, 429, 503);
    }

    private static Operation list() {
        SequencedMap<String, JsonObject> page = new LinkedHashMap<>();
        page.put("jobs", Schema.listOf(Schema.named(JOB)));
        page.put(
                "next",
                Schema.orNull(Schema.text()).put("description", "The address of the next page; null on the last one."));
        return Operation.get(JobRoutes.ROOT, "listJobs", TAG, "Your jobs, latest first")
                .needsKey()
                .with(List.of(
                        Parameter.query("first", "How many at most.", Schema.integer(1, 500), 10),
                        Parameter.given("after", "As `next` of a page has it.")))
                .answers(200, "A page.", JSON, Schema.object(page))
                .refuses(400, 401, 403, 503);
    }

    private static Operation show() {
        return Operation.get(JobRoutes.ROOT + "/{id}", "getJob", TAG, "Where a job stands")
                .describedAs("While it waits or runs, `Retry-After` says when to look again.")
                .needsKey()
                .with(List.of(id()))
                .answers(200, "The job.", JSON, Schema.named(JOB))
                .tells(200, "Retry-After")
                .refuses(401, 403, 404, 503);
    }

    private static Operation cancel() {
        return Operation.delete(JobRoutes.ROOT + "/{id}", "cancelJob", TAG, "End a job, and throw away its result")
                .needsKey()
                .with(List.of(id()))
                .answers(200, "The job.", JSON, Schema.named(JOB))
                .refuses(401, 403, 404, 503);
    }

    /** A result is of the kind that the export is; the link is all that a reader needs. */
    private static Operation result() {
        return Operation.get(JobRoutes.ROOT + "/results/{link}", "getJobResult", TAG, "The file that a job has made")
                .describedAs(
                        "Whoever has the link can read it, without a key. The bytes and the kind are those of the export.")
                .with(List.of(Parameter.path("link", "As `result` of the job has it.", Schema.text(), "LINK")))
                .withShared("IfNoneMatch", "IfModifiedSince", "Range", "IfRange")
                .answers(200, "The file.", "*/*", new JsonObject())
                .tells(200, "ETag", "Last-Modified", "Accept-Ranges", "Content-Disposition", "Cache-Control", "Sunset")
                .answers(206, "The part of it that `Range` names.", "*/*", new JsonObject())
                .tells(206, "ETag", "Last-Modified", "Accept-Ranges", "Content-Range", "Cache-Control", "Sunset")
                .answers(304, "The client has it already.")
                .tells(304, "ETag", "Last-Modified", "Cache-Control", "Sunset")
                .refuses(404, 503)
                .answers(416, "The file has no such bytes.")
                .tells(416, "Content-Range");
    }

    private static Parameter id() {
        return Parameter.path("id", "The id of the job.", Schema.text(), "job_0");
    }

    @Override
    public JsonObject components() {
        SequencedMap<String, JsonObject> job = new LinkedHashMap<>();
        job.put("id", Schema.text());
        job.put("url", Schema.text().put("format", "uri").put("description", "Where to look."));
        job.put("clientId", Schema.text());
        job.put("export", Schema.text());
        job.put("state", Schema.oneOf(JobState.class));
        job.put("bytes", Schema.integer().put("description", "How many are fetched."));
        job.put("totalBytes", Schema.orNull(Schema.integer()));
        job.put("code", Schema.orNull(Schema.text()).put("description", "Why it failed, as a stable code."));
        job.put(
                "reason",
                Schema.orNull(Schema.text()).put("description", "Why it failed, or why it waits to be tried again."));
        job.put("createdAt", Schema.moment());
        for (String moment : List.of("begunAt", "endedAt", "expiresAt")) {
            job.put(moment, Schema.orNull(Schema.moment()));
        }
        job.put(
                "result",
                Schema.orNull(Schema.text()).put("description", "The address of the file, while there is one."));
        return new JsonObject().put("schemas", new JsonObject().put(JOB, Schema.object(job)));
    }
}
