package io.lancang.federation.compose.subgraph;

import graphql.language.AbstractDescribedNode;
import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumTypeExtensionDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputObjectTypeExtensionDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.InterfaceTypeExtensionDefinition;
import graphql.language.NamedNode;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.ScalarTypeExtensionDefinition;
import graphql.language.SourceLocation;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.language.UnionTypeExtensionDefinition;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.EnumType;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.InputType;
import io.lancang.federation.compose.schema.ScalarType;
import io.lancang.federation.compose.schema.SdlTypeKind;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.schema.TypeOrigin;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.compose.schema.UnionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Joins the definition of a type and its extensions into one element. */
final class TypeReader {

    private final String subgraph;
    private final ElementReader elements;
    private final Problems problems;

    TypeReader(String subgraph, ElementReader elements, Problems problems) {
        this.subgraph = subgraph;
        this.elements = elements;
        this.problems = problems;
    }

    /** Reads a type from all its definitions and extensions, which are of one kind. */
    TypeElement read(String name, List<TypeDefinition<?>> parts) {
        checkDefinedOnce(name, parts);
        SourceLocation location = location(parts);
        String description = description(parts);
        Directives directives = directives(parts, elements);
        return switch (parts.getFirst()) {
            case ObjectTypeDefinition ignored ->
                withSharedFields(
                        parts,
                        withExternalFields(new FieldsType(
                                SdlTypeKind.OBJECT,
                                name,
                                description,
                                interfaces(parts),
                                fields(name, parts),
                                directives,
                                origin(parts, elements),
                                location)));
            case InterfaceTypeDefinition ignored ->
                new FieldsType(
                        SdlTypeKind.INTERFACE,
                        name,
                        description,
                        interfaces(parts),
                        fields(name, parts),
                        directives,
                        origin(parts, elements),
                        location);
            case UnionTypeDefinition ignored -> new UnionType(name, description, members(parts), directives, location);
            case EnumTypeDefinition ignored ->
                new EnumType(
                        name,
                        description,
                        named(
                                name,
                                parts,
                                part -> ((EnumTypeDefinition) part).getEnumValueDefinitions(),
                                elements::enumValue),
                        directives,
                        location);
            case InputObjectTypeDefinition ignored ->
                new InputType(
                        name,
                        description,
                        named(
                                name,
                                parts,
                                part -> ((InputObjectTypeDefinition) part).getInputValueDefinitions(),
                                elements::input),
                        directives,
                        location);
            default -> new ScalarType(name, description, directives, location);
        };
    }

    /** Whether a part extends a type rather than defining it. */
    private static boolean isExtension(TypeDefinition<?> part) {
        return part instanceof ObjectTypeExtensionDefinition
                || part instanceof InterfaceTypeExtensionDefinition
                || part instanceof UnionTypeExtensionDefinition
                || part instanceof EnumTypeExtensionDefinition
                || part instanceof InputObjectTypeExtensionDefinition
                || part instanceof ScalarTypeExtensionDefinition;
    }

    /** {@code @external} on a type is short for the same on each of its fields. */
    private static FieldsType withExternalFields(FieldsType type) {
        AppliedDirective external =
                type.directives().first(FederationDirective.EXTERNAL).orElse(null);
        if (external == null) {
            return type;
        }
        Map<String, FieldElement> fields = new LinkedHashMap<>(type.fields());
        fields.replaceAll((name, field) -> field.directives().has(FederationDirective.EXTERNAL)
                ? field
                : field.withDirectives(field.directives().with(external)));
        return type.withFields(fields);
    }

    /** {@code @shareable} on one declaration of a type is short for the same on each field of that declaration alone. */
    private FieldsType withSharedFields(List<TypeDefinition<?>> parts, FieldsType type) {
        AppliedDirective shareable =
                type.directives().first(FederationDirective.SHAREABLE).orElse(null);
        Set<String> shared = parts.stream()
                .filter(part -> directives(List.of(part), elements).has(FederationDirective.SHAREABLE))
                .flatMap(part -> ((ImplementingTypeDefinition<?>) part).getFieldDefinitions().stream())
                .map(FieldDefinition::getName)
                .collect(Collectors.toSet());
        if (shareable == null || shared.containsAll(type.fields().keySet())) {
            return type;
        }
        Map<String, FieldElement> fields = new LinkedHashMap<>(type.fields());
        fields.replaceAll(
                (name, field) -> shared.contains(name) && !field.directives().has(FederationDirective.SHAREABLE)
                        ? field.withDirectives(field.directives().with(shareable))
                        : field);
        return type.withFields(fields).withDirectives(type.directives().without(FederationDirective.SHAREABLE));
    }

