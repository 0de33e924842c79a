package io.lancang.federation.plan;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lancang.federation.operation.TypeTexts;
import io.lancang.federation.supergraph.Subgraph;
import io.lancang.federation.supergraph.SubgraphField;
import io.lancang.federation.supergraph.SubgraphType;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.supergraph.SupergraphType;
import io.lancang.federation.supergraph.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The schema that each subgraph must have for the supergraph to be true, to validate requests against. */
final class SubgraphSchemas {
    private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final Supergraph supergraph;
    private final Map<String, GraphQLSchema> schemas = new HashMap<>();

    SubgraphSchemas(Supergraph supergraph) {
        this.supergraph = supergraph;
        for (Subgraph subgraph : supergraph.subgraphs()) {
            schemas.put(
                    subgraph.name(),
                    UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl(subgraph))));
        }
    }

    GraphQLSchema of(String subgraph) {
        GraphQLSchema schema = schemas.get(subgraph);
        if (schema == null) {
            throw new IllegalArgumentException("no subgraph " + subgraph);
        }
        return schema;
    }

    private String sdl(Subgraph subgraph) {
        StringBuilder sdl = new StringBuilder("schema { query: Query " + root(subgraph) + "}\nscalar _Any\n");
        Set<String> entities = new TreeSet<>();
        for (GraphQLNamedType named : supergraph.apiSchema().getAllTypesAsList()) {
            SubgraphType type = supergraph.type(subgraph, named.getName());
            if (type != null && !named.getName().startsWith("__") && !BUILT_IN.contains(named.getName())) {
                sdl.append(definition(subgraph, type, named));
                if (!type.keys().isEmpty()) {
                    entities.addAll(type.possibleTypes());
                }
            }
        }
        if (!entities.isEmpty()) {
            sdl.append("union _Entity = ").append(String.join(" | ", entities)).append('\n');
            sdl.append("extend type Query { _entities(representations: [_Any!]!): [_Entity]! }\n");
        }
        return sdl.toString();
    }

    private String root(Subgraph subgraph) {
        String mutation = supergraph.roots().mutation();
        return mutation != null && supergraph.type(subgraph, mutation) != null ? "mutation: " + mutation + " " : "";
    }

    private String definition(Subgraph subgraph, SubgraphType type, GraphQLNamedType named) {
        return switch (type.kind()) {
            case OBJECT, INTERFACE, INTERFACE_OBJECT -> container(subgraph, type, named);
            case UNION ->
                type.possibleTypes().isEmpty()
                        ? ""
                        : "union " + type.name() + " = " + String.join(" | ", type.possibleTypes()) + "\n";
            case ENUM ->
                "enum " + type.name() + " {"
                        + ((GraphQLEnumType) named)
                                .getValues().stream()
                                        .map(GraphQLEnumValueDefinition::getName)
                                        .collect(Collectors.joining(" "))
                        + "}\n";
            case SCALAR -> "scalar " + type.name() + "\n";
            case INPUT_OBJECT ->
                "input " + type.name() + " {"
                        + ((GraphQLInputObjectType) named)
                                .getFieldDefinitions().stream()
                                        .map(field ->
                                                field.getName() + ": " + GraphQLTypeUtil.simplePrint(field.getType()))
                                        .collect(Collectors.joining(" "))
                        + "}\n";
        };
    }

    private String container(Subgraph subgraph, SubgraphType type, GraphQLNamedType named) {
        List<String> fields = new ArrayList<>();
        for (SubgraphField field : type.fields().values()) {
            fields.add("  " + field.name() + arguments(named, field) + ": " + TypeTexts.of(field.type()));
        }
        if (fields.isEmpty()) {
            // A root type that has nothing of its own here.
            fields.add("  _none: Int");
        }
        String keyword = type.kind() == TypeKind.INTERFACE ? "interface " : "type ";
        return keyword + type.name() + implemented(subgraph, type) + " {\n" + String.join("\n", fields) + "\n}\n";
    }

    private String implemented(Subgraph subgraph, SubgraphType type) {
        SupergraphType whole = supergraph.type(type.name());
        List<String> faces = new ArrayList<>();
        for (String face :
                whole == null || type.kind() == TypeKind.INTERFACE_OBJECT ? Set.<String>of() : whole.interfaces()) {
            SubgraphType known = supergraph.type(subgraph, face);
            if (known != null && known.possibleTypes().contains(type.name())) {
                faces.add(face);
            }
        }
        return faces.isEmpty() ? "" : " implements " + String.join(" & ", faces);
    }

    private static String arguments(GraphQLNamedType named, SubgraphField field) {
        @Nullable
        GraphQLFieldDefinition offered =
                named instanceof GraphQLFieldsContainer container ? container.getFieldDefinition(field.name()) : null;
        List<String> arguments = new ArrayList<>();
        if (offered != null) {
            offered.getArguments()
                    .forEach(argument ->
                            arguments.add(argument.getName() + ": " + GraphQLTypeUtil.simplePrint(argument.getType())));
        }
        field.contextArguments().forEach(argument -> arguments.add(argument.name() + ": " + argument.type()));
        return arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")";
    }
}
