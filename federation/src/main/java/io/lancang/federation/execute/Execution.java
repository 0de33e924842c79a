package io.lancang.federation.execute;

import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.execute.answer.AnswerErrors;
import io.lancang.federation.execute.answer.AnswerWriter;
import io.lancang.federation.execute.answer.ClientPosition;
import io.lancang.federation.execute.answer.ObjectProjection;
import io.lancang.federation.execute.answer.ResponseWriter;
import io.lancang.federation.execute.json.ByteSink;
import io.lancang.federation.execute.request.EntityRequest;
import io.lancang.federation.execute.request.Representations;
import io.lancang.federation.execute.request.RequestVariables;
import io.lancang.federation.execute.tree.MergedTree;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through a plan. Each fetch is sent as soon as the fetches that it waits for are merged. Answers may
 * arrive on any thread, several at a time; an {@link Inbox} hands them over one after the other, so that one thread at a time
 * owns the tree and nobody waits.
 */
final class Execution {
    private final ExecutablePlan plan;
    private final SubgraphClient client;
    private final RequestVariables variables;
    private final Object context;
    private final Map<String, byte[]> introspection;

    private final ObjectProjection projection;
    private final MergedTree tree;
    private final int root;
    private final AnswerErrors errors;
    private final AnswerMerger merger;
    private final int[] waitsFor;
    private final Queue<Integer> ready = new ArrayDeque<>();
    private int unfinished;

    private final Inbox<Event> inbox = new Inbox<>(this::handle);
    private final CompletableFuture<GraphQLResponse> result = new CompletableFuture<>();

    /**
     * @param introspection answers of {@code __schema} and {@code __type} by response key
     * @param errors those known already
     */
    Execution(
            ExecutablePlan plan,
            SubgraphClient client,
            RequestVariables variables,
            Object context,
            Map<String, byte[]> introspection,
            AnswerErrors errors) {
        this.plan = plan;
        this.client = client;
        this.variables = variables;
        this.context = context;
        this.introspection = introspection;
        this.errors = errors;
        projection = plan.projection(variables);
        tree = new MergedTree(plan.sizes().cells());
        root = tree.allocate(plan.shape().width());
        FetchErrors fetchErrors = new FetchErrors(tree, root, ClientPosition.root(root, projection), errors);
        merger = new AnswerMerger(tree, root, fetchErrors);
        unfinished = plan.steps().size();
        waitsFor = new int[unfinished];
    }

    /** What moves a request on. */
    private sealed interface Event {
        record Started() implements Event {}

        /** What a subscription's first fetch gave this time. */
        record Happened(SubgraphResponse event) implements Event {}

        record Answered(int fetch, FetchStep step, List<Representations> calls, SubgraphResponse response)
                implements Event {}

        record Failed(
                int fetch,
                FetchStep step,
                List<Representations> calls,
                @Nullable Throwable failure) implements Event {}
    }

    /** Sends what can be sent. The stage completes on the thread that takes in the last answer. */
    CompletionStage<GraphQLResponse> start() {
        inbox.put(new Event.Started());
        return result;
    }

    /** As {@link #start}, of a subscription: its first fetch, on which all others wait, has given an event. */
    CompletionStage<GraphQLResponse> start(SubgraphResponse event) {
        inbox.put(new Event.Happened(event));
        return result;
    }

    private void handle(Event event) {
        if (result.isDone()) {
            return;
        }
        try {
            switch (event) {
                case Event.Started started -> begin();
                case Event.Happened(SubgraphResponse happened) -> {
                    begin();
                    int first = ready.remove();
                    merger.merge(plan.steps().get(first), List.of(), happened.body());
                    finish(first);
                }
                case Event.Answered(
                        int fetch,
                        FetchStep step,
                        List<Representations> calls,
                        SubgraphResponse response) -> {
                    merger.merge(step, calls, response.body());
                    finish(fetch);
                }
                case Event.Failed(int fetch, FetchStep step, List<Representations> calls, Throwable failure) -> {
                    merger.fail(step, calls, error(step, failure));
                    finish(fetch);
                }
            }
            sendReady();
            if (unfinished == 0) {
                result.complete(answer());
            }
        } catch (RuntimeException | Error defect) {
            // Nobody can repair the tree now; the caller learns of the defect, and later answers change nothing.
            result.completeExceptionally(defect);
        }
    }

    private void begin() {
        for (int fetch = 0; fetch < waitsFor.length; fetch++) {
            waitsFor[fetch] = plan.steps().get(fetch).waitsFor();
            if (waitsFor[fetch] == 0) {
                ready.add(fetch);
            }
        }
    }

    private void sendReady() {
        for (Integer fetch = ready.poll(); fetch != null; fetch = ready.poll()) {
            send(fetch);
        }
    }

    private void send(int fetch) {
        switch (plan.steps().get(fetch)) {
            case FetchStep.Root step -> {
                if (variables.satisfyAny(step.when())
                        && step.path().objects(tree, root).size() > 0) {
                    send(fetch, step, List.of(), step.request().body(variables));
                } else {
                    finish(fetch);
                }
            }
            case FetchStep.Entities step -> {
                EntityRequest.Written request = step.request().write(tree, root, variables);
                if (request == null) {
                    finish(fetch);
                } else {
                    send(fetch, step.as(request), request.representations(), request.body());
                }
            }
        }
    }

    private void send(int fetch, FetchStep step, List<Representations> calls, byte[] body) {
        CompletionStage<SubgraphResponse> answer;
        try {
            answer = client.send(new SubgraphRequest(step.subgraph(), body, context));
        } catch (RuntimeException failure) {
            inbox.put(new Event.Failed(fetch, step, calls, failure));
            return;
        }
        answer.whenComplete((response, failure) -> inbox.put(
                response == null
                        ? new Event.Failed(fetch, step, calls, failure)
                        : new Event.Answered(fetch, step, calls, response)));
    }

    private void finish(int fetch) {
        unfinished--;
        for (int follower : plan.steps().get(fetch).followers()) {
            waitsFor[follower]--;
            if (waitsFor[follower] == 0) {
                ready.add(follower);
            }
        }
    }

    private static GraphQLError error(FetchStep step, @Nullable Throwable failure) {
        SubgraphException expected = SubgraphFailures.expected(step.subgraph(), failure);
        return GraphQLError.of(expected.code(), expected.getMessage());
    }

    private GraphQLResponse answer() {
        ByteSink sink = new ByteSink(plan.sizes().bytes());
        AnswerWriter data = new AnswerWriter(tree, sink, errors, merger::subgraph, introspection);
        ResponseWriter.write(sink, () -> data.write(projection, root), errors);
        plan.sizes().note(tree.used(), sink.length());
        GraphQLResponse.Outcome outcome =
                errors.isEmpty() ? GraphQLResponse.Outcome.DATA : GraphQLResponse.Outcome.DATA_WITH_ERRORS;
        return new GraphQLResponse(outcome, sink.bytes(), sink.length());
    }
}
