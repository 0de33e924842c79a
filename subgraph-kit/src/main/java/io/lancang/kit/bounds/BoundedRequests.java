package io.lancang.kit.bounds;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.execution.QueryCache;
import io.smallrye.graphql.execution.error.ExceptionHandler;
import io.smallrye.graphql.spi.EventingService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bounds every execution of the GraphQL extension, which finds this class through {@link java.util.ServiceLoader}. Holds no
 * state: it may live in the heap of a native image, built before configuration.
 */
public final class BoundedRequests implements EventingService {
    /** Always on. */
    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        RequestLimits limits = bean(RequestLimits.class);
        List<Instrumentation> chain = new ArrayList<>(List.of(new AnswerMeter(new QuestionSize(limits))));
        for (Instrumentation link : links(builder.build().getInstrumentation())) {
            chain.add(link instanceof QueryCache cache ? new KeptDocuments(cache, limits) : link);
        }
        return builder.instrumentation(new ChainedInstrumentation(chain))
                .queryExecutionStrategy(new BoundedQueries(new ExceptionHandler()))
                .mutationExecutionStrategy(new BoundedMutations(new ExceptionHandler()));
    }

    /** The extension adds its own instrumentations as one chain. */
    private static List<Instrumentation> links(Instrumentation chain) {
        return chain instanceof ChainedInstrumentation chained ? chained.getInstrumentations() : List.of(chain);
    }

    @Override
    public void beforeExecute(Context context) {
        ExecutionInput input =
                Objects.requireNonNull(context.unwrap(ExecutionInput.class), "an execution has an input");
        input.getGraphQLContext().put(RequestBudget.class, bean(Requests.class).begin());
    }

    @Override
    public void afterExecute(Context context) {
        release(context);
    }

    @Override
    public void errorExecute(Context context, Throwable failure) {
        release(context);
    }

    private static void release(Context context) {
        ExecutionInput input = context.unwrap(ExecutionInput.class);
        RequestBudget budget = input == null ? null : input.getGraphQLContext().get(RequestBudget.class);
        if (budget != null) {
            budget.release();
        }
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
