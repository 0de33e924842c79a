package io.lancang.integration;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What the service asks for events and files: answers subscriptions over server-sent events, as the gateway does. Each document has a log of
 * events of its own; who asks is sent those behind the place that it names. Files are {@link FakeFile}s.
 */
public final class FakeGateway implements QuarkusTestResourceLifecycleManager {
    private static final Map<String, Topic> TOPICS = new ConcurrentHashMap<>();
    /** Those of receivers, whose authority the service trusts. */
    static final TestCertificates.Made CERTIFICATES = TestCertificates.make();

    private final Vertx vertx = Vertx.vertx();
    private @Nullable HttpServer server;

    /** The events of a document. Everything is guarded by its monitor. */
    static final class Topic {
        private final List<String> answers = new CopyOnWriteArrayList<>();
        private final List<HttpServerResponse> open = new CopyOnWriteArrayList<>();
        /** The places and keys that were asked with. */
        final List<String> places = new CopyOnWriteArrayList<>();

        final List<String> keys = new CopyOnWriteArrayList<>();
        /** Answers subscriptions with this refusal; null for none. */
        volatile @Nullable String refusal;
        /** The next event has an error in the first answer that has it. */
        final AtomicBoolean failsOnce = new AtomicBoolean();

        /** Another event: its place is its number, from 1 on. */
        synchronized void publish(String name) {
            answers.add("{\"data\":{\"releasePublished\":{\"cursor\":\"" + (answers.size() + 1) + "\",\"name\":\""
                    + name + "\"}}}");
            open.forEach(response -> send(response, answers.size()));
        }

        /** Breaks all connections, as a gateway does that is killed. */
        synchronized void breakOff() {
            open.forEach(HttpServerResponse::reset);
            open.clear();
        }

        synchronized int listeners() {
            return open.size();
        }

        private synchronized void begin(HttpServerResponse response, String after) {
            places.add(after);
            response.setChunked(true).putHeader("content-type", "text/event-stream; charset=utf-8");
            response.write(":\n\n");
            for (int number = Integer.parseInt(after) + 1; number <= answers.size(); number++) {
                send(response, number);
            }
            open.add(response);
            response.closeHandler(closed -> open.remove(response));
        }

        private void send(HttpServerResponse response, int number) {
            String answer = answers.get(number - 1);
            if (failsOnce.compareAndSet(true, false)) {
                answer = answer.substring(0, answer.length() - 1)
                        + ",\"errors\":[{\"message\":\"down\",\"extensions\":{\"code\":\"SUBGRAPH_UNAVAILABLE\"}}]}";
            }
            response.write("id: " + number + "\nevent: next\ndata: " + answer + "\n\n");
        }
    }

    /** That of the document with this name in it. */
    static Topic topic(String name) {
        return TOPICS.computeIfAbsent(name, unknown -> new Topic());
    }

    /** The document of a topic. */
    static String document(String topic) {
        return "subscription " + topic + "($after: ID) { releasePublished(after: $after) { cursor name } }";
    }

    @Override
    public Map<String, String> start() {
        server = vertx.createHttpServer()
                .requestHandler(request -> {
                    String path = String.valueOf(request.path());
                    if (path.startsWith(FakeFile.FOLDER)) {
                        FakeFile.at(path).answer(request);
                    } else {
                        request.body().onSuccess(body -> answer(request, body));
                    }
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return Map.ofEntries(
                Map.entry(
                        "lancang.integration.webhooks.gateway-url",
                        "http://127.0.0.1:" + server.actualPort() + "/graphql"),
                Map.entry("lancang.integration.webhooks.allow-http", "true"),
                Map.entry("lancang.integration.webhooks.allow-private-addresses", "true"),
                Map.entry("lancang.integration.webhooks.ports", ""),
                Map.entry("lancang.integration.webhooks.tls", "receivers"),
                Map.entry(
                        "quarkus.tls.receivers.trust-store.pem.certs",
                        CERTIFICATES.authority().toString()),
                Map.entry("lancang.integration.webhooks.first-retry", "0.05S"),
                Map.entry("lancang.integration.webhooks.longest-retry", "0.2S"),
                Map.entry("lancang.integration.webhooks.patience", "2S"),
                Map.entry("lancang.integration.webhooks.pause-after", "2"),
                Map.entry("lancang.integration.webhooks.timeout", "1S"),
                Map.entry("lancang.integration.webhooks.max-payload", "2000"),
                Map.entry("lancang.integration.webhooks.max-waiting", "150"),
                Map.entry("lancang.integration.webhooks.per-client", "3"),
                Map.entry("lancang.integration.webhooks.lease", "1.5S"),
                Map.entry("lancang.integration.jobs.first-retry", "0.05S"),
                Map.entry("lancang.integration.jobs.attempts", "3"),
                Map.entry("lancang.integration.jobs.per-client", "6"),
                Map.entry("lancang.integration.jobs.max-size", "3M"),
                Map.entry("lancang.integration.jobs.lease", "1.5S"));
    }

    private static void answer(HttpServerRequest request, Buffer body) {
        JsonObject asked = body.toJsonObject();
        String name = asked.getString("query").replaceAll("(?s)subscription (\\w+).*", "$1");
        Topic topic = topic(name);
        topic.keys.add(String.valueOf(request.getHeader("x-api-key")));
        String refusal = topic.refusal;
        if (refusal != null) {
            request.response()
                    .setStatusCode(400)
                    .putHeader("content-type", "application/json")
                    .end("{\"errors\":[{\"message\":\"refused\",\"extensions\":{\"code\":\"" + refusal + "\"}}]}");
            return;
        }
        topic.begin(request.response(), asked.getJsonObject("variables").getString("after"));
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
