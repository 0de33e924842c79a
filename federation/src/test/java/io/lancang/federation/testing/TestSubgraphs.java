package io.lancang.federation.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.SubgraphClient;
import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.SubgraphResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/** Asks subgraphs in memory, notes every request, and breaks the subgraphs that a test wants broken. Thread-safe. */
public final class TestSubgraphs implements SubgraphClient<Object> {
    private final Map<String, TestSubgraph> subgraphs = new HashMap<>();
    private final Map<String, SubgraphClient<Object>> faults = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Executor executor;

    private TestSubgraphs(Executor executor, TestSubgraph... subgraphs) {
        this.executor = executor;
        for (TestSubgraph subgraph : subgraphs) {
            this.subgraphs.put(subgraph.name(), subgraph);
        }
    }

    /** Answers before {@code send} returns. */
    public static TestSubgraphs of(TestSubgraph... subgraphs) {
        return new TestSubgraphs(Runnable::run, subgraphs);
    }

    /** Answers on the threads of an executor. */
    public static TestSubgraphs on(Executor executor, TestSubgraph... subgraphs) {
        return new TestSubgraphs(executor, subgraphs);
    }

    /** From now on a subgraph answers like this. */
    public TestSubgraphs breaking(String subgraph, SubgraphClient<Object> fault) {
        faults.put(subgraph, fault);
        return this;
    }

    /** From now on a subgraph answers with this text, whatever is asked. */
    public TestSubgraphs answering(String subgraph, String answer) {
        return breaking(
                subgraph, request -> CompletableFuture.completedFuture(new SubgraphResponse(answer.getBytes(UTF_8))));
    }

    /** From now on a subgraph fails. */
    public TestSubgraphs failing(String subgraph, SubgraphException failure) {
        return breaking(subgraph, request -> CompletableFuture.failedFuture(failure));
    }

    /** All requests so far, each as the subgraph's name and the body. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public CompletionStage<SubgraphResponse> send(SubgraphRequest<Object> request) {
        StrictJson.check(request.body());
        requests.add(request.subgraph() + " " + new String(request.body(), UTF_8));
        SubgraphClient<Object> fault = faults.get(request.subgraph());
        if (fault != null) {
            return fault.send(request);
        }
        TestSubgraph subgraph = subgraphs.get(request.subgraph());
        if (subgraph == null) {
            throw new IllegalArgumentException("no subgraph " + request.subgraph());
        }
        return CompletableFuture.supplyAsync(() -> new SubgraphResponse(subgraph.answer(request.body())), executor);
    }

    @Override
    public Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest<Object> request) {
        StrictJson.check(request.body());
        requests.add(request.subgraph() + " " + new String(request.body(), UTF_8));
        TestSubgraph subgraph = Objects.requireNonNull(subgraphs.get(request.subgraph()));
        return subgraph.events(request.body());
    }
}
