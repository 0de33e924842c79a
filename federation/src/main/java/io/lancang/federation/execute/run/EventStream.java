package io.lancang.federation.execute.run;

import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.engine.Delivery;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes an answer of each event of a subgraph's stream. One event is asked for at a time, and only when the client wants one
 * more answer: answers keep the order of their events, and a slow client slows its subgraph instead of filling memory.
 */
public final class EventStream implements Flow.Publisher<GraphQLResponse> {
    private final Supplier<Flow.Publisher<SubgraphResponse>> source;
    private final Function<SubgraphResponse, CompletionStage<GraphQLResponse>> answering;
    private final UnaryOperator<Throwable> failing;

    /**
     * @param source opens the subgraph's stream; called once a subscriber
     * @param answering completes the answer to an event
     * @param failing the error that subscribers get when the source fails
     */
    public EventStream(
            Supplier<Flow.Publisher<SubgraphResponse>> source,
            Function<SubgraphResponse, CompletionStage<GraphQLResponse>> answering,
            UnaryOperator<Throwable> failing) {
        this.source = source;
        this.answering = answering;
        this.failing = failing;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super GraphQLResponse> client) {
        new Delivery(client).start();
    }

    /** What moves a delivery on. */
    private sealed interface Signal {
        record Opened(Flow.Subscription events) implements Signal {}

        record Wanted(long answers) implements Signal {}

        record Happened(SubgraphResponse event) implements Signal {}

        record Answered(GraphQLResponse answer) implements Signal {}

        /** @param failure null if the stream completed */
        record Ended(@Nullable Throwable failure) implements Signal {}

        /** The answer to an event could not be made: a defect. */
        record Broken(Throwable defect) implements Signal {}

        record Cancelled() implements Signal {}
    }

    /** One subscriber's stream. Signals arrive on any thread; the inbox hands them over one at a time. */
    private final class Delivery implements Flow.Subscriber<SubgraphResponse>, Flow.Subscription {
        private final Flow.Subscriber<? super GraphQLResponse> client;
        private final Inbox<Signal> inbox = new Inbox<>(this::handle);
        private Flow.@Nullable Subscription events;
        private Signal.@Nullable Ended end;
        private long wanted;
        private boolean answering;
        private boolean awaited;
        private boolean done;

        Delivery(Flow.Subscriber<? super GraphQLResponse> client) {
            this.client = client;
        }

        void start() {
            client.onSubscribe(this);
            try {
                source.get().subscribe(this);
            } catch (RuntimeException failure) {
                inbox.put(new Signal.Ended(failure));
            }
        }

        @Override
        public void request(long answers) {
            inbox.put(new Signal.Wanted(answers));
        }

        @Override
        public void cancel() {
            inbox.put(new Signal.Cancelled());
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            inbox.put(new Signal.Opened(subscription));
        }

        @Override
        public void onNext(SubgraphResponse event) {
            inbox.put(new Signal.Happened(event));
        }

        @Override
        public void onError(Throwable failure) {
            inbox.put(new Signal.Ended(failure));
        }

        @Override
        public void onComplete() {
            inbox.put(new Signal.Ended(null));
        }

        private void handle(Signal signal) {
            if (done) {
                if (signal instanceof Signal.Opened(Flow.Subscription late)) {
                    late.cancel();
                }
                return;
            }
            switch (signal) {
                case Signal.Opened(Flow.Subscription opened) -> {
                    events = opened;
                    pull();
                }
                case Signal.Wanted(long answers) -> want(answers);
                case Signal.Happened(SubgraphResponse event) -> answer(event);
                case Signal.Answered(GraphQLResponse answer) -> deliver(answer);
                case Signal.Ended ended -> {
                    end = ended;
                    if (!answering) {
                        finish(ended);
                    }
                }
                case Signal.Broken(Throwable defect) -> {
                    close();
                    client.onError(defect);
                }
                case Signal.Cancelled cancelled -> close();
            }
        }

        private void want(long answers) {
            if (answers <= 0) {
                close();
                client.onError(
                        new IllegalArgumentException("asked for " + answers + " answers; it must be one or more"));
                return;
            }
            wanted = wanted + answers < 0 ? Long.MAX_VALUE : wanted + answers;
            pull();
        }

        private void pull() {
            if (events != null && !awaited && wanted > 0) {
                awaited = true;
                events.request(1);
            }
        }

        private void answer(SubgraphResponse event) {
            answering = true;
            EventStream.this
                    .answering
                    .apply(event)
                    .whenComplete((answer, defect) ->
                            inbox.put(answer == null ? new Signal.Broken(defect) : new Signal.Answered(answer)));
        }

        private void deliver(GraphQLResponse answer) {
            answering = false;
            awaited = false;
            wanted = wanted == Long.MAX_VALUE ? wanted : wanted - 1;
            client.onNext(answer);
            if (end == null) {
                pull();
            } else {
                finish(end);
            }
        }

        private void finish(Signal.Ended ended) {
            done = true;
            if (ended.failure() == null) {
                client.onComplete();
            } else {
                client.onError(failing.apply(ended.failure()));
            }
        }

        private void close() {
            done = true;
            if (events != null) {
                events.cancel();
            }
        }
    }
}
