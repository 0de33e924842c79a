package io.lancang.federation.supergraph;

import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectivesContainer;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.TypeDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Splits the supergraph's types into what each subgraph knows. Join v0.1 (Federation 1) leaves more unsaid than later
 * versions: a type without {@code @join__type} is a value type of every subgraph, and a field without
 * {@code @join__field} is its owner's.
 */
final class SubgraphTypeReader {
    private final LinkedSpecs specs;
    private final List<Subgraph> subgraphs;
    private final Map<String, TypeDefinition<?>> definitions;
    private final Map<String, SupergraphType> types;
    private final SubgraphFieldReader fieldReader;
    private final boolean statesImplements;

    SubgraphTypeReader(
            SdlDocument sdl,
            List<Subgraph> subgraphs,
            Map<String, TypeDefinition<?>> definitions,
            Map<String, SupergraphType> types) {
        this.specs = sdl.specs();
        this.subgraphs = subgraphs;
        this.definitions = definitions;
        this.types = types;
        this.fieldReader = new SubgraphFieldReader(specs);
        this.statesImplements = sdl.document().getDefinitionsOfType(DirectiveDefinition.class).stream()
                .anyMatch(directive -> directive.getName().equals(specs.join("implements")));
    }

    /** For each subgraph, by ordinal, its types by name. */
    List<Map<String, SubgraphType>> read() {
        List<Map<String, SubgraphType>> known = new ArrayList<>();
        for (int subgraph = 0; subgraph < subgraphs.size(); subgraph++) {
            known.add(new LinkedHashMap<>());
        }
        for (SupergraphType type : types.values()) {
            List<DirectiveArguments> all = arguments(definition(type.name()), "type", type.name());
            for (int index = 0; index < known.size(); index++) {
                SubgraphType read = read(type, all, subgraphs.get(index));
                if (read != null) {
                    known.get(index).put(type.name(), read);
                }
            }
        }
        return known.stream()
                .map(ofOne -> ImplicitExternals.complete(ofOne, types))
                .toList();
    }

    /**
     * The type as the subgraph knows it, or null if the subgraph does not.
     *
     * @param all every {@code @join__type} of it
     */
    private @Nullable SubgraphType read(SupergraphType type, List<DirectiveArguments> all, Subgraph subgraph) {
        DirectivesContainer<?> definition = definition(type.name());
        List<DirectiveArguments> own =
                all.stream().filter(applied -> isOf(applied, subgraph)).toList();
        if (own.isEmpty() && !all.isEmpty()) {
            return null;
        }
        boolean interfaceObject = own.stream().anyMatch(applied -> applied.isTrue("isInterfaceObject"));
        List<Key> keys = own.stream()
                .filter(applied -> applied.text("key") != null)
                .map(applied -> new Key(applied.fieldSet("key"), applied.isTrue("resolvable", true)))
                .toList();
        boolean extension = own.stream().anyMatch(applied -> applied.isTrue("extension"));
        Map<String, SubgraphField> fields = readFields(definition, type.name(), subgraph);
        return new SubgraphType(
                type.name(),
                interfaceObject ? TypeKind.INTERFACE_OBJECT : type.kind(),
                keys,
                extension ? ExtensionKeys.known(fields, keys) : fields,
                interfaceObject ? Set.of(type.name()) : possibleTypes(type, subgraph));
    }

    private Map<String, SubgraphField> readFields(
            DirectivesContainer<?> definition, String typeName, Subgraph subgraph) {
        Map<String, SubgraphField> fields = new LinkedHashMap<>();
        if (definition instanceof ImplementingTypeDefinition<?> type) {
            String owner = owner(definition, typeName);
            for (FieldDefinition field : type.getFieldDefinitions()) {
                SubgraphField read = fieldReader.read(field, typeName, subgraph, owner);
                if (read != null) {
                    fields.put(field.getName(), read);
                }
            }
        }
        return fields;
    }

    private Set<String> possibleTypes(SupergraphType type, Subgraph subgraph) {
        return switch (type.kind()) {
            case OBJECT, INTERFACE_OBJECT -> Set.of(type.name());
            case INTERFACE -> filter(type.possibleTypes(), object -> implementsIn(object, type.name(), subgraph));
            case UNION -> members(type, subgraph);
            case ENUM, SCALAR, INPUT_OBJECT -> Set.of();
        };
    }

    private boolean implementsIn(String object, String interfaceName, Subgraph subgraph) {
        if (!statesImplements) {
            return isIn(object, subgraph);
        }
        return arguments(definition(object), "implements", object).stream()
                .anyMatch(
                        applied -> isOf(applied, subgraph) && interfaceName.equals(applied.requiredText("interface")));
    }

    private Set<String> members(SupergraphType union, Subgraph subgraph) {
        List<DirectiveArguments> stated = arguments(definition(union.name()), "unionMember", union.name());
        if (stated.isEmpty()) {
            return filter(union.possibleTypes(), member -> isIn(member, subgraph));
        }
        Set<String> members = new LinkedHashSet<>();
        stated.stream()
                .filter(applied -> isOf(applied, subgraph))
                .forEach(applied -> members.add(applied.requiredText("member")));
        return members;
    }

    private boolean isIn(String typeName, Subgraph subgraph) {
        List<DirectiveArguments> all = arguments(definition(typeName), "type", typeName);
        return all.isEmpty() || all.stream().anyMatch(applied -> isOf(applied, subgraph));
    }

    private boolean isOf(DirectiveArguments applied, Subgraph subgraph) {
        String graph = applied.text("graph");
        if (graph != null && subgraphs.stream().noneMatch(one -> one.graph().equals(graph))) {
            throw applied.problem(
                    "@" + applied.directive().getName() + " names the subgraph " + graph + ", which is none of "
                            + subgraphs.stream().map(Subgraph::graph).toList());
        }
        return subgraph.graph().equals(graph);
    }

    private @Nullable String owner(DirectivesContainer<?> definition, String typeName) {
        List<DirectiveArguments> owners = arguments(definition, "owner", typeName);
        return owners.isEmpty() ? null : owners.getFirst().requiredText("graph");
    }

    private DirectivesContainer<?> definition(String typeName) {
        TypeDefinition<?> definition = definitions.get(typeName);
        if (definition == null) {
            throw new SupergraphException(0, typeName, "is used but not defined");
        }
        return definition;
    }

    private List<DirectiveArguments> arguments(DirectivesContainer<?> definition, String directive, String coordinate) {
        List<DirectiveArguments> found = new ArrayList<>();
        for (Directive applied : definition.getDirectives(specs.join(directive))) {
            found.add(new DirectiveArguments(applied, coordinate));
        }
        return found;
    }

    private static Set<String> filter(Set<String> names, Predicate<String> kept) {
        Set<String> result = new LinkedHashSet<>(names);
        result.removeIf(kept.negate());
        return result;
    }
}
