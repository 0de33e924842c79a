package io.lancang.federation.supergraph;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.IntValue;
import graphql.language.TypeDefinition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code @cost} and {@code @listSize}, under the names that the supergraph links them by. */
final class CostReader {
    private static final String SPEC = "cost";

    private final boolean isLinked;
    private final String cost;
    private final String listSize;
    private final Map<String, Integer> types = new HashMap<>();
    private final Map<String, Map<String, DeclaredField>> fields = new HashMap<>();
    private final Map<String, Map<String, Integer>> inputFields = new HashMap<>();

    CostReader(LinkedSpecs specs) {
        isLinked = specs.links(SPEC);
        cost = specs.directive(SPEC, "cost");
        listSize = specs.directive(SPEC, "listSize");
    }

    DeclaredCosts read(Map<String, TypeDefinition<?>> definitions, Map<String, SupergraphType> supergraphTypes) {
        if (isLinked) {
            definitions.values().forEach(this::read);
            supergraphTypes.values().forEach(this::completeAbstract);
        }
        return new DeclaredCosts(types, fields, inputFields);
    }

    private void read(TypeDefinition<?> definition) {
        String name = definition.getName();
        Integer weight = weight(definition, name);
        if (weight != null) {
            types.put(name, weight);
        }
        switch (definition) {
            case ImplementingTypeDefinition<?> type ->
                type.getFieldDefinitions().forEach(field -> read(name, field));
            case InputObjectTypeDefinition input ->
                put(inputFields, name, weights(input.getInputValueDefinitions(), name));
            default -> {
                // Unions, enums and scalars have no fields.
            }
        }
    }

    private void read(String type, FieldDefinition field) {
        String coordinate = type + "." + field.getName();
        DeclaredField declared = new DeclaredField(
                weight(field, coordinate),
                listSize(field, coordinate),
                weights(field.getInputValueDefinitions(), coordinate));
        if (!declared.saysNothing()) {
            fields.computeIfAbsent(type, added -> new HashMap<>()).put(field.getName(), declared);
        }
    }

    private Map<String, Integer> weights(List<InputValueDefinition> inputs, String coordinate) {
        Map<String, Integer> weights = new HashMap<>();
        for (InputValueDefinition input : inputs) {
            Integer weight = weight(input, coordinate + "." + input.getName());
            if (weight != null) {
                weights.put(input.getName(), weight);
            }
        }
        return weights;
    }

    private @Nullable Integer weight(DirectivesContainer<?> element, String coordinate) {
        DirectiveArguments arguments = arguments(element, cost, coordinate);
        if (arguments == null) {
            return null;
        }
        Integer weight = arguments.integer("weight");
        if (weight == null) {
            throw arguments.problem("@" + arguments.directive().getName() + " lacks the argument weight");
        }
        return weight;
    }

    private @Nullable ListSize listSize(FieldDefinition field, String coordinate) {
        DirectiveArguments arguments = arguments(field, listSize, coordinate);
        if (arguments == null) {
            return null;
        }
        Map<String, @Nullable Integer> slicing = new LinkedHashMap<>();
        for (String name : arguments.texts("slicingArguments")) {
            slicing.put(name, defaultOf(field, name));
        }
        return new ListSize(
                arguments.integer("assumedSize"),
                slicing,
                new LinkedHashSet<>(arguments.texts("sizedFields")),
                !slicing.isEmpty() && arguments.isTrue("requireOneSlicingArgument", true));
    }

    private static @Nullable Integer defaultOf(FieldDefinition field, String argument) {
        return field.getInputValueDefinitions().stream()
                .filter(input -> input.getName().equals(argument))
                .map(InputValueDefinition::getDefaultValue)
                .filter(IntValue.class::isInstance)
                .map(value -> ((IntValue) value).getValue().intValue())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable DirectiveArguments arguments(
            DirectivesContainer<?> element, String name, String coordinate) {
        List<Directive> applied = element.getDirectives(name);
        return applied.isEmpty() ? null : new DirectiveArguments(applied.getFirst(), coordinate);
    }

    /** Costs are declared on object types: what is abstract takes the largest of those that it may be. */
    private void completeAbstract(SupergraphType type) {
        if (type.kind() != TypeKind.INTERFACE && type.kind() != TypeKind.UNION) {
            return;
        }
        if (type.possibleTypes().stream().anyMatch(types::containsKey)) {
            type.possibleTypes().stream()
                    .map(name -> types.getOrDefault(name, 1))
                    .max(Integer::compare)
                    .ifPresent(weight -> types.put(type.name(), weight));
        }
        type.fields().keySet().forEach(field -> completeField(type, field));
    }

    private void completeField(SupergraphType type, String field) {
        DeclaredField own = declared(type.name(), field);
        Integer weight = own.weight();
        ListSize listSize = own.listSize();
        Map<String, Integer> arguments = new HashMap<>(own.arguments());
        for (String implementation : type.possibleTypes()) {
            DeclaredField other = declared(implementation, field);
            weight = own.weight() == null ? ListSize.larger(weight, other.weight()) : weight;
            if (own.listSize() == null && other.listSize() != null) {
                listSize = listSize == null ? other.listSize() : listSize.and(other.listSize());
            }
            other.arguments().forEach((name, each) -> arguments.merge(name, each, Math::max));
        }
        DeclaredField completed = new DeclaredField(weight, listSize, arguments);
        if (!completed.equals(own)) {
            fields.computeIfAbsent(type.name(), added -> new HashMap<>()).put(field, completed);
        }
    }

    private DeclaredField declared(String type, String field) {
        return Objects.requireNonNullElse(fields.get(type), Map.<String, DeclaredField>of())
                .getOrDefault(field, DeclaredField.NOTHING);
    }

    private static void put(Map<String, Map<String, Integer>> all, String type, Map<String, Integer> weights) {
        if (!weights.isEmpty()) {
            all.put(type, weights);
        }
    }
}
