package io.lancang.kit.bounds;

import graphql.GraphQL;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.schema.GraphQLSchema;
import io.lancang.kit.freshness.Freshness;
import io.lancang.kit.freshness.PastQuestions;
import io.lancang.kit.turn.AnswerEstimate;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.execution.QueryCache;
import io.smallrye.graphql.execution.error.ExceptionHandler;
import io.smallrye.graphql.spi.EventingService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
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
        GraphQL bare = builder.build();
        List<Instrumentation> chain = new ArrayList<>(List.of(new AnswerMeter(new QuestionSize(limits))));
        for (Instrumentation link : links(bare.getInstrumentation())) {
            chain.add(link instanceof QueryCache cache ? new KeptDocuments(cache, limits) : link);
        }
        ToLongFunction<ExecutionContext> estimate = AnswerEstimate.over(bare.getGraphQLSchema());
        Admission admission = bean(Admission.class);
        DataFetcherExceptionHandler failures = new RefusedSteps(new ExceptionHandler());
        return builder.instrumentation(new ChainedInstrumentation(chain))
                .queryExecutionStrategy(
                        new BoundedQueries(failures, admission, estimate, aboutPast(bare.getGraphQLSchema())))
                .mutationExecutionStrategy(new BoundedMutations(failures, admission, estimate));
    }

    private static Predicate<ExecutionContext> aboutPast(GraphQLSchema schema) {
        PastQuestions questions = new PastQuestions(schema);
        Freshness freshness = bean(Freshness.class);
        return query -> questions.areOfPast(query, freshness.settled());
    }

    /** The extension adds its own instrumentations as one chain. */
    private static List<Instrumentation> links(Instrumentation chain) {
        return chain instanceof ChainedInstrumentation chained ? chained.getInstrumentations() : List.of(chain);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
