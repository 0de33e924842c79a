package io.lancang.federation.supergraph;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.FieldDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NullValue;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.TypeDefinition;
import graphql.language.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads {@code @authenticated}, {@code @requiresScopes} and {@code @policy}, under whatever names the supergraph links them. A
 * requirement that cannot be read stops the supergraph from loading, since to overlook it would open what it protects.
 */
final class RequirementReader {
    private final LinkedSpecs specs;
    private final Map<String, Set<Requirement>> found = new LinkedHashMap<>();

    private RequirementReader(LinkedSpecs specs) {
        this.specs = specs;
    }

    /** By coordinate: {@code Type} or {@code Type.field}. Elements without requirements are left out. */
    static Map<String, Set<Requirement>> read(LinkedSpecs specs, Collection<TypeDefinition<?>> definitions) {
        RequirementReader reader = new RequirementReader(specs);
        for (TypeDefinition<?> type : definitions) {
            reader.note(type.getName(), type);
            fields(type).forEach(field -> reader.note(type.getName() + "." + field.getName(), field));
        }
        return reader.found;
    }

    private static List<FieldDefinition> fields(TypeDefinition<?> type) {
        return switch (type) {
            case ObjectTypeDefinition object -> object.getFieldDefinitions();
            case InterfaceTypeDefinition face -> face.getFieldDefinitions();
            default -> List.of();
        };
    }

    private void note(String coordinate, DirectivesContainer<?> element) {
        Set<Requirement> requirements = new LinkedHashSet<>();
        for (Directive directive : element.getDirectives()) {
            if (directive.getName().equals(specs.linked("authenticated"))) {
                requirements.add(new Requirement.Authenticated());
            } else if (directive.getName().equals(specs.linked("requiresScopes"))) {
                alternatives(directive, "scopes", coordinate)
                        .ifDemanding(each -> requirements.add(new Requirement.Scopes(each)));
            } else if (directive.getName().equals(specs.linked("policy"))) {
                alternatives(directive, "policies", coordinate)
                        .ifDemanding(each -> requirements.add(new Requirement.Policies(each)));
            }
        }
        if (!requirements.isEmpty()) {
            found.put(coordinate, Set.copyOf(requirements));
        }
    }

    /** An "or" of "and"s, as the directives write it. */
    private record Alternatives(Set<Set<String>> all) {
        /** No alternative at all demands nothing, and so does one that needs no name. */
        void ifDemanding(Consumer<Set<Set<String>>> action) {
            if (!all.isEmpty() && all.stream().noneMatch(Set::isEmpty)) {
                action.accept(all);
            }
        }
    }

    private static Alternatives alternatives(Directive directive, String argument, String coordinate) {
        DirectiveArguments arguments = new DirectiveArguments(directive, coordinate);
        Argument written = directive.getArgument(argument);
        if (written == null) {
            throw arguments.problem("@" + directive.getName() + " lacks the argument " + argument);
        }
        Set<Set<String>> all = new LinkedHashSet<>();
        for (Value<?> alternative : items(written.getValue())) {
            Set<String> names = new LinkedHashSet<>();
            for (Value<?> name : items(alternative)) {
                if (!(name instanceof StringValue text)) {
                    throw arguments.problem("@" + directive.getName() + "(" + argument
                            + ":) is no list of lists of strings, so that nobody knows who may see this");
                }
                names.add(text.getValue());
            }
            all.add(names);
        }
        return new Alternatives(all);
    }

    /** A single value stands for a list of one, as everywhere in GraphQL; null is left for the caller to refuse. */
    private static List<Value<?>> items(Value<?> value) {
        return switch (value) {
            case ArrayValue array ->
                array.getValues().stream().<Value<?>>map(item -> item).toList();
            case NullValue nothing -> List.of(nothing);
            default -> List.of(value);
        };
    }
}
