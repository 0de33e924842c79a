package io.lancang.federation.operation.document;

import graphql.language.Document;
import graphql.language.Node;
import graphql.schema.GraphQLSchema;
import graphql.validation.DocumentVisitor;
import graphql.validation.LanguageTraversal;
import graphql.validation.OperationValidationRule;
import graphql.validation.OperationValidator;
import graphql.validation.ValidationContext;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorCollector;
import io.lancang.federation.SchemaDisclosure;
import io.lancang.federation.budget.TimeBudget;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.error.SourceLocation;
import io.lancang.federation.operation.message.ErrorList;
import io.lancang.federation.operation.message.SourcePlaces;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Validates by graphql-java's rules, and says besides what the client may have meant. */
final class DocumentValidator {
    /** graphql-java begins a message with its own name of the rule and a path without aliases; clients need neither. */
    private static final Pattern PREAMBLE = Pattern.compile("^Validation error \\([^)]*\\) ?: ?");

    private final GraphQLSchema schema;
    private final int maxErrors;
    private final SchemaDisclosure disclosure;

    DocumentValidator(GraphQLSchema schema, int maxErrors, SchemaDisclosure disclosure) {
        this.schema = schema;
        this.maxErrors = maxErrors;
        this.disclosure = disclosure;
    }

    /**
     * The errors of a document in which no fragment spreads itself, up to the greatest number and a note that there are more.
     *
     * @throws io.lancang.federation.budget.OutOfTimeException if that takes too long
     */
    List<GraphQLError> validate(Document document, TimeBudget budget) {
        ErrorList errors = new ErrorList(maxErrors);
        ReservedNames.find(document, disclosure.introspection(), errors);
        LibraryDirectives.find(document, errors);
        SubscriptionRoots.find(document, errors);
        ErrorList noInputs = new ErrorList(maxErrors);
        VariablesOfOutputTypes.find(document, schema, noInputs);
        if (noInputs.isEmpty()) {
            List<ValidationError> found = byRules(document, budget);
            if (!found.isEmpty()) {
                Suggestions suggestions = new Suggestions(schema, document, disclosure.suggestions());
                found.forEach(error -> errors.add(convert(error, suggestions)));
            }
        } else {
            noInputs.toList().forEach(errors::add);
        }
        return errors.toList();
    }

    /** As graphql-java's validator does, but with an eye on the clock, and with one error more than are listed. */
    private List<ValidationError> byRules(Document document, TimeBudget budget) {
        ValidationContext context = SpecifiedRules.context(schema, document);
        ValidationErrorCollector collector = new ValidationErrorCollector(maxErrors + 1);
        DocumentVisitor rules = new OperationValidator(context, collector, DocumentValidator::applies);
        try {
            new LanguageTraversal()
                    .traverse(document, new Watched(rules, new StreamedFields(context, collector), budget));
        } catch (RuntimeException e) {
            if (collector.getErrors().size() <= maxErrors) {
                throw e;
            }
            // The collector ends the traversal in this way when it is full; its exception is not public.
        }
        return collector.getErrors();
    }

    /** Whether a rule is one of those that this package has none of its own in place of. */
    private static boolean applies(OperationValidationRule rule) {
        return SpecifiedRules.contain(rule)
                && rule != OperationValidationRule.SUBSCRIPTION_UNIQUE_ROOT_FIELD
                && rule != OperationValidationRule.NO_FRAGMENT_CYCLES;
    }

    /** Notes each visit to a part of the document. */
    private record Watched(DocumentVisitor rules, DocumentVisitor streams, TimeBudget budget)
            implements DocumentVisitor {
        @Override
        @SuppressWarnings("rawtypes") // the overridden method is raw
        public void enter(Node node, List<Node> path) {
            budget.step();
            rules.enter(node, path);
            streams.enter(node, path);
        }

        @Override
        @SuppressWarnings("rawtypes") // the overridden method is raw
        public void leave(Node node, List<Node> path) {
            rules.leave(node, path);
            streams.leave(node, path);
        }
    }

    private static GraphQLError convert(ValidationError error, Suggestions suggestions) {
        String message = PREAMBLE.matcher(error.getMessage()).replaceFirst("");
        List<SourceLocation> places = error.getLocations() == null
                ? List.of()
                : error.getLocations().stream().map(SourcePlaces::of).toList();
        return new GraphQLError(
                places.isEmpty() ? message : suggestions.explain(message, places.getFirst()),
                places,
                List.of(),
                ErrorCode.GRAPHQL_VALIDATION_FAILED.name(),
                null,
                Map.of());
    }
}
