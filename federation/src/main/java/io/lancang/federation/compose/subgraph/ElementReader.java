package io.lancang.federation.compose.subgraph;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.EnumValueElement;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.TypeReferences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of types.
 *
 * @param links gives directives their names in the model
 * @param typeNames gives types their names in the model, which differ for renamed root types
 */
record ElementReader(Links links, UnaryOperator<String> typeNames) {

    Map<String, InputElement> inputs(List<InputValueDefinition> definitions) {
        Map<String, InputElement> inputs = new LinkedHashMap<>();
        definitions.forEach(definition -> inputs.put(definition.getName(), input(definition)));
        return inputs;
    }

    InputElement input(InputValueDefinition definition) {
        return new InputElement(
                definition.getName(),
                text(definition.getDescription()),
                TypeReferences.rename(definition.getType(), typeNames),
                definition.getDefaultValue(),
                directives(definition.getDirectives()),
                definition.getSourceLocation());
    }

    FieldElement field(FieldDefinition definition) {
        return new FieldElement(
                definition.getName(),
                text(definition.getDescription()),
                TypeReferences.rename(definition.getType(), typeNames),
                inputs(definition.getInputValueDefinitions()),
                directives(definition.getDirectives()),
                definition.getSourceLocation());
    }

    EnumValueElement enumValue(EnumValueDefinition definition) {
        return new EnumValueElement(
                definition.getName(),
                text(definition.getDescription()),
                directives(definition.getDirectives()),
                definition.getSourceLocation());
    }

    Directives directives(List<Directive> applied) {
        return new Directives(applied.stream().map(this::directive).toList());
    }

    private AppliedDirective directive(Directive directive) {
        Map<String, Value<?>> arguments = new LinkedHashMap<>();
        for (Argument argument : directive.getArguments()) {
            arguments.put(argument.getName(), value(argument));
        }
        return new AppliedDirective(links.modelName(directive.getName()), arguments, directive.getSourceLocation());
    }

    /** Some libraries of Federation 1 wrote field sets as lists of strings. */
    private Value<?> value(Argument argument) {
        return links.version().isOne()
                        && argument.getName().equals("fields")
                        && argument.getValue() instanceof ArrayValue array
                        && array.getValues().stream().allMatch(StringValue.class::isInstance)
                ? StringValue.of(array.getValues().stream()
                        .map(item -> ((StringValue) item).getValue())
                        .collect(Collectors.joining(" ")))
                : argument.getValue();
    }

    static @Nullable String text(@Nullable Description description) {
        return description == null ? null : description.getContent();
    }
}
