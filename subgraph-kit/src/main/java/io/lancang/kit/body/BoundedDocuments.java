package io.lancang.kit.body;

import graphql.ExecutionInput;
import graphql.parser.ParserOptions;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.spi.EventingService;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the text of a GraphQL document before it is parsed: a number of a million digits is one token, and takes minutes of an
 * event loop to read. The GraphQL extension finds this class through {@link java.util.ServiceLoader}.
 */
public final class BoundedDocuments implements EventingService {
    /** Always on. */
    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    @Override
    public void beforeExecute(Context context) {
        ExecutionInput input =
                Objects.requireNonNull(context.unwrap(ExecutionInput.class), "an execution has an input");
        ParserOptions given = input.getGraphQLContext().get(ParserOptions.class);
        ParserOptions options = given == null ? ParserOptions.getDefaultOperationParserOptions() : given;
        int most = Arc.container().instance(BodyLimits.class).get().document();
        input.getGraphQLContext().put(ParserOptions.class, options.transform(builder -> builder.maxCharacters(most)));
    }
}
