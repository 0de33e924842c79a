package io.lancang.federation.execute.answer;

import graphql.schema.GraphQLSchema;
import java.util.function.Predicate;

/**
 * The types of which answers are.
 *
 * @param schema the API schema
 * @param untold by name, the interfaces of which objects can be shown though nobody told their types
 */
public record ApiTypes(GraphQLSchema schema, Predicate<String> untold) {}