    private void checkDefinedOnce(String name, List<TypeDefinition<?>> parts) {
        parts.stream()
                .filter(part -> !isExtension(part))
                .skip(1)
                .forEach(again -> problems.error(
                        CompositionErrorCode.INVALID_GRAPHQL,
                        name,
                        Place.of(subgraph, again.getSourceLocation()),
                        "\"" + name + "\" is defined more than once; remove the definition or write \"extend\""));
    }

    /** Whether the parts hold a definition, or extensions only. */
    static TypeOrigin origin(List<TypeDefinition<?>> parts, ElementReader elements) {
        boolean extended = parts.stream().allMatch(TypeReader::isExtension)
                || directives(parts, elements).has(FederationDirective.EXTENDS);
        return extended ? TypeOrigin.EXTENSION : TypeOrigin.DEFINITION;
    }

    private Map<String, FieldElement> fields(String name, List<TypeDefinition<?>> parts) {
        return named(
                name,
                parts,
                part -> switch (part) {
                    case ObjectTypeDefinition object -> object.getFieldDefinitions();
                    case InterfaceTypeDefinition type -> type.getFieldDefinitions();
                    default -> List.<FieldDefinition>of();
                },
                elements::field);
    }

    private <D extends NamedNode<?>, E> Map<String, E> named(
            String name,
            List<TypeDefinition<?>> parts,
            Function<TypeDefinition<?>, List<D>> definitions,
            Function<D, E> read) {
        Map<String, E> result = new LinkedHashMap<>();
        for (TypeDefinition<?> part : parts) {
            for (D definition : definitions.apply(part)) {
                if (result.putIfAbsent(definition.getName(), read.apply(definition)) != null) {
                    String coordinate = name + "." + definition.getName();
                    problems.error(
                            CompositionErrorCode.INVALID_GRAPHQL,
                            coordinate,
                            Place.of(subgraph, definition.getSourceLocation()),
                            "\"" + coordinate + "\" is defined more than once; remove one of the definitions");
                }
            }
        }
        return result;
    }

    private Set<String> interfaces(List<TypeDefinition<?>> parts) {
        Set<String> interfaces = new LinkedHashSet<>();
        for (TypeDefinition<?> part : parts) {
            if (part instanceof ImplementingTypeDefinition<?> implementing) {
                implementing.getImplements().forEach(each -> interfaces.add(TypeReferences.namedType(each)));
            }
        }
        return interfaces;
    }

    private Set<String> members(List<TypeDefinition<?>> parts) {
        Set<String> members = new LinkedHashSet<>();
        for (TypeDefinition<?> part : parts) {
            if (part instanceof UnionTypeDefinition union) {
                for (Type<?> member : union.getMemberTypes()) {
                    members.add(elements.typeNames().apply(TypeReferences.namedType(member)));
                }
            }
        }
        return members;
    }

    private static Directives directives(List<TypeDefinition<?>> parts, ElementReader elements) {
        List<Directive> all = new ArrayList<>();
        for (TypeDefinition<?> part : parts) {
            all.addAll(part.getDirectives());
        }
        return elements.directives(all);
    }

    private static @Nullable String description(List<TypeDefinition<?>> parts) {
        return parts.stream()
                .filter(AbstractDescribedNode.class::isInstance)
                .map(part -> ElementReader.text(((AbstractDescribedNode<?>) part).getDescription()))
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable SourceLocation location(List<TypeDefinition<?>> parts) {
        return parts.stream()
                .filter(part -> !isExtension(part))
                .findFirst()
                .orElse(parts.getFirst())
                .getSourceLocation();
    }
}
