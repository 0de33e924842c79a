package io.lancang.kit.body;

import graphql.GraphQL;
import graphql.parser.ParserOptions;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.spi.EventingService;
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

    /** The extension parses a document before it tells anybody of the request, and with the options that are the default. */
    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        int most = Arc.container().instance(BodyLimits.class).get().document();
        ParserOptions.setDefaultOperationParserOptions(
                ParserOptions.getDefaultOperationParserOptions().transform(options -> options.maxCharacters(most)));
        return builder;
    }
}
