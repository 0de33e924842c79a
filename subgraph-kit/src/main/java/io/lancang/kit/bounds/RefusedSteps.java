package io.lancang.kit.bounds;

import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import io.lancang.kit.error.RefusedRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Lets the steps of a refused request fail without a word: its client has been answered or has gone, and to tell of each of
 * thousands of steps costs more than to take it. Other failures are handed on.
 */
final class RefusedSteps implements DataFetcherExceptionHandler {
    private final DataFetcherExceptionHandler others;

    RefusedSteps(DataFetcherExceptionHandler others) {
        this.others = others;
    }

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters failed) {
        return isRefusal(failed.getException())
                ? CompletableFuture.completedFuture(
                        DataFetcherExceptionHandlerResult.newResult().build())
                : others.handleException(failed);
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof RefusedRequest
                || (failure instanceof CompletionException wrapped && wrapped.getCause() instanceof RefusedRequest);
    }
}
