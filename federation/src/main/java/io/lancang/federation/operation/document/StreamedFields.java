package io.lancang.federation.operation.document;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.validation.DocumentVisitor;
import graphql.validation.ValidationContext;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorCollector;
import graphql.validation.ValidationErrorType;
import io.lancang.federation.operation.message.Shortened;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds {@code @stream} to lists, to a count that can be, and to labels that tell one from another. It visits a node after
 * graphql-java's rules, which bring the context there.
 */
public final class StreamedFields implements DocumentVisitor {
    /** The name of the directive. */
    public static final String STREAM = "stream";

    private final ValidationContext context;
    private final ValidationErrorCollector errors;
    private final Set<String> labels = new HashSet<>();

    StreamedFields(ValidationContext context, ValidationErrorCollector errors) {
        this.context = context;
        this.errors = errors;
    }

    @Override
    @SuppressWarnings("rawtypes") // the overridden method is raw
    public void enter(Node node, List<Node> path) {
        switch (node) {
            case OperationDefinition _ -> labels.clear();
            case Field field -> check(field);
            default -> {}
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // the overridden method is raw
    public void leave(Node node, List<Node> path) {}

    private void check(Field field) {
        for (Directive directive : field.getDirectives(STREAM)) {
            GraphQLType type = context.getOutputType();
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
            } else if (label instanceof StringValue literal) {
                String text = Objects.requireNonNull(literal.getValue());
                if (!labels.add(text)) {
                    refuse(
                            directive,
                            "Argument 'label' of directive 'stream' must be unique, but '" + Shortened.quote(text, 100)
                                    + "' stands more than once");
                }
            }
        }
    }

    private void refuse(Directive directive, String message) {
        errors.addError(ValidationError.newValidationError()
                .validationErrorType(ValidationErrorType.MisplacedDirective)
                .sourceLocation(directive.getSourceLocation())
                .description(message)
                .build());
    }

    /** What is written for an argument of the directive; null if nothing is. */
    public static @Nullable Value<?> value(Directive directive, String argument) {
        Argument written = directive.getArgument(argument);
        return written == null ? null : written.getValue();
    }
}
