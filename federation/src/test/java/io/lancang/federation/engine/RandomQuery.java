package io.lancang.federation.engine;

import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import io.lancang.federation.operation.Implementations;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Queries on a schema, as different as a seed makes them: fields, aliases, arguments, fragments, conditions. */
final class RandomQuery {
    private final GraphQLSchema schema;
    private final Random random;
    private int budget = 60;

    private RandomQuery(GraphQLSchema schema, long seed) {
        this.schema = schema;
        random = new Random(seed);
    }

    /** A query that declares the Boolean variables {@code $t} and {@code $f}. */
    static String of(GraphQLSchema schema, long seed) {
        RandomQuery query = new RandomQuery(schema, seed);
        return "query($t: Boolean!, $f: Boolean!) "
                + query.selections(schema.getQueryType(), 0)
                        // Validation wants every variable used.
                        .replaceFirst("\\{", "{ t: __typename @include(if: \\$t) f: __typename @skip(if: \\$f) ");
    }

    private String selections(GraphQLCompositeType type, int depth) {
        List<String> parts = new ArrayList<>();
        int wanted = 1 + random.nextInt(4);
        for (int part = 0; part < wanted; part++) {
            parts.add(selection(type, depth));
        }
        return "{ " + String.join(" ", parts) + " }";
    }

    private String selection(GraphQLCompositeType type, int depth) {
        List<? extends GraphQLNamedType> members = switch (type) {
            case GraphQLInterfaceType face -> Implementations.of(schema, face);
            case GraphQLUnionType union ->
                union.getTypes().stream().map(GraphQLNamedType.class::cast).toList();
            default -> List.of(type);
        };
        if (!(type instanceof GraphQLFieldsContainer container) || random.nextInt(5) == 0) {
            GraphQLNamedType member = members.get(random.nextInt(members.size()));
            return "... on " + member.getName() + condition() + " " + selections((GraphQLCompositeType) member, depth);
        }
        return random.nextInt(8) == 0 ? "__typename" : field(container, depth);
    }

    private String field(GraphQLFieldsContainer container, int depth) {
        List<GraphQLFieldDefinition> fields = container.getFieldDefinitions();
        GraphQLFieldDefinition field = fields.get(random.nextInt(fields.size()));
        var type = GraphQLTypeUtil.unwrapAll(field.getType());
        budget--;
        if (type instanceof GraphQLCompositeType && (depth == 5 || budget < 0)) {
            return "__typename";
        }
        String arguments = arguments(field);
        // One alias for one meaning, so that fields of the same name can always be merged.
        String alias = arguments.isEmpty() && random.nextInt(6) > 0
                ? ""
                : "x" + container.getName().charAt(0) + field.getName() + Integer.toHexString(arguments.hashCode())
                        + ": ";
        String below = type instanceof GraphQLCompositeType composite ? " " + selections(composite, depth + 1) : "";
        return alias + field.getName() + arguments + condition() + below;
    }

    private String arguments(GraphQLFieldDefinition field) {
        if (field.getArgument("id") != null) {
            String prefix = field.getName().startsWith("author") ? "a" : "i";
            return "(id: \"" + prefix + random.nextInt(5) + "\")";
        }
        if (field.getArguments().isEmpty() || random.nextBoolean()) {
            return "";
        }
        return "(" + field.getArguments().getFirst().getName() + ": " + random.nextInt(4) + ")";
    }

    private String condition() {
        return switch (random.nextInt(12)) {
            case 0 -> " @include(if: $t)";
            case 1 -> " @include(if: $f)";
            case 2 -> " @skip(if: $f)";
            default -> "";
        };
    }
}
