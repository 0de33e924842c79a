package io.lancang.federation.supergraph;

import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import io.lancang.federation.Contract;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of a schema a {@link Contract} leaves out: first those whose tags say so, then those that cannot be without them. An
 * element is named by its coordinate.
 */
final class ContractElements {
    private final Contract contract;
    private final @Nullable String tag;
    private final Map<String, TypeDefinition<?>> types;
    private final Set<String> hidden = new HashSet<>();

    private ContractElements(Contract contract, @Nullable String tag, Map<String, TypeDefinition<?>> types) {
        this.contract = contract;
        this.tag = tag;
        this.types = types;
    }

    /**
     * The coordinates of those that are left out. What nothing leads to is not among them.
     *
     * @param tag the name of {@code @tag}; null if the supergraph has none
     * @param types all that clients of the whole graph see, by name
     */
    static Set<String> hidden(Contract contract, @Nullable String tag, Map<String, TypeDefinition<?>> types) {
        ContractElements elements = new ContractElements(contract, tag, types);
        types.values().forEach(elements::judge);
        int before;
        do {
            before = elements.hidden.size();
            types.values().forEach(elements::settle);
        } while (elements.hidden.size() > before);
        return elements.hidden;
    }

    static String field(String type, String field) {
        return type + "." + field;
    }

    static String argument(String type, String field, String argument) {
        return type + "." + field + "(" + argument + ":)";
    }

    private void judge(TypeDefinition<?> type) {
        Set<String> tags = tags((DirectivesContainer<?>) type);
        if (isExcluded(tags)) {
            hidden.add(type.getName());
        }
        switch (type) {
            case ImplementingTypeDefinition<?> object ->
                object.getFieldDefinitions().forEach(field -> judge(object.getName(), tags, field));
            case InputObjectTypeDefinition input ->
                input.getInputValueDefinitions().forEach(each -> judge(field(input.getName(), each.getName()), each));
            case EnumTypeDefinition values ->
                values.getEnumValueDefinitions().forEach(each -> judge(field(values.getName(), each.getName()), each));
            default -> {
                // Scalars and unions have nothing of their own that is tagged.
            }
        }
    }

    private void judge(String type, Set<String> ofType, FieldDefinition field) {
        Set<String> tags = tags(field);
        boolean isMeant = contract.include().isEmpty()
                || !Collections.disjoint(contract.include(), tags)
                || !Collections.disjoint(contract.include(), ofType);
        if (!isMeant || isExcluded(tags)) {
            hidden.add(field(type, field.getName()));
        }
        field.getInputValueDefinitions().forEach(each -> judge(argument(type, field.getName(), each.getName()), each));
    }

    private void judge(String coordinate, DirectivesContainer<?> element) {
        if (isExcluded(tags(element))) {
            hidden.add(coordinate);
        }
    }

    private boolean isExcluded(Collection<String> tags) {
        return !Collections.disjoint(contract.exclude(), tags);
    }

    private Set<String> tags(DirectivesContainer<?> element) {
        Set<String> tags = new HashSet<>();
        if (tag != null) {
            element.getDirectives(tag)
                    .forEach(each -> tags.add(new DirectiveArguments(each, "@" + tag).requiredText("name")));
        }
        return tags;
    }

    /** Leaves out what cannot be without what is left out. */
    private void settle(TypeDefinition<?> type) {
        String name = type.getName();
        if (hidden.contains(name)) {
            return;
        }
        boolean isEmpty = switch (type) {
            case ImplementingTypeDefinition<?> object -> {
                object.getFieldDefinitions().forEach(field -> settle(name, field));
                object.getImplements().forEach(each -> settleInterface(object, TypeNames.named((Type<?>) each)));
                yield object.getFieldDefinitions().stream()
                        .allMatch(field -> hidden.contains(field(name, field.getName())));
            }
            case InputObjectTypeDefinition input -> settle(input);
            case EnumTypeDefinition values ->
                values.getEnumValueDefinitions().stream()
                        .map(EnumValueDefinition::getName)
                        .allMatch(value -> hidden.contains(field(name, value)));
            case UnionTypeDefinition union ->
                union.getMemberTypes().stream().allMatch(member -> isGone((Type<?>) member));
            default -> false;
        };
        if (isEmpty) {
            hidden.add(name);
        }
    }

    private void settle(String type, FieldDefinition field) {
        boolean isGone = isGone(field.getType());
        for (InputValueDefinition argument : field.getInputValueDefinitions()) {
            String coordinate = argument(type, field.getName(), argument.getName());
            if (isGone(argument.getType())) {
                hidden.add(coordinate);
            }
            isGone |= hidden.contains(coordinate) && isRequired(argument);
        }
        if (isGone) {
            hidden.add(field(type, field.getName()));
        }
    }

    /** An interface has no field, and no argument of one, that one of its types lacks. */
    private void settleInterface(ImplementingTypeDefinition<?> object, String implemented) {
        if (!(types.get(implemented) instanceof ImplementingTypeDefinition<?> type)) {
            return;
        }
        for (FieldDefinition field : type.getFieldDefinitions()) {
            if (hidden.contains(field(object.getName(), field.getName())) && !hidden.contains(object.getName())) {
                hidden.add(field(implemented, field.getName()));
            }
            for (InputValueDefinition argument : field.getInputValueDefinitions()) {
                if (hidden.contains(argument(object.getName(), field.getName(), argument.getName()))) {
                    hidden.add(argument(implemented, field.getName(), argument.getName()));
                }
            }
        }
    }

    /** Whether nothing of it can be given any more. */
    private boolean settle(InputObjectTypeDefinition input) {
        boolean isEmpty = true;
        boolean lacksRequired = false;
        for (InputValueDefinition field : input.getInputValueDefinitions()) {
            String coordinate = field(input.getName(), field.getName());
            if (isGone(field.getType())) {
                hidden.add(coordinate);
            }
            boolean isGone = hidden.contains(coordinate);
            isEmpty &= isGone;
            lacksRequired |= isGone && isRequired(field);
        }
        return isEmpty || lacksRequired;
    }

    private static boolean isRequired(InputValueDefinition input) {
        return input.getType() instanceof NonNullType && input.getDefaultValue() == null;
    }

    private boolean isGone(Type<?> type) {
        return hidden.contains(TypeNames.named(type));
    }
}
