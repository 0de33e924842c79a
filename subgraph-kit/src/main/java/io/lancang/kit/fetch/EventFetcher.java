package io.lancang.kit.fetch;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.SmallRyeGraphQLServerMessages;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.execution.datafetcher.MultiDataFetcher;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.mutiny.Multi;
import java.util.function.Function;
import mutiny.zero.flow.adapters.AdaptersToReactiveStreams;

/**
 * The events of a subscription, each with a result of its own. The extension has one for all of them: what ended a subscription was told
 * with the data of the event before it, so that its client got that event twice.
 */
final class EventFetcher<K, T> extends MultiDataFetcher<K, T> {
    EventFetcher(Operation operation, Type type) {
        super(operation, type);
        measurementIds = new NoMeasurements();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // The extension declares it so, and hands on what it gets.
    protected <O> O invokeAndTransform(
            Context context,
            DataFetchingEnvironment environment,
            DataFetcherResult.Builder<Object> ofAllEvents,
            Object[] arguments)
            throws Exception {
        Multi<DataFetcherResult<Object>> results = results(
                handleUserMethodCall(environment, arguments),
                environment.getGraphQlContext(),
                event -> fieldHelper.transformOrAdaptResponse(event, environment),
                (failure, result) -> {
                    eventEmitter.fireOnDataFetchError(context, failure);
                    errorResultHelper.appendException(
                            result,
                            environment,
                            SmallRyeGraphQLServerMessages.msg.dataFetcherException(operation, failure));
                });
        return (O) AdaptersToReactiveStreams.publisher(results.onSubscription()
                .invoke(() -> metricsEmitter.subscriptionStart(context))
                .onTermination()
                .invoke(() -> metricsEmitter.subscriptionEnd(context)));
    }

    /** Turns an event into what its fields are read from. */
    @FunctionalInterface
    interface Adapter {
        Object adapt(Object event) throws Exception;
    }

    /** Adds what went wrong to a result. */
    @FunctionalInterface
    interface Teller {
        void tell(Throwable failure, DataFetcherResult.Builder<Object> result);
    }

    /** A result for each event, and one without data for the failure that ends them. */
    static Multi<DataFetcherResult<Object>> results(
            Multi<?> events, Object localContext, Adapter adapter, Teller teller) {
        Function<Throwable, DataFetcherResult<Object>> failed = failure -> {
            DataFetcherResult.Builder<Object> result =
                    DataFetcherResult.newResult().localContext(localContext);
            teller.tell(failure, result);
            return result.build();
        };
        return events.<DataFetcherResult<Object>>map(event -> {
                    try {
                        return DataFetcherResult.newResult()
                                .localContext(localContext)
                                .data(adapter.adapt(event))
                                .build();
                    } catch (Exception unfit) {
                        return failed.apply(unfit);
                    }
                })
                .onFailure()
                .recoverWithItem(failed);
    }
}
