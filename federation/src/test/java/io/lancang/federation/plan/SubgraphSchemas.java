package io.lancang.federation.plan;

import graphql.language.AstPrinter;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lancang.federation.operation.input.TypeTexts;
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

/**
 * The schema that each subgraph must have for the supergraph to be true, to validate requests against. What is hidden from
 * clients is no less the subgraph's: a requirement may be made of it.
 */
final class SubgraphSchemas {
    private final Supergraph supergraph;
    private final Map<String, GraphQLSchema> schemas = new HashMap<>();

    /**
     * Makes the schemas of all subgraphs.
     *
     * @param sdl of the supergraph, as a whole: what a {@link Supergraph} keeps for planning has no arguments
     */
    SubgraphSchemas(Supergraph supergraph, String sdl) {
        this.supergraph = supergraph;
        TypeDefinitionRegistry registry = new SchemaParser().parse(sdl);
        List<TypeDefinition<?>> definitions = new ArrayList<>(registry.scalars().values());
        registry.types().values().forEach(definitions::add);
        for (Subgraph subgraph : supergraph.subgraphs()) {
            schemas.put(
                    subgraph.name(),
                    UnExecutableSchemaGenerator.makeUnExecutableSchema(
                            new SchemaParser().parse(sdl(subgraph, definitions))));
        }
    }

    GraphQLSchema of(String subgraph) {
        GraphQLSchema schema = schemas.get(subgraph);
        if (schema == null) {
            throw new IllegalArgumentException("no subgraph " + subgraph);
        }
        return schema;
    }

    private String sdl(Subgraph subgraph, List<TypeDefinition<?>> definitions) {
        StringBuilder sdl = new StringBuilder("schema { query: Query " + root(subgraph) + "}\nscalar _Any\n");
        Set<String> entities = new TreeSet<>();
        for (TypeDefinition<?> whole : definitions) {
            SubgraphType type = supergraph.type(subgraph, whole.getName());
            if (type != null) {
                sdl.append(definition(subgraph, type, whole));
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

    private String definition(Subgraph subgraph, SubgraphType type, TypeDefinition<?> whole) {
        return switch (type.kind()) {
            case OBJECT, INTERFACE, INTERFACE_OBJECT ->
                container(subgraph, type, ((ImplementingTypeDefinition<?>) whole).getFieldDefinitions());
            case UNION ->
                type.possibleTypes().isEmpty()
                        ? ""
                        : "union " + type.name() + " = " + String.join(" | ", type.possibleTypes()) + "\n";
            case ENUM ->
                "enum " + type.name() + " {"
                        + ((EnumTypeDefinition) whole)
                                .getEnumValueDefinitions().stream()
                                        .map(EnumValueDefinition::getName)
                                        .collect(Collectors.joining(" "))
                        + "}\n";
            case SCALAR -> "scalar " + type.name() + "\n";
            case INPUT_OBJECT ->
                "input " + type.name() + " {"
                        + inputs(((InputObjectTypeDefinition) whole).getInputValueDefinitions())
                        + "}\n";
        };
    }

    private String container(Subgraph subgraph, SubgraphType type, List<FieldDefinition> whole) {
        List<String> fields = new ArrayList<>();
        for (FieldDefinition definition : whole) {
            SubgraphField field = type.fields().get(definition.getName());
            if (field != null) {
                fields.add("  " + field.name() + arguments(definition, field) + ": " + TypeTexts.of(field.type()));
            }
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

    private static String arguments(FieldDefinition definition, SubgraphField field) {
        StringBuilder arguments = new StringBuilder(inputs(definition.getInputValueDefinitions()));
        field.contextArguments()
                .forEach(argument -> arguments
                        .append(' ')
                        .append(argument.name())
                        .append(": ")
                        .append(argument.type()));
        return arguments.isEmpty() ? "" : "(" + arguments + ")";
    }

    private static String inputs(List<InputValueDefinition> definitions) {
        return definitions.stream()
                .map(input -> input.transform(
                        bare -> bare.description(null).comments(List.of()).directives(List.of())))
                .map(AstPrinter::printAstCompact)
                .collect(Collectors.joining(" "));
    }
}
