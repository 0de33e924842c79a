package io.lancang.federation.operation.document;

import graphql.ExperimentalApi;
import graphql.i18n.I18n;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import graphql.validation.LanguageTraversal;
import graphql.validation.OperationValidationRule;
import graphql.validation.OperationValidator;
import graphql.validation.QueryComplexityLimits;
import graphql.validation.ValidationContext;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorCollector;
import java.util.List;
import java.util.Locale;

/**
 * Validates by the rules of the specification, {@code @defer} included. graphql-java has limits besides, of depth, of fields and of
 * introspection: what a document may cost is for the engine's limits to say, and those who are trusted have none.
 */
public final class SpecifiedRules {
    private SpecifiedRules() {}

    /** What is not valid about a document that somebody trusts: nothing here is bounded. */
    public static List<ValidationError> errors(GraphQLSchema schema, Document document) {
        ValidationErrorCollector errors = new ValidationErrorCollector(Integer.MAX_VALUE);
        new LanguageTraversal()
                .traverse(document, new OperationValidator(context(schema, document), errors, SpecifiedRules::contain));
        return errors.getErrors();
    }

    /** In which a document is validated, without limits. */
    static ValidationContext context(GraphQLSchema schema, Document document) {
        ValidationContext context = new ValidationContext(
                schema, document, I18n.i18n(I18n.BundleType.Validation, Locale.ENGLISH), QueryComplexityLimits.NONE);
        // Else the rules of @defer say nothing.
        context.getGraphQLContext().put(ExperimentalApi.ENABLE_INCREMENTAL_SUPPORT, true);
        return context;
    }

    /** Whether a rule is one of the specification. */
    static boolean contain(OperationValidationRule rule) {
        return rule != OperationValidationRule.GOOD_FAITH_INTROSPECTION;
    }
}
