package io.lancang.integration.job.http;

import io.lancang.integration.job.JobConfig;
import io.lancang.integration.job.JobEntity;
import io.lancang.integration.job.JobRepository;
import io.lancang.integration.job.work.PartRepository;
import io.lancang.integration.page.Moments;
import io.lancang.kit.representation.ByteRange;
import io.lancang.kit.representation.ByteRange.Span;
import io.lancang.kit.representation.Conditions;
import io.lancang.kit.representation.ContentCoding;
import io.lancang.kit.representation.Validator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends results to whoever has their link, all or a part. One part of what is kept is read, and sent when the client took the one before; no
 * connection to the database waits for a client.
 */
@Singleton
class ResultAnswers {
    private static final int PART = 206;
    private static final int NOT_MODIFIED = 304;
    private static final int BEYOND = 416;

    private final JobRepository jobs;
    private final PartRepository parts;
    private final JobAnswers answers;
    private final Duration patience;

    ResultAnswers(JobRepository jobs, PartRepository parts, JobAnswers answers, JobConfig config) {
        this.jobs = jobs;
        this.parts = parts;
        this.answers = answers;
        this.patience = config.patience();
    }

    void send(RoutingContext request) {
        jobs.byLink(String.valueOf(request.pathParam("link")))
                .chain(job -> answer(request, job))
                .subscribe()
                .with(done -> {}, failure -> answers.fail(request, failure));
    }

    private Uni<Void> answer(RoutingContext request, JobEntity job) {
        HttpServerResponse response = request.response();
        OffsetDateTime ended = Objects.requireNonNull(job.endedAt(), "it is done");
        Validator validator = new Validator(job.id(), ended.toInstant());
        Conditions conditions = Conditions.of(request.request().headers());
        describe(response, job, validator);
        if (conditions.areAny() && conditions.know(validator, ContentCoding.IDENTITY)) {
            return ended(response.setStatusCode(NOT_MODIFIED));
        }
        ByteRange range = conditions.continueWith(validator)
                ? ByteRange.asked(request.request().getHeader("range")).orElse(null)
                : null;
        @Nullable
        Span span = range == null
                ? new Span(0, job.bytes() - 1)
                : range.of(job.bytes()).orElse(null);
        if (span == null) {
            response.setStatusCode(BEYOND).putHeader("content-range", "bytes */" + job.bytes());
            return ended(response);
        }
        if (range != null) {
            response.setStatusCode(PART).putHeader("content-range", span.header(job.bytes()));
        }
        response.putHeader("content-length", Long.toString(span.length()))
                .putHeader("content-type", Objects.requireNonNullElse(job.contentType(), "application/octet-stream"));
        if (job.disposition() != null) {
            response.putHeader("content-disposition", job.disposition());
        }
        return request.request().method().equals(HttpMethod.HEAD)
                ? ended(response)
                : from(span.first(), span.last(), job.id(), response);
    }

    private static void describe(HttpServerResponse response, JobEntity job, Validator validator) {
        OffsetDateTime expires = Objects.requireNonNull(job.asRecord().expiresAt(), "it is done");
        long seconds = Math.max(0, Duration.between(Moments.now(), expires).toSeconds());
        response.putHeader("etag", validator.etag(ContentCoding.IDENTITY))
                .putHeader("last-modified", validator.lastModified())
                .putHeader("accept-ranges", "bytes")
                // It never changes, and is nobody else's.
                .putHeader("cache-control", "private, no-transform, immutable, max-age=" + seconds)
                .putHeader("sunset", new Validator(job.id(), expires.toInstant()).lastModified());
    }

    private Uni<Void> from(long place, long last, String job, HttpServerResponse response) {
        Promise<Void> sent = Promise.promise();
        next(place, last, job, response, sent);
        return Uni.createFrom().completionStage(sent.future().toCompletionStage());
    }

    /** One after the other, none inside of the one before: a result has thousands of parts. */
    private void next(long place, long last, String job, HttpServerResponse response, Promise<Void> sent) {
        if (place > last) {
            response.end().onComplete(sent);
            return;
        }
        parts.read(job, place)
                .subscribe()
                .with(
                        found -> {
                            if (found == null || response.closed()) {
                                // It has expired meanwhile, or nobody reads it.
                                sent.fail("The result went, or its reader");
                                return;
                            }
                            long wanted = last - place + 1;
                            Buffer part = found.length() > wanted ? found.slice(0, (int) wanted) : found;
                            response.write(part)
                                    .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                                    .onSuccess(taken -> next(place + part.length(), last, job, response, sent))
                                    .onFailure(sent::fail);
                        },
                        sent::fail);
    }

    private static Uni<Void> ended(HttpServerResponse response) {
        return Uni.createFrom().completionStage(() -> response.end().toCompletionStage());
    }
}
