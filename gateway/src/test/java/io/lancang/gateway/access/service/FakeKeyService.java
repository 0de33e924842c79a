package io.lancang.gateway.access.service;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.lancang.gateway.access.key.TestKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The gateway's side of integration-service over real HTTP, with what a test makes of it. */
public final class FakeKeyService implements QuarkusTestResourceLifecycleManager, AutoCloseable {
    /** What gateways show. */
    public static final String TOKEN = "shared-between-both";

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final Map<String, JsonObject> keys = new ConcurrentHashMap<>();
    private final Map<String, String> bad = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<JsonObject> reports = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<HttpServerResponse> streams = new CopyOnWriteArrayList<>();
    private volatile JsonObject anonymous = new JsonObject();
    private final AtomicInteger failing = new AtomicInteger();
    private volatile boolean answers = true;
    private volatile boolean streaming = true;
    private volatile boolean confirms = true;

    public FakeKeyService() {
        server = join(vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1"));
        vertx.setPeriodic(
                1000,
                ignored -> streams.forEach(each -> {
                    if (streaming) {
                        each.write(": alive\n\n");
                    }
                }));
    }

    private void handle(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (!("Bearer " + TOKEN).equals(request.getHeader("Authorization"))) {
            response.setStatusCode(401).end();
            return;
        }
        switch (String.valueOf(request.path())) {
            case "/gateway/keys/verify" ->
                request.body().onSuccess(body -> {
                    bodies.add(body.toString());
                    verify(new JsonObject(body).getString("hash"), response);
                });
            case "/gateway/keys/changes" -> {
                if (answers && streaming) {
                    response.setChunked(true).putHeader("Content-Type", "text/event-stream");
                    response.write("event: ready\ndata: {}\n\n");
                    response.closeHandler(closed -> streams.remove(response));
                    streams.add(response);
                } else {
                    response.setStatusCode(503).end();
                }
            }
            case "/gateway/plans/anonymous" -> {
                response.setStatusCode(!answers ? 503 : anonymous.isEmpty() ? 404 : 200);
                response.end(anonymous.encode());
            }
            case "/gateway/usage" ->
                request.body().onSuccess(body -> {
                    bodies.add(body.toString());
                    if (answers) {
                        reports.add(new JsonObject(body));
                    }
                    response.setStatusCode(answers && confirms ? 204 : 503).end();
                });
            default -> response.setStatusCode(404).end();
        }
    }

    private void verify(String hash, HttpServerResponse response) {
        asked.add(hash);
        if (!answers || failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            response.setStatusCode(503).end();
        } else if (bad.containsKey(hash)) {
            response.setStatusCode(410)
                    .end(new JsonObject()
                            .put("code", bad.get(hash))
                            .put("message", "m")
                            .encode());
        } else if (keys.containsKey(hash)) {
            response.end(keys.get(hash).encode());
        } else {
            response.setStatusCode(404)
                    .end(new JsonObject()
                            .put("code", "KEY_UNKNOWN")
                            .put("message", "m")
                            .encode());
        }
    }

    /** Knows a key of this client, without limits, from now on. */
    public void knows(String key, String client, UnaryOperator<JsonObject> otherwise) {
        String hash = TestKeys.hash(key);
        keys.put(
                hash,
                otherwise.apply(new JsonObject()
                        .put("hash", hash)
                        .put("prefix", key.substring(4, 12))
                        .put("client", client)
                        .put("scopes", new JsonArray().add("trade:read"))
                        .put("roles", new JsonArray().add("client"))
                        .put("plan", plan("free", null))
                        .put("expiresAt", null)));
    }

    /** A plan with one limit. */
    public static JsonObject plan(String name, @Nullable Integer requestsPerMinute) {
        return new JsonObject()
                .put("name", name)
                .put("requestsPerMinute", requestsPerMinute)
                .put("costPerMinute", null)
                .put("concurrentRequests", null)
                .put("subscriptions", null);
    }

    /** A key counts no more, for this reason. Nobody is told. */
    public void refuses(String key, String code) {
        bad.put(TestKeys.hash(key), code);
    }

    /** A key counts again. Gateways do not hear of it by that. */
    public void takesBack(String key) {
        bad.remove(TestKeys.hash(key));
    }

    /** Tells all gateways of a change. */
    public void tell(JsonObject change) {
        streams.forEach(each -> each.write("event: changed\ndata: " + change.encode() + "\n\n"));
    }

    /** The limits of clients that nobody knows. */
    public void limitAnonymous(JsonObject plan) {
        anonymous = plan;
        tell(new JsonObject().put("plan", "anonymous"));
    }

    /** Answers everything with 503, and breaks streams, until {@link #comeBack}. */
    public void fail() {
        answers = false;
        breakStreams();
    }

    /** Answers this many questions about keys with 503, and the others as it should. */
    public void failNext(int questions) {
        failing.set(questions);
    }

    /** Says nothing on streams and opens none, until {@link #comeBack}. */
    public void breakStreams() {
        streaming = false;
        List<HttpServerResponse> open = List.copyOf(streams);
        // Whoever resets a response hears of no end of it.
        streams.clear();
        open.forEach(HttpServerResponse::reset);
    }

    /** Says nothing more on open streams and opens none, until {@link #comeBack}. */
    public void fallSilent() {
        streaming = false;
    }

    /** Takes reports and says so, or takes them and does not say so. */
    public void confirm(boolean confirming) {
        confirms = confirming;
    }

    /** Does again what it should. */
    public void comeBack() {
        answers = true;
        streaming = true;
        confirms = true;
    }

    /** How many gateways listen to changes. */
    public int listeners() {
        return streams.size();
    }

    /** How often it was asked about a key. */
    public long timesAsked(String key) {
        String hash = TestKeys.hash(key);
        return asked.stream().filter(hash::equals).count();
    }

    /** All reports of usage. */
    public List<JsonObject> reports() {
        return List.copyOf(reports);
    }

    /** Everything that was sent to it. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "lancang.gateway.keys.service.url",
                url(),
                "lancang.gateway.keys.service.token",
                TOKEN,
                "lancang.gateway.keys.service.usage-interval",
                "200ms",
                "lancang.gateway.keys.subgraphs",
                "corridor");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FakeKeyService.class));
    }

    @Override
    public void stop() {
        close();
    }

    @Override
    public void close() {
        join(vertx.close());
    }

    private static <T> T join(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
