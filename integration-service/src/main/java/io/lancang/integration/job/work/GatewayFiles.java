package io.lancang.integration.job.work;

import io.lancang.integration.job.JobConfig;
import io.lancang.integration.key.KeyText;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks the gateway for files, as a client with a key. Safe for any thread; answers arrive on the context of the caller. */
@Singleton
class GatewayFiles {
    /** The gateway waits for half a minute for a file to begin or to go on. */
    private static final int SILENCE_SECONDS = 45;

    private static final int CONNECT_MILLIS = 5_000;
    private static final int LONGEST_REFUSAL = 65_536;
    private static final int WHOLE = 200;
    private static final int PART = 206;
    private static final int BEYOND = 416;
    private static final Pattern PART_OF = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18})");

    private final URI gateway;
    private final HttpClient client;

    GatewayFiles(JobConfig config, Vertx vertx) {
        this.gateway = URI.create(config.gatewayUrl());
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setReadIdleTimeout(SILENCE_SECONDS),
                new PoolOptions().setHttp1MaxSize(config.perInstance()));
    }

    /**
     * What is asked for.
     *
     * @param export path and query at the gateway
     * @param from how many bytes are here already
     * @param etag of which version they are; null if that is not known, so that the file is begun anew
     */
    record Question(
            KeyText key, String export, long from, @Nullable String etag) {
        private boolean isForRest() {
            return from > 0 && etag != null;
        }

        private Question fromBeginning() {
            return new Question(key, export, 0, null);
        }
    }

    /** A file that begins to come. Its answer is paused: whoever has it sets handlers and resumes it. */
    record Coming(HttpClientResponse answer, Offered file) {}

    /**
     * Begins to fetch a file: what is not here yet of it, or all where that cannot be had any more. Fails with a {@link RefusedExportException}
     * if the gateway gives none.
     */
    Future<Coming> open(Question question) {
        return client.request(asking(question))
                .compose(request -> request.send()
                        .compose(answer -> read(question, answer))
                        .timeout(SILENCE_SECONDS, TimeUnit.SECONDS)
                        .onFailure(failure -> request.reset()));
    }

    private RequestOptions asking(Question question) {
        RequestOptions options = new RequestOptions()
                .setAbsoluteURI(gateway.resolve(question.export()).toString())
                .setFollowRedirects(false)
                .putHeader("accept-encoding", "identity")
                .putHeader("x-api-key", question.key().text());
        String etag = question.etag();
        if (question.isForRest() && etag != null) {
            options.putHeader("range", "bytes=" + question.from() + "-").putHeader("if-range", etag);
        }
        return options;
    }

    private Future<Coming> read(Question question, HttpClientResponse answer) {
        answer.pause();
        int status = answer.statusCode();
        if (status == WHOLE) {
            return Future.succeededFuture(new Coming(answer, offered(answer, 0, size(answer))));
        }
        Matcher part = PART_OF.matcher(String.valueOf(answer.getHeader("content-range")));
        if (status == PART && part.matches() && Long.parseLong(part.group(1)) == question.from()) {
            return Future.succeededFuture(
                    new Coming(answer, offered(answer, question.from(), Long.valueOf(part.group(2)))));
        }
        if ((status == PART || status == BEYOND) && question.isForRest()) {
            // What is here is no beginning of the file that there is now.
            return end(answer).compose(ended -> open(question.fromBeginning()));
        }
        return body(answer)
                .compose(body ->
                        Future.failedFuture(RefusedExportException.of(status, body, answer.getHeader("retry-after"))));
    }

    private static Future<Void> end(HttpClientResponse answer) {
        HttpClientRequest request = answer.request();
        answer.exceptionHandler(ended -> {});
        request.reset();
        return Future.succeededFuture();
    }

    private static Offered offered(HttpClientResponse answer, long from, @Nullable Long total) {
        return new Offered(
                from,
                total,
                answer.getHeader("etag"),
                answer.getHeader("content-type"),
                answer.getHeader("content-disposition"));
    }

    private static @Nullable Long size(HttpClientResponse answer) {
        String length = answer.getHeader("content-length");
        return length == null || !length.matches("\\d{1,18}") ? null : Long.valueOf(length);
    }

    private static Future<Buffer> body(HttpClientResponse answer) {
        Buffer body = Buffer.buffer();
        answer.handler(piece -> {
            if (body.length() < LONGEST_REFUSAL) {
                body.appendBuffer(piece);
            }
        });
        Future<Buffer> ended = answer.end().map(body);
        answer.resume();
        return ended;
    }
}
