package io.lancang.federation.engine;

import static io.lancang.federation.testing.GoldenPlan.assertPlan;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.execute.run.EventStream;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.FlowAdapters;

/** One stream of one subgraph, and for each of its events an answer with what other subgraphs add. */
class SubscriptionTest {
    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\"," + " import: [\"@key\"])\n";

    /** Hands over on the publishing thread, so that a test sees all consequences of an event when it has published it. */
    private final SubmissionPublisher<Object> arrivals = new SubmissionPublisher<>(Runnable::run, 16);

    private final TestSubgraph trains = TestSubgraph.of("trains", LINK + """
                    type Query { trains: [Train] }
                    type Subscription { arrived(line: ID = "clr"): Train! departed: Train }
                    type Train @key(fields: "id") { id: ID! }
                    """)
            .field("Subscription", "arrived", environment -> FlowAdapters.toPublisher(arrivals))
            .field("Subscription", "departed", environment -> FlowAdapters.toPublisher(arrivals))
            .build();

    private final TestSubgraph freight = TestSubgraph.of("freight", LINK + """
                    type Query { cargo: String }
                    type Train @key(fields: "id") { id: ID! cargo: String }
                    """)
            .entity("Train", train -> Map.of("id", train.get("id"), "cargo", "durian " + train.get("id")))
            .build();

    private final TestSubgraphs client = TestSubgraphs.of(trains, freight);
    private final FederationEngine<Object> engine =
            new FederationEngine<>(TestSupergraph.of(trains, freight), client, EngineOptions.DEFAULT);

    @Test
    void answersEachEventWithWhatOtherSubgraphsAdd() {
        Listener listener = listen("subscription { arrived { id cargo } }");
        listener.want(2);

        arrivals.submit(Map.of("id", "D87"));
        arrivals.submit(Map.of("id", "D88"));

        assertEquals(
                List.of(
                        "{\"data\":{\"arrived\":{\"id\":\"D87\",\"cargo\":\"durian D87\"}}}",
                        "{\"data\":{\"arrived\":{\"id\":\"D88\",\"cargo\":\"durian D88\"}}}"),
                listener.answers);
        assertEquals(3, client.requests().size(), "the stream once, and the cargo of each event");
    }

    @Test
    void opensNothingBeforeSomebodySubscribes() {
        engine.prepare(request("subscription { arrived { id } }"), "context");

        assertEquals(List.of(), client.requests());
    }

    @Test
    void asksForTheNextEventOnlyWhenAnAnswerIsWanted() {
        Listener listener = listen("subscription { arrived { id } }");
        listener.want(1);

        arrivals.submit(Map.of("id", "D87"));
        arrivals.submit(Map.of("id", "D88"));
        assertEquals(1, listener.answers.size());

        listener.want(1);
        assertEquals("{\"data\":{\"arrived\":{\"id\":\"D88\"}}}", listener.answers.getLast());
    }

    @Test
    void endsTheSubgraphsStreamWithTheClients() {
        Listener listener = listen("subscription { arrived { id } }");
        listener.want(1);
        assertEquals(1, arrivals.getNumberOfSubscribers());

        listener.cancel();

        assertEquals(0, arrivals.getNumberOfSubscribers());
        assertTrue(!listener.completed && listener.failure == null, "who cancels hears no more");
    }

