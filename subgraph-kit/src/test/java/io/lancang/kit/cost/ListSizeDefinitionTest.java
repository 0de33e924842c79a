package io.lancang.kit.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.Scalars;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import org.junit.jupiter.api.Test;

class ListSizeDefinitionTest {
    @Test
    void asksForNothingAndAllowsNoNullAmongNames() {
        GraphQLDirective derived = directive("listSize")
                .argument(size -> size.name("assumedSize").type(nonNull(Scalars.GraphQLInt)))
                .argument(names -> names.name("slicingArguments").type(GraphQLList.list(Scalars.GraphQLString)))
                .build();

        assertEquals(
                "directive @listSize(assumedSize: Int, slicingArguments: [String!]) on FIELD_DEFINITION",
                specified(derived));
    }

    @Test
    void keepsDefaults() {
        GraphQLDirective derived = directive("listSize")
                .argument(one -> one.name("requireOneSlicingArgument")
                        .type(Scalars.GraphQLBoolean)
                        .defaultValueProgrammatic(true))
                .build();

        assertEquals(
                "directive @listSize(requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION",
                specified(derived));
    }

    @Test
    void leavesOtherDirectivesAsTheyAre() {
        GraphQLDirective other = directive("cost")
                .argument(weight -> weight.name("weight").type(nonNull(Scalars.GraphQLInt)))
                .build();

        assertEquals("directive @cost(weight: Int!) on FIELD_DEFINITION", specified(other));
    }

    private static GraphQLDirective.Builder directive(String name) {
        return GraphQLDirective.newDirective().name(name).validLocation(DirectiveLocation.FIELD_DEFINITION);
    }

    private static GraphQLInputType nonNull(GraphQLInputType type) {
        return GraphQLNonNull.nonNull(type);
    }

    /** How a schema prints the directive that it was given. */
    private static String specified(GraphQLDirective given) {
        GraphQLSchema schema = new ListSizeDefinition()
                .beforeSchemaBuild(GraphQLSchema.newSchema()
                        .query(GraphQLObjectType.newObject()
                                .name("Query")
                                .field(field -> field.name("size").type(Scalars.GraphQLInt)))
                        .additionalDirective(given))
                .build();
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions())
                .print(schema.getDirective(given.getName()))
                .strip();
    }
}
