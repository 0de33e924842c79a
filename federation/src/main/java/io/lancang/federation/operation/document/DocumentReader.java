package io.lancang.federation.operation.document;

import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.SchemaDisclosure;
import io.lancang.federation.budget.TimeBudget;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.operation.form.DocumentForm;
import io.lancang.federation.operation.message.ErrorList;
import io.lancang.federation.operation.message.Shortened;
import io.lancang.federation.operation.message.SourcePlaces;
import java.util.List;

/** Text to a valid document: its form first, then syntax, then size, then the schema. */
public final class DocumentReader {
    private final OperationLimits limits;
    private final DocumentValidator validator;
    private final ParserOptions parserOptions;

    public DocumentReader(GraphQLSchema schema, OperationLimits limits, SchemaDisclosure disclosure) {
        this.limits = limits;
        this.validator = new DocumentValidator(schema, limits.maxErrors(), disclosure);
        this.parserOptions = ParserOptions.newParserOptions()
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .readerTrackData(false)
                .maxCharacters(limits.maxCharacters())
                .maxTokens(limits.form().maxTokens())
                // Selection sets, lists and input objects nest in several grammar rules a level.
                .maxRuleDepth(limits.form().maxNesting() * 10)
                .build();
    }

    /**
     * Reads a document.
     *
     * @throws io.lancang.federation.budget.OutOfTimeException if that takes too long
     */
    public DocumentResult read(String text, TimeBudget budget) {
        if (text.length() > limits.maxCharacters()) {
            return refused(tooLong());
        }
        GraphQLError breach = DocumentForm.breach(text, limits.form());
        if (breach != null) {
            return new DocumentResult.Invalid(List.of(breach));
        }
        Document document;
        try {
            document = new SignedZeros()
                    .parseDocument(ParserEnvironment.newParserEnvironment()
                            .document(text)
                            .parserOptions(
                                    parserOptions.transform(options -> options.parsingListener(token -> budget.step())))
                            .build());
        } catch (ParseCancelledTooManyCharsException e) {
            return refused(tooLong());
        } catch (ParseCancelledTooDeepException e) {
            return refused("The document nests more than " + limits.form().maxNesting()
                    + " brackets in each other. Send values in variables, or split the document.");
        } catch (ParseCancelledException e) {
            return refused("The document has more than " + limits.form().maxTokens()
                    + " tokens, or too much white space between them. Send a smaller one.");
        } catch (InvalidSyntaxException e) {
            GraphQLError error =
                    GraphQLError.of(ErrorCode.GRAPHQL_PARSE_FAILED, Shortened.message(String.valueOf(e.getMessage())));
            return new DocumentResult.Invalid(
                    List.of(e.getLocation() == null ? error : error.at(SourcePlaces.of(e.getLocation()))));
        }
        return check(document, budget);
    }

    private DocumentResult check(Document document, TimeBudget budget) {
        ErrorList cycles = new ErrorList(limits.maxErrors());
        FragmentOrder order = new FragmentOrder(document, cycles);
        if (!cycles.isEmpty()) {
            return new DocumentResult.Invalid(cycles.toList());
        }
        List<GraphQLError> tooLarge = new DocumentSize(document, order.fragments()).exceeded(limits);
        if (!tooLarge.isEmpty()) {
            return new DocumentResult.Invalid(tooLarge);
        }
        List<GraphQLError> invalid = validator.validate(document, budget);
        return invalid.isEmpty() ? new DocumentResult.Valid(document) : new DocumentResult.Invalid(invalid);
    }

    private String tooLong() {
        return "The document has more than " + limits.maxCharacters() + " characters. Send a smaller one.";
    }

    private static DocumentResult refused(String message) {
        return new DocumentResult.Invalid(List.of(GraphQLError.of(ErrorCode.LIMIT_EXCEEDED, message)));
    }
}
