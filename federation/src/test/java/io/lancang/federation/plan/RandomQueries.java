package io.lancang.federation.plan;

import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import io.lancang.federation.operation.Implementations;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Queries that a schema allows, made from a seed. Every field has an alias of its own, so that no two conflict. */
final class RandomQueries {
    private final GraphQLSchema schema;
    private final Random random;
    private int aliases;

    RandomQueries(GraphQLSchema schema, long seed) {
        this.schema = schema;
        this.random = new Random(seed);
    }

    String next(int depth) {
        return "query ($x: Boolean!, $y: Boolean!) { a: __typename @include(if: $x) b: __typename @skip(if: $y) "
                + selections(schema.getQueryType(), depth) + "}";
    }

    private String selections(GraphQLCompositeType type, int depth) {
        StringBuilder text = new StringBuilder();
        if (type instanceof GraphQLFieldsContainer container) {
            for (int count = 1 + random.nextInt(4); count > 0; count--) {
                List<GraphQLFieldDefinition> fields = container.getFieldDefinitions();
                text.append(field(fields.get(random.nextInt(fields.size())), depth));
            }
        }
        for (GraphQLObjectType object : possible(type)) {
            if (random.nextInt(3) == 0) {
                text.append("... on ").append(object.getName()).append(condition());
                text.append(" { ").append(selections(object, depth)).append("} ");
            }
        }
        return text.isEmpty() ? "__typename " : text.toString();
    }

    private String field(GraphQLFieldDefinition field, int depth) {
        String name = "f" + aliases++ + ": " + field.getName();
        if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType type) {
            return depth == 0 ? "" : name + condition() + " { __typename " + selections(type, depth - 1) + "} ";
        }
        return name + condition() + " ";
    }

    private String condition() {
        return switch (random.nextInt(8)) {
            case 0 -> " @include(if: $x)";
            case 1 -> " @skip(if: $y)";
            case 2 -> " @include(if: $y) @skip(if: $x)";
            default -> "";
        };
    }

    private List<GraphQLObjectType> possible(GraphQLCompositeType type) {
        List<GraphQLObjectType> possible = new ArrayList<>();
        switch (type) {
            case GraphQLInterfaceType face -> possible.addAll(Implementations.of(schema, face));
            case GraphQLUnionType union -> {
                for (GraphQLNamedType member : union.getTypes()) {
                    possible.add((GraphQLObjectType) member);
                }
            }
            default -> {
                // An object is of its own type only.
            }
        }
        return possible;
    }
}
