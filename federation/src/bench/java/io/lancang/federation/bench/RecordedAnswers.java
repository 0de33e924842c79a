package io.lancang.federation.bench;

import io.lancang.federation.SubgraphClient;
import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.SubgraphResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Gives the answers of an earlier run again, whose bytes are ready, so that what is measured is the engine and no subgraph.
 * Where answers come at once, an engine sends the same requests in the same order; a request that differs in its subgraph or
 * its length fails. Looking an answer up by its request would cost more than some of what is measured.
 *
 * <p>Immutable: how far a run has come is in its {@link Position}, the context of its request.
 */
final class RecordedAnswers implements SubgraphClient<Object> {
    private final List<Exchange> exchanges;

    private RecordedAnswers(List<Exchange> exchanges) {
        this.exchanges = List.copyOf(exchanges);
    }

    /** How many answers a run has taken. */
    static final class Position {
        private int next;
    }

    private record Exchange(String subgraph, int requestLength, CompletionStage<SubgraphResponse> response) {}

    /** Asks and writes down what comes back. */
    static final class Recorder implements SubgraphClient<Object> {
        private final SubgraphClient<Object> subgraphs;
        private final List<Exchange> exchanges = new ArrayList<>();

        /** @param subgraphs answer before {@code send} returns */
        Recorder(SubgraphClient<Object> subgraphs) {
            this.subgraphs = subgraphs;
        }

        @Override
        public CompletionStage<SubgraphResponse> send(SubgraphRequest<Object> request) {
            SubgraphResponse response =
                    subgraphs.send(request).toCompletableFuture().join();
            CompletionStage<SubgraphResponse> ready = CompletableFuture.completedFuture(response);
            exchanges.add(new Exchange(request.subgraph(), request.body().length, ready));
            return ready;
        }

        /** All that has been answered. */
        RecordedAnswers recorded() {
            return new RecordedAnswers(exchanges);
        }
    }

    /** The bytes of all answers, in the order in which they were given. */
    List<byte[]> bodies() {
        return exchanges.stream()
                .map(exchange ->
                        exchange.response().toCompletableFuture().join().body())
                .toList();
    }

    @Override
    public CompletionStage<SubgraphResponse> send(SubgraphRequest<Object> request) {
        Position position = (Position) request.context();
        Exchange exchange = exchanges.get(position.next++);
        if (!exchange.subgraph().equals(request.subgraph()) || exchange.requestLength() != request.body().length) {
            throw new IllegalStateException("request " + position.next + " is another than the one recorded");
        }
        return exchange.response();
    }
}
