package io.lancang.federation.cost;

import graphql.language.ArrayValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputValueDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.lancang.federation.supergraph.DeclaredCosts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What clients' input costs: 1 for each input object unless {@code @cost} says otherwise, and nothing for other values. */
final class InputCosts {
    private final DeclaredCosts costs;
    private final Map<String, Map<String, InputRule>> inputObjects = new HashMap<>();

    InputCosts(GraphQLSchema apiSchema, DeclaredCosts costs) {
        this.costs = costs;
        for (GraphQLNamedType type : apiSchema.getAllTypesAsList()) {
            if (type instanceof GraphQLInputObjectType input) {
                Map<String, InputRule> rules = new HashMap<>();
                input.getFieldDefinitions()
                        .forEach(field -> rules.put(
                                field.getName(), rule(field, costs.inputField(input.getName(), field.getName()))));
                inputObjects.put(input.getName(), rules);
            }
        }
    }

    /**
     * The rule of an argument or a field of an input object.
     *
     * @param declared its own weight; null if it has none
     */
    InputRule rule(GraphQLInputValueDefinition input, @Nullable Integer declared) {
        GraphQLNamedType type = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(input.getType());
        return new InputRule(
                declared == null ? costs.type(type.getName()) : declared,
                type instanceof GraphQLInputObjectType ? type.getName() : null);
    }

    /** What a value costs that stands in the operation. */
    Cost ofLiteral(Value<?> value, InputRule rule) {
        return switch (value) {
            case NullValue none -> Cost.Fixed.NOTHING;
            case VariableReference variable ->
                rule.isFree() ? Cost.Fixed.NOTHING : new Cost.VariableInput(variable.getName(), rule, this);
            case ArrayValue array -> {
                List<Cost> parts = new ArrayList<>();
                parts.add(fixed(rule.weight(0)));
                array.getValues().forEach(item -> parts.add(ofLiteral(item, rule)));
                yield Cost.Sum.of(parts);
            }
            case ObjectValue object
            when rule.inputObject() != null -> {
                List<Cost> parts = new ArrayList<>();
                parts.add(fixed(rule.weight(1)));
                for (ObjectField field : object.getObjectFields()) {
                    InputRule inner = field(rule.inputObject(), field.getName());
                    parts.add(inner == null ? Cost.Fixed.NOTHING : ofLiteral(field.getValue(), inner));
                }
                yield Cost.Sum.of(parts);
            }
            default -> fixed(rule.weight(0));
        };
    }

    /** What a coerced JSON value costs. */
    long ofValue(@Nullable Object value, InputRule rule) {
        if (value == null || rule.isFree()) {
            return 0;
        }
        if (value instanceof List<?> items) {
            long sum = rule.weight(0);
            for (Object item : items) {
                sum = Amounts.add(sum, ofValue(item, rule));
            }
            return sum;
        }
        if (value instanceof Map<?, ?> object && rule.inputObject() != null) {
            long sum = rule.weight(1);
            for (Map.Entry<?, ?> field : object.entrySet()) {
                InputRule inner = field(rule.inputObject(), String.valueOf(field.getKey()));
                sum = inner == null ? sum : Amounts.add(sum, ofValue(field.getValue(), inner));
            }
            return sum;
        }
        return rule.weight(0);
    }

    private @Nullable InputRule field(String type, String name) {
        return inputObjects.getOrDefault(type, Map.of()).get(name);
    }

    private static Cost fixed(long amount) {
        return amount == 0 ? Cost.Fixed.NOTHING : new Cost.Fixed(amount);
    }
}
