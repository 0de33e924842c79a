package io.lancang.federation.execute.answer;

import graphql.schema.GraphQLSchema;
import java.util.function.Predicate;

/**
 * The types of which answers are.
 *
 * @param schema the API schema
 * @param allowsUnknownType by name, the interfaces whose objects can be shown without a known type
 */
public record ApiTypes(GraphQLSchema schema, Predicate<String> allowsUnknownType) {}
