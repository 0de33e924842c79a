package io.lancang.federation.supergraph;

import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import io.lancang.federation.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Builds a {@link Supergraph} from its document. */
final class SupergraphReader {
    private final SdlDocument sdl;
    private final Map<String, TypeDefinition<?>> definitions = new LinkedHashMap<>();

    SupergraphReader(SdlDocument sdl) {
        this.sdl = sdl;
        for (Definition<?> definition : sdl.document().getDefinitions()) {
            if (definition instanceof TypeDefinition<?> type) {
                definitions.put(type.getName(), type);
            }
        }
    }

    Supergraph read(Contract contract) {
        KnownSpecs.check(sdl.document());
        List<Subgraph> written = readSubgraphs();
        Supergraph.Roots roots = readRoots();
        Map<String, SupergraphType> types = new LinkedHashMap<>();
        definitions.forEach((name, definition) -> {
            if (!sdl.specs().isType(name)) {
                types.put(name, readType(definition));
            }
        });
        if (!types.containsKey(roots.query())) {
            throw new SupergraphException(0, roots.query(), "the root type of queries is not defined");
        }
        List<Map<String, SubgraphType>> known = new SubgraphTypeReader(sdl, written, definitions, types).read();
        List<Integer> order = SubgraphOrder.of(written, known);
        List<Subgraph> subgraphs = inOrder(written, order);
        return new Supergraph(
                subgraphs,
                types,
                order.stream().map(known::get).toList(),
                roots,
                readContexts(types),
                RequirementReader.read(sdl.specs(), definitions.values()),
                new CostReader(sdl.specs()).read(definitions, types),
                new TagReader(sdl.specs(), subgraphs).read(definitions.values(), roots.query(), types),
                new ApiSchemaBuilder(sdl, definitions, roots, contract).build());
    }

    private List<Subgraph> readSubgraphs() {
        String graphType = sdl.specs().join("Graph");
        if (!(definitions.get(graphType) instanceof EnumTypeDefinition graphs)) {
            throw new SupergraphException(
                    0, graphType, "this schema names no subgraphs, so it is no supergraph: compose one first");
        }
        List<Subgraph> read = new ArrayList<>();
        for (EnumValueDefinition value : graphs.getEnumValueDefinitions()) {
            String coordinate = graphType + "." + value.getName();
            List<Directive> graph = value.getDirectives(sdl.specs().join("graph"));
            if (graph.isEmpty()) {
                throw new SupergraphException(
                        SourceLines.of(value),
                        coordinate,
                        "lacks @" + sdl.specs().join("graph"));
            }
            DirectiveArguments arguments = new DirectiveArguments(graph.getFirst(), coordinate);
            String url = arguments.text("url");
            read.add(new Subgraph(0, value.getName(), arguments.requiredText("name"), url == null ? "" : url));
        }
        return read;
    }

    private static List<Subgraph> inOrder(List<Subgraph> written, List<Integer> order) {
        List<Subgraph> subgraphs = new ArrayList<>();
        for (int index : order) {
            Subgraph subgraph = written.get(index);
            subgraphs.add(new Subgraph(subgraphs.size(), subgraph.graph(), subgraph.name(), subgraph.url()));
        }
        return subgraphs;
    }

    private Supergraph.Roots readRoots() {
        Map<String, String> roots = new LinkedHashMap<>();
        for (SchemaDefinition schema : sdl.document().getDefinitionsOfType(SchemaDefinition.class)) {
            for (OperationTypeDefinition root : schema.getOperationTypeDefinitions()) {
                roots.put(root.getName(), root.getTypeName().getName());
            }
        }
        return new Supergraph.Roots(
                roots.getOrDefault("query", "Query"), roots.get("mutation"), roots.get("subscription"));
    }

    private Map<String, Set<String>> readContexts(Map<String, SupergraphType> types) {
        Map<String, Set<String>> contexts = new LinkedHashMap<>();
        for (SupergraphType type : types.values()) {
            TypeDefinition<?> definition = Objects.requireNonNull(definitions.get(type.name()));
            for (Directive context : definition.getDirectives(sdl.specs().context())) {
                String name = new DirectiveArguments(context, type.name()).requiredText("name");
                contexts.computeIfAbsent(name, added -> new LinkedHashSet<>()).addAll(type.possibleTypes());
            }
        }
        return contexts;
    }

    private SupergraphType readType(TypeDefinition<?> definition) {
        String name = definition.getName();
        return switch (definition) {
            case ObjectTypeDefinition object ->
                new SupergraphType(
                        name,
                        TypeKind.OBJECT,
                        fields(object.getFieldDefinitions()),
                        names(object.getImplements()),
                        Set.of(name));
            case InterfaceTypeDefinition type ->
                new SupergraphType(
                        name,
                        TypeKind.INTERFACE,
                        fields(type.getFieldDefinitions()),
                        names(type.getImplements()),
                        implementations(name));
            case UnionTypeDefinition union ->
                new SupergraphType(name, TypeKind.UNION, Map.of(), Set.of(), names(union.getMemberTypes()));
            case EnumTypeDefinition values -> leaf(values.getName(), TypeKind.ENUM);
            case ScalarTypeDefinition scalar -> leaf(scalar.getName(), TypeKind.SCALAR);
            case InputObjectTypeDefinition input -> leaf(input.getName(), TypeKind.INPUT_OBJECT);
            default ->
                throw new SupergraphException(
                        SourceLines.of(definition), name, "is of a kind that a supergraph does not have");
        };
    }

    private static SupergraphType leaf(String name, TypeKind kind) {
        return new SupergraphType(name, kind, Map.of(), Set.of(), Set.of());
    }

    private static Map<String, Type<?>> fields(List<FieldDefinition> definitions) {
        Map<String, Type<?>> fields = new LinkedHashMap<>();
        definitions.forEach(field -> fields.put(field.getName(), field.getType()));
        return fields;
    }

    private Set<String> implementations(String interfaceName) {
        Set<String> found = new LinkedHashSet<>();
        definitions.forEach((name, definition) -> {
            if (definition instanceof ObjectTypeDefinition object
                    && names(object.getImplements()).contains(interfaceName)) {
                found.add(name);
            }
        });
        return found.isEmpty() ? Set.of(interfaceName) : found;
    }

    @SuppressWarnings("rawtypes") // graphql-java declares the lists of implemented and member types raw
    private static Set<String> names(List<Type> types) {
        Set<String> names = new LinkedHashSet<>();
        types.forEach(type -> names.add(((TypeName) type).getName()));
        return names;
    }
}
