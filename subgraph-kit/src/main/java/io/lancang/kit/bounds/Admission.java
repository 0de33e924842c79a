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
 * Large ones are under way together as long as their answers are not larger, all in all, than one answer may be.
 */
@Singleton
@Unremovable // Looked up while the application runs, which the removal of unused beans does not see.
final class Admission {
    private final RequestLimits limits;
    private final Turns light;
    private final Turns heavy;

    Admission(RequestLimits limits, MeterRegistry metrics) {
        this.limits = limits;
        this.light = shown("light", new Turns(limits.lightAtOnce(), limits.waiting()), metrics);
        this.heavy = shown("heavy", new Turns(limits.values(), limits.waiting()), metrics);
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
        return budget.endOf(() -> values > limits.lightValues()
                ? inTurn(heavy, Math.max(values, leastOfHeavy()), budget, execution)
                : inTurn(light, 1, budget, execution));
    }

    /** However few values are expected of them, there are only so many at once. */
    private int leastOfHeavy() {
        return limits.values() / limits.heavyAtOnce();
    }

    private CompletableFuture<ExecutionResult> inTurn(
            Turns turns, long weight, RequestBudget budget, Supplier<CompletableFuture<ExecutionResult>> execution) {
        CompletableFuture<ExecutionResult> later = new CompletableFuture<>();
        Executor threads = Requests.threads().orElse(Infrastructure.getDefaultWorkerPool());
        Turn turn = turns.of(budget.caller(), weight, () -> threads.execute(() -> begin(budget, execution, later)));
        budget.takes(turn, turns == heavy);
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
