package io.lancang.gateway.openapi;

import io.lancang.gateway.bytes.BoundedBytes;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Asks subgraphs what they have. Each is asked once at a time, waited for as long as a reader would, and heard up to a bound. Thread-safe. */
final class ServiceDocuments {
    private static final Logger LOG = Logger.getLogger(ServiceDocuments.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LARGEST = 2 << 20;
    private static final int OK = 200;

    private final HttpClient client;
    private final Map<String, Source> sources;

    /**
     * Where a subgraph says what it has.
     *
     * @param folders of it that the gateway passes on
     */
    record Source(URI document, List<Folder> folders) {}

    /** @param sources by the names of subgraphs */
    ServiceDocuments(Vertx vertx, Map<String, Source> sources) {
        this.sources = Map.copyOf(sources);
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) PATIENCE.toMillis())
                        .setReadIdleTimeout((int) PATIENCE.toSeconds()),
                new PoolOptions().setHttp1MaxSize(1));
    }

    /** What all of them have now; never fails. */
    Future<List<Part>> all() {
        List<Future<Part>> parts = new ArrayList<>();
        sources.forEach((subgraph, source) -> parts.add(part(subgraph, source)));
        return Future.all(parts).map(done -> done.<Part>list());
    }

    private Future<Part> part(String subgraph, Source source) {
        RequestOptions asked = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(source.document().toString())
                .setFollowRedirects(false)
                .setTimeout(PATIENCE.toMillis())
                .putHeader(HttpHeaders.ACCEPT, "application/json")
                .putHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        return client.request(asked)
                .compose(request ->
                        request.send().compose(answer -> answer.statusCode() == OK ? bounded(answer) : refused(answer)))
                .<Part>map(body -> new Part.Described(subgraph, source.folders(), document(body)))
                .recover(failure -> {
                    LOG.warnf(
                            "The subgraph %s does not say at %s what it has: %s",
                            subgraph, source.document(), failure.getMessage());
                    return Future.succeededFuture(new Part.Missing(subgraph, reason(failure)));
                });
    }

    private static Future<Buffer> refused(HttpClientResponse answer) {
        // Without a handler the client logs the reset as an error.
        answer.exceptionHandler(ignored -> {});
        answer.request().reset();
        return Future.failedFuture(new NoDocumentException("It answers with the status " + answer.statusCode() + "."));
    }

    private static Future<Buffer> bounded(HttpClientResponse answer) {
        Promise<Buffer> whole = Promise.promise();
        BoundedBytes body = new BoundedBytes(LARGEST);
        answer.handler(piece -> {
            if (!body.add(piece) && whole.tryFail(new NoDocumentException("Its answer is larger than 2 MiB."))) {
                answer.request().reset();
            }
        });
        // A reset is a failure, too, and finds this decided.
        answer.exceptionHandler(whole::tryFail);
        answer.endHandler(ignored -> whole.tryComplete(Buffer.buffer(body.toBytes())));
        return whole.future();
    }

    private static JsonObject document(Buffer body) {
        JsonObject document;
        try {
            document = new JsonObject(body);
        } catch (DecodeException unreadable) {
            throw new NoDocumentException("Its answer is no JSON.");
        }
        if (!String.valueOf(document.getValue("openapi")).startsWith("3.1.")) {
            throw new NoDocumentException("Its answer is no document of OpenAPI 3.1.");
        }
        if (!Form.isRight(document)) {
            throw new NoDocumentException("Its answer has something else where OpenAPI 3.1 has objects.");
        }
        return document;
    }

    private static String reason(Throwable failure) {
        return failure instanceof NoDocumentException said ? String.valueOf(said.getMessage()) : "It does not answer.";
    }

    /** What a subgraph answered with instead of its document. It has no stack trace. */
    private static final class NoDocumentException extends RuntimeException {
        NoDocumentException(String message) {
            super(message, null, false, false);
        }
    }
}
