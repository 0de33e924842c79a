package io.lancang.gateway.cache;

import io.lancang.federation.testing.TestSubgraph;
import io.lancang.gateway.server.StreamServer;
import io.lancang.gateway.server.TrainGraph;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A gateway that keeps answers, in front of the subgraph "trains", of whose arrivals it hears, and of "freight". What a train carries
 * changes only when a test says so.
 */
public final class CachedGraph implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN = "a token of a test";

    private final StreamServer trains = new StreamServer();
    private final StreamServer freight = new StreamServer();
    private final List<ServerWebSocket> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Path supergraph;
    private volatile String cargo = "durian";
    private volatile boolean refuses;

    private final TestSubgraph trainsGraph = TestSubgraph.of("trains", """
                    type Query { train(id: ID!): Train }
                    type Mutation { announce(id: ID!): Train }
                    type Subscription { arrived(line: ID): Train! }
                    type Train @key(fields: "id") { id: ID! }
                    """)
            .query("train", asking -> Map.of("id", Objects.requireNonNull(asking.<Object>getArgument("id"))))
            .build();

    private final TestSubgraph freightGraph = TestSubgraph.of("freight", """
                    type Query { loading: Boolean }
                    type Subscription { loaded: Train }
                    type Train @key(fields: "id") { id: ID! cargo: String }
                    """)
            .entity("Train", train -> Map.of("id", train.get("id"), "cargo", cargo))
            .build();

    public CachedGraph() throws IOException {
        supergraph = Files.createTempFile("cached", ".graphql");
        trains.onMessage(this::hear)
                .onRequest(request -> request.bodyHandler(body -> {
                    asked.incrementAndGet();
                    request.response().headers().addAll(headers);
                    request.response()
                            .putHeader("Content-Type", "application/json")
                            .end(Buffer.buffer(trainsGraph.answer(body.getBytes())));
                }));
        freight.onRequest(request -> request.bodyHandler(body -> {
            asked.incrementAndGet();
            if (refuses) {
                request.response().setStatusCode(503).end();
                return;
            }
            request.response().headers().addAll(headers);
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end(Buffer.buffer(freightGraph.answer(body.getBytes())));
        }));
        reset();
    }

    /** Answers count for long, and have the tag "cargo". */
    void reset() {
        headers.clear();
        headers.put("Cache-Control", "public, max-age=1000, stale-if-error=1000");
        headers.put("Cache-Tag", "cargo");
        cargo = "durian";
        refuses = false;
    }

    private void hear(ServerWebSocket socket, JsonObject message) {
        switch (message.getString("type")) {
            case "connection_init" -> socket.writeTextMessage("{\"type\":\"connection_ack\"}");
            case "subscribe" -> {
                listeners.add(socket);
                socket.closeHandler(ignored -> listeners.remove(socket));
            }
            default -> {
                // Nothing else matters.
            }
        }
    }

    /** Tells whoever listens of an arrival. */
    void arrive() {
        listeners.forEach(socket -> socket.writeTextMessage(
                "{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"arrived\":{\"id\":\"1\"}}}}"));
    }

    /** Breaks off the connections of all who listen. */
    void breakOff() {
        listeners.forEach(ServerWebSocket::close);
    }

    /** What trains carry from now on. */
    void load(String next) {
        cargo = next;
    }

    /** Lets the subgraph "freight" fail. */
    void fail() {
        refuses = true;
    }

    /** What both subgraphs say with their answers. */
    Map<String, String> headers() {
        return headers;
    }

    /** How many requests both subgraphs have had. */
    int asked() {
        return asked.get();
    }

    @Override
    public Map<String, String> start() {
        try (InputStream file = TrainGraph.class.getResourceAsStream("/graph/trains.graphql")) {
            String template = new String(
                    Objects.requireNonNull(file, "the supergraph's template").readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    supergraph,
                    template.replace("${trains}", trains.url().toString())
                            .replace("${freight}", freight.url().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> keys = new HashMap<>();
        keys.put("lancang.gateway.supergraph", supergraph.toString());
        keys.put("lancang.gateway.cache.enabled", "true");
        keys.put("lancang.gateway.headers.request[0].propagate", "X-Person");
        keys.put("lancang.gateway.headers.response[0].propagate", "X-Served-By");
        keys.put("lancang.gateway.cache.invalidation-token", TOKEN);
        keys.put("lancang.gateway.subgraphs.\"trains\".cache.events.subscription", "subscription { arrived { id } }");
        keys.put("lancang.gateway.subgraphs.\"trains\".cache.events.tags", "cargo");
        keys.put("lancang.gateway.subgraphs.\"trains\".cache.events.retry", "10ms");
        keys.put("lancang.gateway.subgraphs.\"trains\".cache.events.settle", "10ms");
        return keys;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(CachedGraph.class));
    }

    @Override
    public void stop() {
        trains.close();
        freight.close();
        try {
            Files.deleteIfExists(supergraph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