    /** The client is gone before the subgraph's stream is open, which is closed as soon as it is. */
    @Test
    void endsAStreamThatOpensTooLate() {
        Listener leaving = new Listener() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.cancel();
            }
        };

        try (SubmissionPublisher<SubgraphResponse> events = new SubmissionPublisher<>(Runnable::run, 16)) {
            new EventStream(
                            () -> events,
                            event -> CompletableFuture.failedStage(new IllegalStateException("nobody asked")),
                            failure -> failure)
                    .subscribe(leaving);

            assertEquals(0, events.getNumberOfSubscribers());
        }
    }

    @Test
    void completesWhenTheAnswerIsMadeThatIsTheLast() {
        CompletableFuture<GraphQLResponse> making = new CompletableFuture<>();
        Listener listener = new Listener();
        try (SubmissionPublisher<SubgraphResponse> events = new SubmissionPublisher<>(Runnable::run, 16)) {
            new EventStream(() -> events, event -> making, failure -> failure).subscribe(listener);
            listener.want(1);
            events.submit(new SubgraphResponse("{}".getBytes(UTF_8)));
        }
        assertFalse(listener.completed, "the stream has ended, and its last event is not answered");

        making.complete(new GraphQLResponse(GraphQLResponse.Outcome.DATA, "{}".getBytes(UTF_8), 2));

        assertEquals(List.of("{}"), listener.answers);
        assertTrue(listener.completed);
    }

    @Test
    void failsAndEndsTheSubgraphsStreamWhereAnAnswerCannotBeMade() {
        IllegalStateException defect = new IllegalStateException("a defect");
        Listener listener = new Listener();
        try (SubmissionPublisher<SubgraphResponse> events = new SubmissionPublisher<>(Runnable::run, 16)) {
            new EventStream(() -> events, event -> CompletableFuture.failedStage(defect), failure -> failure)
                    .subscribe(listener);
            listener.want(1);
            events.submit(new SubgraphResponse("{}".getBytes(UTF_8)));

            assertSame(defect, listener.failure);
            assertEquals(0, events.getNumberOfSubscribers());
        }
        assertFalse(listener.completed);
    }

    @Test
    void failsWhereNoStreamCanBeOpened() {
        Listener listener = new Listener();
        new EventStream(
                        () -> {
                            throw new IllegalStateException("no such host");
                        },
                        event -> CompletableFuture.failedStage(new IllegalStateException("nobody asked")),
                        failure -> new IllegalArgumentException("shown instead", failure))
                .subscribe(listener);

        IllegalArgumentException failure = assertInstanceOf(IllegalArgumentException.class, listener.failure);
        assertEquals(
                "no such host",
                assertInstanceOf(IllegalStateException.class, failure.getCause())
                        .getMessage());
    }

    @Test
    void completesWithTheSubgraphsStreamAfterTheLastAnswer() {
        Listener listener = listen("subscription { arrived { id } }");
        listener.want(5);

        arrivals.submit(Map.of("id", "D87"));
        arrivals.close();

        assertEquals(1, listener.answers.size());
        assertTrue(listener.completed);
    }

    @Test
    void tellsABrokenStreamByACodeAndNotByItsCause() {
        Listener listener = listen("subscription { arrived { id } }");
        listener.want(1);

        arrivals.closeExceptionally(new IllegalStateException("connection to 10.0.0.7 reset"));

        SubgraphException failure = assertInstanceOf(SubgraphException.class, listener.failure);
        assertEquals(ErrorCode.SUBGRAPH_UNAVAILABLE, failure.code());
        assertEquals("The subgraph trains could not be asked.", failure.getMessage());
    }

    @Test
    void keepsTheStreamWhenOneEventCannotBeCompleted() {
        client.failing("freight", new SubgraphException(ErrorCode.TIMEOUT, "The subgraph freight took too long."));
        Listener listener = listen("subscription { arrived { id cargo } }");
        listener.want(2);

        arrivals.submit(Map.of("id", "D87"));
        arrivals.submit(Map.of("id", "D88"));

        assertEquals(2, listener.answers.size());
        assertTrue(listener.answers.getFirst().contains("\"cargo\":null"));
        assertTrue(listener.answers.getFirst().contains("\"TIMEOUT\""));
        assertNull(listener.failure);
    }

    @Test
    void explainsTheStreamAndTheRequestsOfEachEvent() {
        String plan = engine.explain(request("subscription { arrived { cargo } }"), "context");

        assertPlan("""
                subscription plan, 2 requests
                #0 trains {
                  arrived {
                    id # $id
                  }
                }
                #1 freight after #0 {
                  at arrived
                    by Train (id from $id)
                    {
                      ... on Train {
                        cargo
                      }
                    }
                }
                """, plan);
    }

    @Test
    void refusesToExecuteASubscriptionAndMakesNoStreamOfAQuery() {
        String executed = text(engine.execute(request("subscription { arrived { id } }"), "context")
                .toCompletableFuture()
                .join());

        assertTrue(executed.contains("subscribe to it over a transport for streams"), executed);
        assertInstanceOf(Prepared.Single.class, engine.prepare(request("{ trains { id } }"), "context"));
    }

    @Test
    void refusesTwoRootFields() {
        Prepared subscribed = engine.prepare(request("subscription { arrived { id } departed { id } }"), "context");

        String refusal =
                text(assertInstanceOf(Prepared.Refused.class, subscribed).answer());
        assertTrue(refusal.contains("It must select exactly one"), refusal);
    }

    @Test
    void failsWhoAsksForNoAnswers() {
        Listener listener = listen("subscription { arrived { id } }");

        listener.want(0);

        assertInstanceOf(IllegalArgumentException.class, listener.failure);
        assertEquals(0, arrivals.getNumberOfSubscribers());
    }

    /** Who wants two answers and then as many as there can be has no end of them. */
    @Test
    void addsUpHowManyAnswersAreWantedWithoutOverflow() {
        Listener listener = listen("subscription { arrived { id } }");
        listener.want(2);
        listener.want(Long.MAX_VALUE);

        for (String train : List.of("D87", "D88", "D89")) {
            arrivals.submit(Map.of("id", train));
        }

        assertEquals(3, listener.answers.size());
    }

    private static GraphQLRequest request(String query) {
        return new GraphQLRequest(query, null, Map.of());
    }

    private Listener listen(String query) {
        Prepared subscribed = engine.prepare(request(query), "context");
        Listener listener = new Listener();
        assertInstanceOf(Prepared.Events.class, subscribed).answers().subscribe(listener);
        return listener;
    }

    private static String text(GraphQLResponse response) {
        return new String(response.body(), 0, response.length(), UTF_8);
    }

    /** A client that asks for as many answers as the test says. */
    private static class Listener implements Flow.Subscriber<GraphQLResponse> {
        private final List<String> answers = new ArrayList<>();
        private Flow.@Nullable Subscription subscription;
        private @Nullable Throwable failure;
        private boolean completed;

        void want(long more) {
            Objects.requireNonNull(subscription).request(more);
        }

        void cancel() {
            Objects.requireNonNull(subscription).cancel();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
        }

        @Override
        public void onNext(GraphQLResponse answer) {
            answers.add(text(answer));
        }

        @Override
        public void onError(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public void onComplete() {
            completed = true;
        }
    }
}
