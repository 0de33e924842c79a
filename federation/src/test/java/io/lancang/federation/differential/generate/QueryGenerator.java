package io.lancang.federation.differential.generate;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import io.lancang.federation.differential.data.Data;
import io.lancang.federation.differential.run.Query;
import io.lancang.federation.operation.Implementations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws queries that a schema allows, or nearly: now and then two fields of one response key cannot be merged, which the
 * whole will say.
 */
public final class QueryGenerator {
    private static final int DEEPEST = 6;

    private final GraphQLSchema schema;
    private final Dice dice;
    private final InputGenerator inputs;
    private final Map<String, String> fragments = new LinkedHashMap<>();
    private final Map<String, List<String>> fragmentsOn = new LinkedHashMap<>();
    private int budget;

    private QueryGenerator(GraphQLSchema schema, Data data, Dice dice) {
        this.schema = schema;
        this.dice = dice;
        this.inputs = new InputGenerator(data, dice);
        this.budget = dice.between(5, 50);
    }

    /** The query of a seed. */
    public static Query generate(GraphQLSchema schema, Data data, long seed) {
        return new QueryGenerator(schema, data, new Dice(seed)).generate();
    }

    private Query generate() {
        GraphQLObjectType mutations = schema.getMutationType();
        String operation;
        String selections;
        if (mutations != null && dice.chance(0.2)) {
            operation = "mutation";
            selections = mutations(mutations);
        } else {
            operation = "query";
            selections = selections(schema.getQueryType(), 0);
        }
        String head = operation + inputs.declarations() + " ";
        return new Query(head + selections + String.join("", fragments.values()), inputs.variables());
    }

    /** Without conditions on the mutations themselves, so that each stands where it is carried out. */
    private String mutations(GraphQLObjectType type) {
        List<String> parts = new ArrayList<>();
        for (int wanted = dice.between(1, 4); wanted > 0; wanted--) {
            parts.add(field(type, 0, ""));
        }
        return "{ " + String.join(" ", parts) + " }";
    }

    private String selections(GraphQLCompositeType type, int depth) {
        List<String> parts = new ArrayList<>();
        for (int wanted = dice.between(1, depth == 0 ? 3 : 4); wanted > 0; wanted--) {
            parts.add(selection(type, depth));
        }
        return "{ " + String.join(" ", parts) + " }";
    }

    private String selection(GraphQLCompositeType type, int depth) {
        if (depth > 0 && dice.chance(0.08)) {
            return dice.of("", "", "kind: ") + "__typename" + inputs.condition();
        }
        boolean several = type instanceof GraphQLInterfaceType || type instanceof GraphQLUnionType;
        if (!(type instanceof GraphQLFieldsContainer container) || dice.chance(several ? 0.4 : 0.08)) {
            return fragment(type, depth);
        }
        return field(container, depth, inputs.condition());
    }

    private String fragment(GraphQLCompositeType type, int depth) {
        GraphQLCompositeType condition = (GraphQLCompositeType) dice.<GraphQLNamedType>pick(overlapping(type));
        List<String> known = fragmentsOn.getOrDefault(condition.getName(), List.of());
        if (!known.isEmpty() && dice.chance(0.3)) {
            return "..." + dice.pick(known) + inputs.condition();
        }
        String selections = selections(condition, depth);
        if (dice.chance(0.2)) {
            String name = "F" + fragments.size();
            fragments.put(name, "\nfragment " + name + " on " + condition.getName() + " " + selections);
            fragmentsOn
                    .computeIfAbsent(condition.getName(), added -> new ArrayList<>())
                    .add(name);
            return "..." + name + inputs.condition();
        }
        String on = condition.equals(type) && dice.chance(0.5) ? "" : " on " + condition.getName();
        return "..." + on + inputs.condition() + " " + selections;
    }

    /** The types on which a fragment may stand, the type itself and interfaces of a member included. */
    private List<GraphQLNamedType> overlapping(GraphQLCompositeType type) {
        List<GraphQLNamedType> overlapping = new ArrayList<>(List.of(type));
        for (GraphQLObjectType object : objects(type)) {
            // Twice, to make it likelier than what it implements.
            overlapping.add(object);
            overlapping.add(object);
            overlapping.addAll(object.getInterfaces());
        }
        return overlapping;
    }

    private List<GraphQLObjectType> objects(GraphQLCompositeType type) {
        return switch (type) {
            case GraphQLInterfaceType face -> Implementations.of(schema, face);
            case GraphQLUnionType union ->
                union.getTypes().stream().map(GraphQLObjectType.class::cast).toList();
            default -> List.of((GraphQLObjectType) type);
        };
    }

    private String field(GraphQLFieldsContainer container, int depth, String condition) {
        GraphQLFieldDefinition field = dice.pick(container.getFieldDefinitions());
        budget--;
        boolean composite = GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType;
        if (composite && (depth >= DEEPEST || budget < 0)) {
            return "__typename";
        }
        String arguments = arguments(field);
        String below = composite
                ? " " + selections((GraphQLCompositeType) GraphQLTypeUtil.unwrapAll(field.getType()), depth + 1)
                : "";
        return alias(field, arguments) + field.getName() + arguments + condition + below;
    }

    /** Mostly one alias for one meaning, so that fields can be merged; now and then one that others have too. */
    private String alias(GraphQLFieldDefinition field, String arguments) {
        if (dice.chance(0.04)) {
            return dice.of("x", "y", "name", "id") + ": ";
        }
        if (arguments.isEmpty()) {
            return dice.chance(0.1) ? field.getName() + "2: " : "";
        }
        return dice.chance(0.1) ? "" : field.getName() + "_" + Integer.toHexString(arguments.hashCode()) + ": ";
    }

    private String arguments(GraphQLFieldDefinition field) {
        List<String> chosen = new ArrayList<>();
        for (GraphQLArgument argument : field.getArguments()) {
            if (GraphQLTypeUtil.isNonNull(argument.getType()) || dice.chance(0.4)) {
                chosen.add(argument.getName() + ": " + inputs.value(argument));
            }
        }
        return chosen.isEmpty() ? "" : "(" + String.join(", ", chosen) + ")";
    }
}
