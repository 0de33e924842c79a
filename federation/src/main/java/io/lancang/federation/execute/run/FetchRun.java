package io.lancang.federation.execute.run;

import io.lancang.federation.OperationType;
import io.lancang.federation.QueryParts;
import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.execute.answer.ClientPosition;
import io.lancang.federation.execute.answer.Origins;
import io.lancang.federation.execute.compile.ExecutablePlan;
import io.lancang.federation.execute.compile.FetchStep;
import io.lancang.federation.execute.request.EntityRequest;
import io.lancang.federation.execute.request.Representations;
import io.lancang.federation.execute.request.RequestVariables;
import io.lancang.federation.execute.tree.MergedTree;
import io.lancang.federation.execute.tree.ShortenedLists;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fetches of one request on their way through a plan. Each fetch is sent as soon as the fetches that it waits for are
 * merged. Answers may arrive on any thread, several at a time; an {@link Inbox} hands them over one after the other, so that
 * one thread at a time owns the tree and nobody waits.
 */
final class FetchRun implements Origins {
    private final ExecutablePlan plan;
    private final Caller<?> caller;
    private final RequestVariables variables;
    private final Listener listener;
    private final @Nullable ShortenedLists lists;

    private final MergedTree tree;
    private final int root;
    private final AnswerMerger merger;
    private final FetchOrder order;
    private final StaleAnswers stale = new StaleAnswers();
    private final boolean isQuery;
    private final boolean isMutation;
    private int current = FetchOrder.NONE;
    private boolean stopped;

    private final Inbox<Event> inbox = new Inbox<>(this::handle);

    /**
     * @param errors takes what is wrong with subgraphs' answers, at paths of the whole answer
     * @param listener is called by the owner of the tree
     */
    FetchRun(
            ExecutablePlan plan,
            Caller<?> caller,
            RequestVariables variables,
            Consumer<GraphQLError> errors,
            Listener listener) {
        this(plan, caller, variables, errors, listener, /* lists= */ null);
    }

    /** @param lists that are shortened as soon as they have come; null if none are */
    FetchRun(
            ExecutablePlan plan,
            Caller<?> caller,
            RequestVariables variables,
            Consumer<GraphQLError> errors,
            Listener listener,
            @Nullable ShortenedLists lists) {
        this.lists = lists;
        this.plan = plan;
        this.caller = caller;
        this.variables = variables;
        this.listener = listener;
        isQuery = plan.operation().type() == OperationType.QUERY;
        isMutation = plan.operation().type() == OperationType.MUTATION;
        tree = new MergedTree(plan.sizes().cells());
        root = tree.allocate(plan.shape().width());
        FetchErrors fetchErrors =
                new FetchErrors(tree, root, ClientPosition.root(root, plan.wholeProjection(variables)), errors);
        merger = new AnswerMerger(tree, root, fetchErrors, caller::shown);
        order = new FetchOrder(plan.steps());
    }

    /** Hears of what happens to the fetches, as the owner of the tree. */
    interface Listener {
        /** More fetches may be done than before. */
        void advanced();

        /** Nobody can repair the tree now. Nothing follows. */
        void broken(Throwable defect);
    }

    /** What moves a request on. */
    private sealed interface Event {
        record Started() implements Event {}

        /** What a subscription's first fetch gave this time. */
        record Happened(SubgraphResponse event) implements Event {}

        /** Somebody wants to do something as the owner of the tree. */
        record Entered(Runnable action) implements Event {}

        record Answered(int fetch, FetchStep step, List<Representations> calls, SubgraphResponse response)
                implements Event {}

        record Failed(
                int fetch,
                FetchStep step,
                List<Representations> calls,
                @Nullable Throwable failure) implements Event {}
    }

    /** Sends what can be sent. */
    void start() {
        inbox.put(new Event.Started());
    }

    /** As {@link #start()}, of a subscription: its first fetch, on which all others wait, has given an event. */
    void start(SubgraphResponse event) {
        inbox.put(new Event.Happened(event));
    }

    /** Does something as the owner of the tree: at once, or when whoever owns it now is ready. */
    void enter(Runnable action) {
        inbox.put(new Event.Entered(action));
    }

