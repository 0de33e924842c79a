package io.lancang.kit.bounds;

import graphql.ExecutionResult;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Executes queries, and answers at once where a limit is exceeded. */
final class BoundedQueries extends AsyncExecutionStrategy {
    private final Admission admission;
    private final ToLongFunction<ExecutionContext> estimate;
    private final Predicate<ExecutionContext> aboutPast;

    BoundedQueries(
            DataFetcherExceptionHandler failures,
            Admission admission,
            ToLongFunction<ExecutionContext> estimate,
            Predicate<ExecutionContext> aboutPast) {
        super(failures);
        this.aboutPast = aboutPast;
        this.admission = admission;
        this.estimate = estimate;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        RequestBudget.of(context.getGraphQLContext()).answersQuery(aboutPast.test(context));
        return admission.admit(context, estimate.applyAsLong(context), () -> super.execute(context, parameters));
    }
}
