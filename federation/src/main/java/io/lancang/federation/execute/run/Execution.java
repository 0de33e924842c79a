package io.lancang.federation.execute.run;

import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.execute.answer.AnswerErrors;
import io.lancang.federation.execute.answer.AnswerExtensions;
import io.lancang.federation.execute.answer.AnswerTooLargeException;
import io.lancang.federation.execute.answer.AnswerWriter;
import io.lancang.federation.execute.answer.ResponseWriter;
import io.lancang.federation.execute.compile.ExecutablePlan;
import io.lancang.federation.execute.request.RequestVariables;
import io.lancang.federation.json.ByteSink;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request that is answered as a whole, when all of its fetches are done. */
public final class Execution implements FetchRun.Listener {
    private final ExecutablePlan plan;
    private final RequestVariables variables;
    private final Map<String, byte[]> introspection;
    private final AnswerErrors errors;
    private final @Nullable AnswerExtensions extensions;
    private final Supplier<Map<String, @Nullable Object>> more;
    private final int maximumBytes;
    private final FetchRun run;
    private final CompletableFuture<GraphQLResponse> result = new CompletableFuture<>();

    /**
     * @param introspection answers of {@code __schema} and {@code __type} by response key
     * @param errors those known already
     * @param extensions what the answer says of itself; null if nothing
     * @param more entries behind those, asked for when all else is written
     * @param maximumBytes how long the answer may be
     */
    public Execution(
            ExecutablePlan plan,
            Caller<?> caller,
            RequestVariables variables,
            Map<String, byte[]> introspection,
            AnswerErrors errors,
            @Nullable AnswerExtensions extensions,
            Supplier<Map<String, @Nullable Object>> more,
            int maximumBytes) {
        this.plan = plan;
        this.variables = variables;
        this.introspection = introspection;
        this.errors = errors;
        this.extensions = extensions;
        this.more = more;
        this.maximumBytes = maximumBytes;
        run = new FetchRun(plan, caller, variables, errors::add, this);
    }

    /** Sends what can be sent. The stage completes on the thread that takes in the last answer. */
    public CompletionStage<GraphQLResponse> start() {
        run.start();
        return result;
    }

    /** As {@link #start()}, of a subscription: its first fetch, on which all others wait, has given an event. */
    public CompletionStage<GraphQLResponse> start(SubgraphResponse event) {
        run.start(event);
        return result;
    }

    @Override
    public void advanced() {
        if (run.areAllDone()) {
            run.stop();
            result.complete(answer());
        }
    }

    @Override
    public void broken(Throwable defect) {
        result.completeExceptionally(defect);
    }

    private GraphQLResponse answer() {
        ByteSink sink = new ByteSink(plan.sizes().bytes());
        AnswerWriter data = new AnswerWriter(run.tree(), sink, errors, run, introspection, maximumBytes);
        try {
            ResponseWriter.write(
                    sink,
                    () -> data.write(plan.projection(variables), run.root()),
                    errors,
                    run.stale().over(extensions),
                    more);
        } catch (AnswerTooLargeException tooLarge) {
            return tooLarge(tooLarge);
        }
        plan.sizes().note(run.tree().used(), sink.length());
        GraphQLResponse.Outcome outcome =
                errors.isEmpty() ? GraphQLResponse.Outcome.DATA : GraphQLResponse.Outcome.DATA_WITH_ERRORS;
        return new GraphQLResponse(outcome, sink.bytes(), sink.length(), errors.counts());
    }

    private static GraphQLResponse tooLarge(AnswerTooLargeException exception) {
        AnswerErrors only = new AnswerErrors();
        only.add(exception.error());
        ByteSink sink = new ByteSink(512);
        ResponseWriter.write(sink, () -> sink.write(ResponseWriter.NULL), only);
        return new GraphQLResponse(
                GraphQLResponse.Outcome.DATA_WITH_ERRORS, sink.bytes(), sink.length(), only.counts());
    }
}