    /** Sends nothing more and forgets answers that are still to come. To be called by the owner of the tree. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    boolean areAllDone() {
        return order.areAllDone();
    }

    boolean areDone(BitSet fetches) {
        return order.areDone(fetches);
    }

    /** The fetch whose answer is being taken in; {@link FetchOrder#NONE} if none is. */
    int current() {
        return current;
    }

    /** The subgraphs whose answers are old ones. */
    StaleAnswers stale() {
        return stale;
    }

    MergedTree tree() {
        return tree;
    }

    /** The address of the root object. */
    int root() {
        return root;
    }

    @Override
    public String ofBuffer(int buffer) {
        return merger.subgraph(buffer);
    }

    @Override
    public @Nullable String ofPlace(List<Integer> slots) {
        return new AskedSubgraphs(plan.steps()).only(slots);
    }

    private void handle(Event event) {
        if (stopped) {
            return;
        }
        try {
            take(event);
            sendReady();
            listener.advanced();
        } catch (RuntimeException | Error defect) {
            stopped = true;
            listener.broken(defect);
            if (defect instanceof OutOfMemoryError end) {
                // Not this request's affair alone: whoever runs the process must hear of it.
                throw end;
            }
        }
    }

    private void take(Event event) {
        switch (event) {
            case Event.Started started -> order.begin();
            case Event.Entered(Runnable action) -> action.run();
            case Event.Happened(SubgraphResponse happened) -> {
                order.begin();
                int first = order.next();
                current = first;
                merger.merge(plan.steps().get(first), List.of(), happened.body());
                order.finish(first);
            }
            case Event.Answered(int fetch, FetchStep step, List<Representations> calls, SubgraphResponse response) -> {
                current = fetch;
                stale.note(step.subgraph(), response);
                merger.merge(step, calls, response.body());
                if (lists != null) {
                    lists.shorten(tree, root);
                }
                order.finish(fetch);
            }
            case Event.Failed(int fetch, FetchStep step, List<Representations> calls, Throwable failure) -> {
                current = fetch;
                merger.fail(step, calls, error(step, failure));
                order.finish(fetch);
            }
        }
    }

    /** Sends fetches that are done once more, for other objects than before, one after the other as the plan says. */
    void sendAgain(BitSet fetches) {
        order.again(fetches);
        sendReady();
    }

    private void sendReady() {
        for (int fetch = order.next(); fetch != FetchOrder.NONE; fetch = order.next()) {
            send(fetch);
        }
    }

    private void send(int fetch) {
        switch (plan.steps().get(fetch)) {
            case FetchStep.Root step -> {
                if (variables.satisfyAny(step.when())
                        && step.path().objects(tree, root).size() > 0) {
                    byte[] body = step.request().body(variables);
                    send(fetch, step, List.of(), body, () -> step.request().parts(variables, body));
                } else {
                    order.finish(fetch);
                }
            }
            case FetchStep.Entities step -> {
                EntityRequest.Written request = step.request().write(tree, root, variables);
                if (request == null) {
                    order.finish(fetch);
                } else {
                    send(
                            fetch,
                            step.as(request),
                            request.representations(),
                            request.body(),
                            () -> step.request().parts(request, variables));
                }
            }
        }
    }

    private void send(int fetch, FetchStep step, List<Representations> calls, byte[] body, Supplier<QueryParts> parts) {
        CompletionStage<SubgraphResponse> answer;
        try {
            boolean changes = isMutation && step instanceof FetchStep.Root;
            answer = caller.send(
                    step.subgraph(),
                    body,
                    isQuery ? parts : null,
                    changes,
                    plan.positions().get(fetch),
                    entities(calls));
        } catch (RuntimeException failure) {
            inbox.put(new Event.Failed(fetch, step, calls, failure));
            return;
        }
        answer.whenComplete((response, failure) -> inbox.put(
                response == null
                        ? new Event.Failed(fetch, step, calls, failure)
                        : new Event.Answered(fetch, step, calls, response)));
    }

    private static int entities(List<Representations> calls) {
        int all = 0;
        for (Representations call : calls) {
            all += call.count();
        }
        return all;
    }

    private static GraphQLError error(FetchStep step, @Nullable Throwable failure) {
        SubgraphException expected = SubgraphFailures.expected(step.subgraph(), failure);
        return GraphQLError.of(expected.code(), expected.getMessage());
    }
}
