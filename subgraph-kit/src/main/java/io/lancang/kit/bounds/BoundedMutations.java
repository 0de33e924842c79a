package io.lancang.kit.bounds;

import graphql.ExecutionResult;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import java.util.concurrent.CompletableFuture;

/** Executes mutations, and answers at once where a limit is exceeded. */
final class BoundedMutations extends AsyncSerialExecutionStrategy {
    BoundedMutations(DataFetcherExceptionHandler failures) {
        super(failures);
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        return RequestBudget.of(context.getGraphQLContext()).endOf(() -> super.execute(context, parameters));
    }
}
