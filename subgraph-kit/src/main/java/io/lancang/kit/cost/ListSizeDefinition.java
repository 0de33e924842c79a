package io.lancang.kit.cost;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.smallrye.graphql.spi.EventingService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Defines {@code @listSize} as the specification does. The extension derives the definition from the annotation: it demands a
 * number that may be left out and allows null among names, and composers refuse that. It asks nobody before it makes
 * definitions, so this one is replaced just before the schema is built. The GraphQL extension finds this class through
 * {@link java.util.ServiceLoader}.
 */
public final class ListSizeDefinition implements EventingService {
    private static final String NAME = "listSize";

    /** Always on. */
    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    /** A builder does not tell which directives it has, its schema does. */
    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
        List<GraphQLDirective> derived = builder.build().getDirectives();
        builder.clearDirectives();
        derived.forEach(directive ->
                builder.additionalDirective(directive.getName().equals(NAME) ? specified(directive) : directive));
        return builder;
    }

    private static GraphQLDirective specified(GraphQLDirective derived) {
        return derived.transform(definition -> definition.replaceArguments(derived.getArguments().stream()
                .map(argument -> argument.transform(changed -> changed.type(specified(argument))))
                .toList()));
    }

    /** All arguments may be left out, and what stands in a list may not be null. */
    private static GraphQLInputType specified(GraphQLArgument derived) {
        return GraphQLTypeUtil.unwrapNonNull(derived.getType()) instanceof GraphQLList list
                ? GraphQLList.list(GraphQLNonNull.nonNull(GraphQLTypeUtil.unwrapNonNull(list.getWrappedType())))
                : (GraphQLInputType) GraphQLTypeUtil.unwrapNonNull(derived.getType());
    }
}
