package io.lancang.kit.error;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.NonNullableFieldWasNullError;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.spi.EventingService;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Stands between an execution and its answer: no error leaves without a code of {@link ErrorCode},
 * neither in an answer nor in an event of a subscription. The GraphQL
 * extension finds it through {@link java.util.ServiceLoader}.
 *
 * <p>The configuration key {@code lancang.subgraph} names the subgraph in {@code extensions.service}.
 */
public final class ErrorBoundary implements EventingService {
    /** Always on. */
    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    @Override
    public void afterExecute(Context context) {
        ExecutionResult result = context.unwrap(ExecutionResult.class);
        if (result == null) {
            return;
        }
        ExecutionResult answer = result.getData() instanceof Publisher<?> events
                ? result.transform(builder -> builder.data(new TranslatedEvents(events, ErrorBoundary::translated)))
                : translated(result);
        ((SmallRyeContext) context).setExecutionResult(answer);
    }

    /** The same result, each of its errors with a code. For whoever answers what was never executed. */
    public static ExecutionResult translated(ExecutionResult result) {
        if (result.getErrors().isEmpty()) {
            return result;
        }
        // Read per failed request: this object may live in the heap of a native image, built before configuration.
        ErrorTranslator translator =
                new ErrorTranslator(ConfigProvider.getConfig().getValue("lancang.subgraph", String.class));
        List<GraphQLError> answers = result.getErrors().stream()
                .filter(error -> !isExplained(error, result.getErrors()))
                .map(translator::translate)
                .toList();
        return result.transform(builder -> builder.errors(answers));
    }

    /** A field that must not be null and is, because of what another error tells of it, is no fault of its own. */
    private static boolean isExplained(GraphQLError error, List<GraphQLError> all) {
        return error instanceof NonNullableFieldWasNullError
                && all.stream()
                        .anyMatch(other -> !(other instanceof NonNullableFieldWasNullError)
                                && isAtOrBelow(error.getPath(), other.getPath()));
    }

    /** An error without a path is about the whole request. */
    private static boolean isAtOrBelow(@Nullable List<Object> field, @Nullable List<Object> path) {
        return field == null
                || path == null
                || (path.size() >= field.size() && path.subList(0, field.size()).equals(field));
    }
}
