package io.lancang.gateway.access.service;

import io.lancang.gateway.access.ApiClient;
import io.lancang.gateway.access.BoundedText;
import io.lancang.gateway.access.key.KeyJson;
import io.lancang.gateway.access.key.Verdict;
import io.lancang.gateway.config.access.KeyServiceConfig;
import io.lancang.gateway.limits.rate.Plan;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The requests that a gateway makes to integration-service, as both sides have agreed on. Thread-safe. */
final class KeyService {
    /** No answer about one key or plan is as long. */
    private static final int MAX_LENGTH = 64 * 1024;

    private static final int FOUND = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final HttpClient client;
    private final String base;
    private final @Nullable String token;
    private final long timeoutMillis;
    private final Function<ApiClient, Verdict> admitting;

    /**
     * @param admitting makes the verdict on a key that counts
     * @throws ConfigurationException if the URL is none
     */
    KeyService(Vertx vertx, String url, KeyServiceConfig config, Function<ApiClient, Verdict> admitting) {
        this.base = checked(url);
        this.token = config.token().orElse(null);
        this.timeoutMillis = Math.max(1, config.timeout().toMillis());
        this.admitting = admitting;
        // The stream of changes takes one.
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) timeoutMillis),
                new PoolOptions().setHttp1MaxSize(config.maxAsking() + 2));
    }

    private static String checked(String url) {
        try {
            URI address = URI.create(url);
            if (address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + "/gateway";
            }
        } catch (IllegalArgumentException malformed) {
            // As below.
        }
        throw new ConfigurationException("lancang.gateway.keys.service.url is \"" + url
                + "\", which is no address such as http://integration-service:8083. Correct it.");
    }

    /** What the service says of a key. Fails if it says nothing that can be understood. */
    Future<Verdict> verify(String hash) {
        return send(HttpMethod.POST, "/keys/verify", new JsonObject().put("hash", hash))
                .map(answer -> switch (answer.status()) {
                    case FOUND -> counted(hash, new JsonObject(answer.body()));
                    case NOT_FOUND -> new Verdict.Bad(Verdict.Reason.KEY_UNKNOWN);
                    case GONE -> bad(new JsonObject(answer.body()));
                    default -> throw new IllegalStateException("status " + answer.status());
                });
    }

    private Verdict counted(String hash, JsonObject json) {
        if (!(json.getValue("plan") instanceof JsonObject plan)) {
            throw new IllegalArgumentException("the key has no plan");
        }
        ApiClient found = KeyJson.client(json, KeyJson.plan(plan));
        if (!found.hash().equals(hash)) {
            throw new IllegalArgumentException("it speaks of another key");
        }
        return admitting.apply(found);
    }

    private static Verdict bad(JsonObject json) {
        return new Verdict.Bad(
                switch (String.valueOf(json.getValue("code"))) {
                    case "KEY_EXPIRED" -> Verdict.Reason.KEY_EXPIRED;
                    case "KEY_REVOKED" -> Verdict.Reason.KEY_REVOKED;
                    case "CLIENT_SUSPENDED" -> Verdict.Reason.CLIENT_SUSPENDED;
                    // Gone for whatever reason.
                    default -> Verdict.Reason.KEY_UNKNOWN;
                });
    }

    /** The plan of clients that nobody knows; empty if there is none. */
    Future<Optional<Plan>> anonymous() {
        return send(HttpMethod.GET, "/plans/anonymous", null).map(answer -> switch (answer.status()) {
            case FOUND -> Optional.of(KeyJson.plan(new JsonObject(answer.body())));
            case NOT_FOUND -> Optional.empty();
            default -> throw new IllegalStateException("status " + answer.status());
        });
    }

    /** Reports usage; true if the service has it, false if it will never take it. Fails if nobody knows. */
    Future<Boolean> report(JsonObject usage) {
        return send(HttpMethod.POST, "/usage", usage).map(answer -> switch (answer.status()) {
            case NO_CONTENT, FOUND -> true;
            case 400, 413, 422 -> false;
            default -> throw new IllegalStateException("status " + answer.status());
        });
    }

    /** Opens the stream of changes, whose body is not read yet. */
    Future<HttpClientResponse> changes() {
        return request(HttpMethod.GET, "/keys/changes")
                .compose(request -> request.putHeader("Accept", "text/event-stream")
                        .send()
                        .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                        .onFailure(failure -> request.reset()))
                .compose(response -> {
                    if (response.statusCode() != FOUND) {
                        response.request().reset();
                        return Future.failedFuture("status " + response.statusCode());
                    }
                    response.pause();
                    return Future.succeededFuture(response);
                });
    }

    private record Answer(int status, String body) {}

    private Future<Answer> send(HttpMethod method, String path, @Nullable JsonObject body) {
        return request(method, path)
                .compose(request -> (body == null
                                ? request.send()
                                : request.putHeader("Content-Type", "application/json")
                                        .send(Buffer.buffer(body.encode())))
                        .compose(KeyService::read)
                        // Whatever hangs must not hold a connection.
                        .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                        .onFailure(failure -> request.reset()));
    }

    private Future<HttpClientRequest> request(HttpMethod method, String path) {
        RequestOptions options = new RequestOptions().setMethod(method).setAbsoluteURI(base + path);
        if (token != null) {
            options.putHeader("Authorization", "Bearer " + token);
        }
        return client.request(options).timeout(timeoutMillis, TimeUnit.MILLISECONDS);
    }

    private static Future<Answer> read(HttpClientResponse response) {
        BoundedText text = new BoundedText(MAX_LENGTH);
        response.handler(part -> {
            if (!text.add(part)) {
                response.request().reset();
            }
        });
        return response.end().map(ended -> new Answer(response.statusCode(), text.toString()));
    }

    void close() {
        client.close();
    }
}
