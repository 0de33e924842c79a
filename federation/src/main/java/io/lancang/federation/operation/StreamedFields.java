package io.lancang.federation.operation;

import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.validation.AbstractRule;
import graphql.validation.ValidationContext;
import graphql.validation.ValidationErrorCollector;
import graphql.validation.ValidationErrorType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds {@code @stream} to lists, to a count that can be, and to labels that tell one from another. */
final class StreamedFields extends AbstractRule {
    /** The name of the directive. */
    static final String STREAM = "stream";

    private final Set<String> labels = new HashSet<>();

    StreamedFields(ValidationContext context, ValidationErrorCollector errors) {
        super(context, errors);
    }

    @Override
    public void checkOperationDefinition(OperationDefinition operation) {
        labels.clear();
    }

    @Override
    public void checkField(Field field) {
        for (Directive directive : field.getDirectives(STREAM)) {
            GraphQLType type = getValidationContext().getOutputType();
            if (type != null && !(GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLList)) {
                refuse(
                        directive,
                        "Directive 'stream' stands on the field '" + field.getName()
                                + "', which is no list. Remove it there");
            }
            if (value(directive, "initialCount") instanceof IntValue count
                    && count.getValue().signum() < 0) {
                refuse(
                        directive,
                        "Argument 'initialCount' of directive 'stream' is " + count.getValue()
                                + ", but it must be 0 or more");
            }
            Value<?> label = value(directive, "label");
            if (label instanceof VariableReference) {
                refuse(directive, "Argument 'label' of directive 'stream' must be a string, not a variable");
            } else if (label instanceof StringValue text && !labels.add(text.getValue())) {
                refuse(
                        directive,
                        "Argument 'label' of directive 'stream' must be unique, but '"
                                + Shortened.quote(text.getValue(), 100) + "' stands more than once");
            }
        }
    }

    private void refuse(Directive directive, String message) {
        addError(ValidationErrorType.MisplacedDirective, directive.getSourceLocation(), message);
    }

    private static @Nullable Value<?> value(Directive directive, String argument) {
        return directive.getArgument(argument) == null
                ? null
                : directive.getArgument(argument).getValue();
    }

    /** The directive on a list that counts, unless variables switch it off; null if there is none. */
    static @Nullable StreamedList of(Field field, List<String> path) {
        for (Directive directive : field.getDirectives(STREAM)) {
            Value<?> condition = value(directive, "if");
            Value<?> count = value(directive, "initialCount");
            if (!(condition instanceof BooleanValue literal) || literal.isValue()) {
                return new StreamedList(
                        path,
                        value(directive, "label") instanceof StringValue text ? text.getValue() : null,
                        condition instanceof VariableReference reference ? reference.getName() : null,
                        count instanceof IntValue number ? number.getValue().intValueExact() : 0,
                        count instanceof VariableReference reference ? reference.getName() : null);
            }
        }
        return null;
    }
}
