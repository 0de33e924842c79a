package io.lancang.federation.operation;

import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import graphql.validation.rules.SubscriptionUniqueRootField;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.error.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Validates by graphql-java's rules, and says besides what the client may have meant. */
final class DocumentValidator {
    /** graphql-java begins a message with its own name of the rule and a path without aliases; clients need neither. */
    private static final Pattern PREAMBLE = Pattern.compile("^Validation error \\([^)]*\\) ?: ?");

    private final GraphQLSchema schema;

    DocumentValidator(GraphQLSchema schema) {
        this.schema = schema;
    }

    List<GraphQLError> validate(Document document) {
        List<GraphQLError> errors = new ArrayList<>(ReservedAliases.find(document));
        errors.addAll(LibraryDirectives.find(document));
        errors.addAll(SubscriptionRoots.find(document));
        List<GraphQLError> noInputs = VariablesOfOutputTypes.find(document, schema);
        if (!noInputs.isEmpty()) {
            errors.addAll(noInputs);
            return errors;
        }
        List<ValidationError> found = new Validator()
                .validateDocument(schema, document, rule -> rule != SubscriptionUniqueRootField.class, Locale.ENGLISH);
        if (!found.isEmpty()) {
            Suggestions suggestions = new Suggestions(schema, document);
            found.forEach(error -> errors.add(convert(error, suggestions)));
        }
        return errors;
    }

    private static GraphQLError convert(ValidationError error, Suggestions suggestions) {
        String message = PREAMBLE.matcher(error.getMessage()).replaceFirst("");
        List<SourceLocation> places = error.getLocations() == null
                ? List.of()
                : error.getLocations().stream().map(DocumentValidator::place).toList();
        return new GraphQLError(
                places.isEmpty() ? message : suggestions.explain(message, places.getFirst()),
                places,
                List.of(),
                ErrorCode.GRAPHQL_VALIDATION_FAILED.name(),
                null,
                Map.of());
    }

    static SourceLocation place(graphql.language.SourceLocation location) {
        return new SourceLocation(location.getLine(), location.getColumn());
    }
}
