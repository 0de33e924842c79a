package io.lancang.gateway.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import graphql.schema.DataFetchingEnvironment;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.testing.TestSubgraph;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;

/**
 * Starts two subgraphs and gives the gateway the supergraph for them: "trains" tells of arrivals over WebSocket, "freight" of
 * loadings over server-sent events, and adds to each train what it carries.
 */
public final class TrainGraph implements QuarkusTestResourceLifecycleManager {
    private final SubmissionPublisher<Object> arrivals = new SubmissionPublisher<>(Runnable::run, 64);
    private final SubmissionPublisher<Object> passages = new SubmissionPublisher<>(Runnable::run, 64);
    private final Queue<String> begun = new ConcurrentLinkedQueue<>();
    private final SubmissionPublisher<Object> loadings = new SubmissionPublisher<>(Runnable::run, 64);
    private final StreamServer trains = new StreamServer();
    private final StreamServer freight = new StreamServer();
    private final Path supergraph;

    private final TestSubgraph trainsGraph = TestSubgraph.of("trains", """
                    type Query { train(id: ID!): Train }
                    type Mutation { announce(id: ID!): Train }
                    type Subscription { arrived(line: ID): Train! passed(after: ID): Passage counted(after: Int): Passage }
                    type Passage { cursor: ID note: String train: Train }
                    type Train @key(fields: "id") { id: ID! }
                    """)
            .query("train", TrainGraph::asked)
            .field("Mutation", "announce", TrainGraph::asked)
            .field("Subscription", "arrived", environment -> FlowAdapters.toPublisher(arrivals))
            .field("Subscription", "passed", this::passages)
            .field("Subscription", "counted", this::passages)
            .build();

    private final TestSubgraph freightGraph = TestSubgraph.of("freight", """
                    type Query { loading: Boolean }
                    type Subscription { loaded: Train }
                    type Train @key(fields: "id") { id: ID! cargo: String }
                    """)
            .entity("Train", train -> Map.of("id", train.get("id"), "cargo", "durian " + train.get("id")))
            .field("Subscription", "loaded", environment -> FlowAdapters.toPublisher(loadings))
            .build();

    public TrainGraph() throws IOException {
        supergraph = Files.createTempFile("trains", ".graphql");
        reset();
    }

    private static Map<String, Object> asked(DataFetchingEnvironment environment) {
        return train(Objects.requireNonNull(environment.<String>getArgument("id")));
    }

    private static Map<String, Object> train(Object id) {
        return Map.of("id", id);
    }

    @Override
    public Map<String, String> start() {
        write("# The first edition.");
        return Map.of(
                "lancang.gateway.supergraph", supergraph.toString(),
                "lancang.gateway.subgraphs.\"freight\".subscriptions.protocol", "sse",
                "lancang.gateway.supergraph-reload.interval", "100ms",
                "lancang.gateway.subscriptions.init-timeout", "1s",
                "lancang.gateway.subscriptions.keep-alive", "500ms");
    }

    /** Writes the supergraph anew: the same graph, with another comment before it. */
    public void write(String comment) {
        try (InputStream file = TrainGraph.class.getResourceAsStream("/graph/trains.graphql")) {
            String template = new String(
                    Objects.requireNonNull(file, "the supergraph's template").readAllBytes(), UTF_8);
            Files.writeString(
                    supergraph,
                    comment + "\n"
                            + template.replace("${trains}", trains.url().toString())
                                    .replace("${freight}", freight.url().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets both subgraphs behave as they should. */
    public void reset() {
        trains.onRequest(request -> answer(request, trainsGraph)).onMessage(this::hear);
        freight.onRequest(request -> {
            if ("text/event-stream".equals(request.getHeader("Accept"))) {
                request.bodyHandler(body -> stream(request, body));
            } else {
                answer(request, freightGraph);
            }
        });
    }

    private static void answer(HttpServerRequest request, TestSubgraph subgraph) {
        request.bodyHandler(body -> request.response()
                .putHeader("Content-Type", "application/json")
                .end(Buffer.buffer(subgraph.answer(body.getBytes()))));
    }

    private void hear(ServerWebSocket socket, JsonObject message) {
        switch (message.getString("type")) {
            case "connection_init" -> socket.writeTextMessage("{\"type\":\"connection_ack\"}");
            case "subscribe" -> {
                String about = "{\"id\":\"" + message.getString("id") + "\",\"type\":";
                Events events = new Events(
                        event -> socket.writeTextMessage(about + "\"next\",\"payload\":" + event + "}"),
                        () -> socket.writeTextMessage(about + "\"complete\"}"));
                trainsGraph
                        .events(message.getJsonObject("payload").toBuffer().getBytes())
                        .subscribe(events);
                socket.endHandler(ignored -> events.cancel());
            }
            default -> {
                // The connection closes after complete, which ends the events.
            }
        }
    }

    private void stream(HttpServerRequest request, Buffer body) {
        HttpServerResponse response = StreamServer.events(request);
        freight.opened();
        Events events = new Events(
                event -> response.write("event: next\ndata: " + event + "\n\n"),
                () -> response.end("event: complete\ndata:\n\n"));
        freightGraph.events(body.getBytes()).subscribe(events);
        response.closeHandler(ignored -> {
            events.cancel();
            freight.closed();
        });
    }

    /** A train arrives, of which each subscriber hears. Waits until there is one. */
    public void arrive(String id) {
        awaitSubscriber(arrivals);
        arrivals.submit(train(id));
    }

    private Object passages(DataFetchingEnvironment environment) {
        begun.add(String.valueOf(environment.<Object>getArgument("after")));
        return FlowAdapters.toPublisher(passages);
    }

    /** A train passes, and the event says this of its place. Waits until there is a subscriber. */
    public void pass(Map<String, Object> passage) {
        awaitSubscriber(passages);
        passages.submit(passage);
    }

    /** Behind which places subscriptions to passages have begun, "null" for none, since this was asked last. */
    public List<String> begun() {
        await().until(() -> !begun.isEmpty());
        List<String> all = List.copyOf(begun);
        begun.clear();
        return all;
    }

    /** A train is loaded. Waits until there is a subscriber. */
    public void load(String id) {
        awaitSubscriber(loadings);
        loadings.submit(train(id));
    }

    private static void awaitSubscriber(SubmissionPublisher<Object> publisher) {
        await().until(publisher::hasSubscribers);
    }

    public StreamServer trains() {
        return trains;
    }

    public StreamServer freight() {
        return freight;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(TrainGraph.class));
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

    /** Hands events on until they are cancelled. */
    private static final class Events implements Flow.Subscriber<SubgraphResponse> {
        private final Consumer<String> next;
        private final Runnable complete;
        private Flow.@Nullable Subscription subscription;

        Events(Consumer<String> next, Runnable complete) {
            this.next = next;
            this.complete = complete;
        }

        void cancel() {
            Objects.requireNonNull(subscription, "subscribed before").cancel();
        }

        @Override
        public void onSubscribe(Flow.Subscription opened) {
            subscription = opened;
            opened.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(SubgraphResponse event) {
            next.accept(new String(event.body(), UTF_8));
        }

        @Override
        public void onError(Throwable failure) {
            throw new IllegalStateException("a stream of a test failed", failure);
        }

        @Override
        public void onComplete() {
            complete.run();
        }
    }
}
