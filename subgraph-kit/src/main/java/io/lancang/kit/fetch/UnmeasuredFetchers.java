package io.lancang.kit.fetch;

import graphql.schema.DataFetchingEnvironment;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.smallrye.graphql.runtime.spi.datafetcher.QuarkusDataFetcherService;
import io.quarkus.smallrye.graphql.runtime.spi.datafetcher.QuarkusDefaultDataFetcher;
import io.quarkus.smallrye.graphql.runtime.spi.datafetcher.QuarkusUniDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fetches as the extension does, without its list of what it measures. A number is added to that list with each fetch and taken
 * away when there is a value; where there never is one, since the request was refused or its client has left, it stays for ever:
 * 50 bytes for each of thousands of fields of each such request. The metrics that the list is for are switched off here.
 *
 * <p>A fetcher is made once for each operation. It knows nothing of requests, and the extension wants one for each batch of the
 * schema with each request: to find the methods of all of them took an eighth of a small request's time.
 */
// Requests are executed by a service of ours, which looks for everybody who makes fetchers while the application runs.
@RegisterForReflection(targets = {UnmeasuredFetchers.class, QuarkusDataFetcherService.class})
public final class UnmeasuredFetchers implements DataFetcherService {
    /** Before the extension's own, which have 1. */
    private static final Integer PRIORITY = 0;

    /** As many as the schema has operations; known by identity, as the extension gives the same ones again and again. */
    private final Map<Operation, PlugableBatchableDataFetcher<?, ?>> made =
            Collections.synchronizedMap(new IdentityHashMap<>());

    @Override
    public Integer getPriority() {
        return PRIORITY;
    }

    @Override
    public PlugableBatchableDataFetcher<?, ?> getUniDataFetcher(Operation operation, Type type) {
        return made.computeIfAbsent(operation, each -> new Later<>(each, type));
    }

    @Override
    public PlugableBatchableDataFetcher<?, ?> getDefaultDataFetcher(Operation operation, Type type) {
        return made.computeIfAbsent(operation, each -> new AtOnce<>(each, type));
    }

    @Override
    public PlugableBatchableDataFetcher<?, ?> getMultiDataFetcher(Operation operation, Type type) {
        return made.computeIfAbsent(operation, each -> new EventFetcher<>(each, type));
    }

    private static final class Later<K, T> extends QuarkusUniDataFetcher<K, T> {
        Later(Operation operation, Type type) {
            super(operation, type);
            measurementIds = new NoMeasurements();
        }

        @Override
        protected Uni<?> handleUserMethodCall(DataFetchingEnvironment environment, Object[] arguments)
                throws Exception {
            return told(super.handleUserMethodCall(environment, arguments));
        }

        @Override
        protected Uni<List<T>> handleUserBatchLoad(DataFetchingEnvironment environment, Object[] arguments)
                throws Exception {
            return told(super.handleUserBatchLoad(environment, arguments));
        }
    }

    /**
     * The extension answers null, and no error, for a failure that is neither an exception nor an error of the machine. One of those ends a
     * wait for a connection that took too long.
     */
    static <T> Uni<T> told(Uni<T> fetched) {
        return fetched.onFailure(failure -> !(failure instanceof Exception || failure instanceof Error))
                .transform(failure -> new VertxException(failure.getMessage(), failure));
    }

    private static final class AtOnce<K, T> extends QuarkusDefaultDataFetcher<K, T> {
        AtOnce(Operation operation, Type type) {
            super(operation, type);
            measurementIds = new NoMeasurements();
        }
    }
}
