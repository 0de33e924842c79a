package io.lancang.federation.supergraph;

import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes out of definitions what a contract leaves out, with the tags that said so. */
final class ContractFilter {
    private final Map<String, TypeDefinition<?>> types;
    private final Set<String> hidden;
    private final @Nullable String tag;

    /**
     * @param types by name
     * @param hidden coordinates of what is left out
     * @param tag the name of {@code @tag}; null if the supergraph has none
     */
    ContractFilter(Map<String, TypeDefinition<?>> types, Set<String> hidden, @Nullable String tag) {
        this.types = types;
        this.hidden = hidden;
        this.tag = tag;
    }

    /** Whether a type is left out, whatever leads to it. */
    boolean hides(String type) {
        return hidden.contains(type);
    }

    /** What is left of the types that something leads to from these, which are names. */
    List<TypeDefinition<?>> reachable(Collection<String> roots) {
        Set<String> reached = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(roots);
        while (!waiting.isEmpty()) {
            String name = waiting.pop();
            TypeDefinition<?> type = types.get(name);
            if (type != null && !hidden.contains(name) && reached.add(name)) {
                follow(left(type), waiting);
            }
        }
        return types.values().stream()
                .filter(type -> reached.contains(type.getName()))
                .<TypeDefinition<?>>map(this::left)
                .toList();
    }

    private void follow(TypeDefinition<?> type, Deque<String> waiting) {
        switch (type) {
            case ImplementingTypeDefinition<?> object -> {
                for (FieldDefinition field : object.getFieldDefinitions()) {
                    waiting.add(TypeNames.named(field.getType()));
                    field.getInputValueDefinitions().forEach(each -> waiting.add(TypeNames.named(each.getType())));
                }
                object.getImplements().forEach(each -> waiting.add(TypeNames.named((Type<?>) each)));
                types.values().stream()
                        .filter(each -> each instanceof ImplementingTypeDefinition<?> other
                                && other.getImplements().stream()
                                        .anyMatch(face ->
                                                TypeNames.named((Type<?>) face).equals(object.getName())))
                        .forEach(each -> waiting.add(each.getName()));
            }
            case UnionTypeDefinition union ->
                union.getMemberTypes().forEach(each -> waiting.add(TypeNames.named((Type<?>) each)));
            case InputObjectTypeDefinition input ->
                input.getInputValueDefinitions().forEach(each -> waiting.add(TypeNames.named(each.getType())));
            default -> {
                // A leaf leads nowhere.
            }
        }
    }

    private TypeDefinition<?> left(TypeDefinition<?> type) {
        return switch (type) {
            case ObjectTypeDefinition object ->
                object.transform(builder -> builder.directives(untagged(object.getDirectives()))
                        .implementz(left(object.getImplements()))
                        .fieldDefinitions(left(object.getName(), object.getFieldDefinitions())));
            case InterfaceTypeDefinition face ->
                face.transform(builder -> builder.directives(untagged(face.getDirectives()))
                        .implementz(left(face.getImplements()))
                        .definitions(left(face.getName(), face.getFieldDefinitions())));
            case UnionTypeDefinition union ->
                union.transform(builder ->
                        builder.directives(untagged(union.getDirectives())).memberTypes(left(union.getMemberTypes())));
            case EnumTypeDefinition values ->
                values.transform(builder -> builder.directives(untagged(values.getDirectives()))
                        .enumValueDefinitions(values.getEnumValueDefinitions().stream()
                                .filter(each ->
                                        !hidden.contains(ContractElements.field(values.getName(), each.getName())))
                                .map(each -> each.transform(value -> value.directives(untagged(each.getDirectives()))))
                                .toList()));
            case InputObjectTypeDefinition input ->
                input.transform(builder -> builder.directives(untagged(input.getDirectives()))
                        .inputValueDefinitions(input.getInputValueDefinitions().stream()
                                .filter(each ->
                                        !hidden.contains(ContractElements.field(input.getName(), each.getName())))
                                .map(this::untagged)
                                .toList()));
            case ScalarTypeDefinition scalar ->
                scalar.transform(builder -> builder.directives(untagged(scalar.getDirectives())));
            default -> type;
        };
    }

    private List<FieldDefinition> left(String type, List<FieldDefinition> fields) {
        return fields.stream()
                .filter(field -> !hidden.contains(ContractElements.field(type, field.getName())))
                .map(field -> field.transform(builder -> builder.directives(untagged(field.getDirectives()))
                        .inputValueDefinitions(field.getInputValueDefinitions().stream()
                                .filter(each -> !hidden.contains(
                                        ContractElements.argument(type, field.getName(), each.getName())))
                                .map(this::untagged)
                                .toList())))
                .toList();
    }

    @SuppressWarnings("rawtypes") // graphql-java declares the lists of implemented and member types raw
    private List<Type> left(List<Type> named) {
        return named.stream()
                .filter(type -> !hidden.contains(TypeNames.named(type)))
                .toList();
    }

    private InputValueDefinition untagged(InputValueDefinition input) {
        return input.transform(builder -> builder.directives(untagged(input.getDirectives())));
    }

    private List<Directive> untagged(List<Directive> directives) {
        return directives.stream()
                .filter(directive -> !directive.getName().equals(tag))
                .toList();
    }
}
