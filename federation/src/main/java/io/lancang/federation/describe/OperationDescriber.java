package io.lancang.federation.describe;

import graphql.language.Comment;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import io.lancang.federation.OperationDescription;
import io.lancang.federation.OperationType;
import io.lancang.federation.operation.document.OperationRootTypes;
import io.lancang.federation.operation.document.SpecifiedRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Describes the one operation of a document that somebody trusts: nothing here is bounded. */
public final class OperationDescriber {
    private OperationDescriber() {}

    /**
     * What the operation of a document is as a function.
     *
     * @param schema that clients see
     * @throws IllegalArgumentException if the document has not exactly one operation, or is not valid in the schema; its message is the end
     *     of a sentence that begins with the document
     */
    public static OperationDescription describe(GraphQLSchema schema, String document) {
        Document parsed = parse(document);
        List<OperationDefinition> operations = parsed.getDefinitionsOfType(OperationDefinition.class);
        if (operations.size() != 1) {
            throw new IllegalArgumentException("has " + operations.size() + " operations, and one is a function");
        }
        List<ValidationError> errors = SpecifiedRules.errors(schema, parsed);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("is not valid: "
                    + errors.stream().map(ValidationError::getMessage).collect(Collectors.joining("; ")));
        }
        OperationDefinition operation = operations.getFirst();
        GraphQLObjectType root = root(schema, operation);
        return new OperationDescription(
                type(operation),
                operation.getName(),
                description(root, operation, parsed),
                new InputSchema(schema, VariableUses.of(schema, parsed)).of(operation),
                new AnswerSchema(schema, parsed).of(root, operation.getSelectionSet()));
    }

    private static Document parse(String document) {
        ParserOptions options =
                ParserOptions.getDefaultParserOptions().transform(builder -> builder.captureLineComments(true));
        try {
            return new Parser()
                    .parseDocument(ParserEnvironment.newParserEnvironment()
                            .document(document)
                            .parserOptions(options)
                            .build());
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("cannot be parsed: " + e.getMessage(), e);
        }
    }

    private static OperationType type(OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> OperationType.QUERY;
            case MUTATION -> OperationType.MUTATION;
            case SUBSCRIPTION -> OperationType.SUBSCRIPTION;
        };
    }

    /** The type of the operation's root fields, which a valid document has. */
    private static GraphQLObjectType root(GraphQLSchema schema, OperationDefinition operation) {
        return Objects.requireNonNull(OperationRootTypes.of(schema, operation), "the document is valid");
    }

    /** What its author has written above it, as a comment: that is where clients' tools look for it. */
    private static String description(GraphQLObjectType root, OperationDefinition operation, Document document) {
        Definition<?> first = document.getDefinitions().getFirst();
        String own = comments(operation);
        if (own.isEmpty()) {
            own = comments(first);
        }
        return own.isEmpty() ? ofRootFields(root, operation) : own;
    }

    /** The text of the comments above a node, as one paragraph. */
    static String comments(Node<?> node) {
        return node.getComments().stream()
                .map(Comment::getContent)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String ofRootFields(GraphQLObjectType root, OperationDefinition operation) {
        List<String> descriptions = new ArrayList<>();
        for (Selection<?> selection : operation.getSelectionSet().getSelections()) {
            GraphQLFieldDefinition field =
                    selection instanceof Field named ? root.getFieldDefinition(named.getName()) : null;
            if (field != null && field.getDescription() != null) {
                descriptions.add(field.getDescription().strip());
            }
        }
        return String.join(" ", descriptions);
    }
}
