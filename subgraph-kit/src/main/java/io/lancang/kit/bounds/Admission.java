package io.lancang.kit.bounds;

import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import io.lancang.kit.turn.Turns;
import io.lancang.kit.turn.Turns.Turn;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Lets only so many requests be executed at once: together they would need more memory than there is, and none would be
 * sooner. Small questions and large ones stand in lines of their own, so that nobody waits for a large one who asks a small one.
 */
@Singleton
@Unremovable // Looked up while the application runs, which the removal of unused beans does not see.
final class Admission {
    private final int lightValues;
    private final Turns light;
    private final Turns heavy;

    Admission(RequestLimits limits, MeterRegistry metrics) {
        this.lightValues = limits.lightValues();
        this.light = shown("light", new Turns(limits.lightAtOnce(), limits.waiting()), metrics);
        this.heavy = shown("heavy", new Turns(limits.heavyAtOnce(), limits.waiting()), metrics);
    }

    private static Turns shown(String expected, Turns turns, MeterRegistry metrics) {
        Gauge.builder("lancang.requests.waiting", turns, Turns::waiting)
                .tag("expected", expected)
                .description("Requests that wait to be executed, by the answer that is expected")
                .register(metrics);
        return turns;
    }

    /**
     * Executes an operation when its turn has come. Its place is taken until its budget ends.
     *
     * @param values how many its answer is likely to have
     */
    CompletableFuture<ExecutionResult> admit(
            ExecutionContext operation, long values, Supplier<CompletableFuture<ExecutionResult>> execution) {
        RequestBudget budget = RequestBudget.of(operation.getGraphQLContext());
        Turns turns = values > lightValues ? heavy : light;
        return budget.endOf(() -> inTurn(turns, budget, execution));
    }

    private static CompletableFuture<ExecutionResult> inTurn(
            Turns turns, RequestBudget budget, Supplier<CompletableFuture<ExecutionResult>> execution) {
        CompletableFuture<ExecutionResult> later = new CompletableFuture<>();
        Executor threads = Requests.threads().orElse(Infrastructure.getDefaultWorkerPool());
        Turn turn = turns.of(budget.caller(), () -> threads.execute(() -> begin(budget, execution, later)));
        budget.takes(turn);
        return switch (turn.enter()) {
            case AT_ONCE -> execution.get();
            case LATER -> later;
            case REFUSED -> throw budget.refuseToWait();
        };
    }

    @SuppressWarnings("FutureReturnValueIgnored") // All that comes of it is handed on.
    private static void begin(
            RequestBudget budget,
            Supplier<CompletableFuture<ExecutionResult>> execution,
            CompletableFuture<ExecutionResult> later) {
        try {
            budget.checkAsked();
            execution.get().whenComplete((result, failure) -> {
                if (failure == null) {
                    later.complete(result);
                } else {
                    later.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException failure) {
            later.completeExceptionally(failure);
        }
    }
}
