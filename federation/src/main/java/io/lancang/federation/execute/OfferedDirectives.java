package io.lancang.federation.execute;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLTypeUtil;
import io.lancang.federation.operation.LibraryDirectives;
import org.jspecify.annotations.Nullable;

/** Leaves {@link LibraryDirectives} out of what introspection answers. */
final class OfferedDirectives extends SimplePerformantInstrumentation {
    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> dataFetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        if (!isListOfDirectives(parameters.getEnvironment())) {
            return dataFetcher;
        }
        return environment -> environment.getGraphQLSchema().getDirectives().stream()
                .filter(directive -> !LibraryDirectives.has(directive.getName()))
                .toList();
    }

    private static boolean isListOfDirectives(DataFetchingEnvironment environment) {
        return environment.getFieldDefinition().getName().equals("directives")
                && GraphQLTypeUtil.simplePrint(environment.getParentType()).equals("__Schema");
    }
}
