package io.lancang.federation.operation;

import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import java.util.List;

/** Text to a valid document: syntax first, then size, then the schema. */
final class DocumentReader {
    private final GraphQLSchema schema;
    private final OperationLimits limits;
    private final ParserOptions parserOptions;

    DocumentReader(GraphQLSchema schema, OperationLimits limits) {
        this.schema = schema;
        this.limits = limits;
        this.parserOptions = ParserOptions.newParserOptions()
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .readerTrackData(false)
                .maxCharacters(limits.maxCharacters())
                .maxTokens(limits.maxTokens())
                // Selection sets, lists and input objects nest in several grammar rules a level.
                .maxRuleDepth(limits.maxDepth() * 10)
                .build();
    }

    DocumentResult read(String text) {
        Document document;
        try {
            document = new SignedZeros()
                    .parseDocument(ParserEnvironment.newParserEnvironment()
                            .document(text)
                            .parserOptions(parserOptions)
                            .build());
        } catch (ParseCancelledTooManyCharsException e) {
            return refused("The document has more than " + limits.maxCharacters() + " characters. Send a smaller one.");
        } catch (ParseCancelledTooDeepException e) {
            return refused("The document is nested too deeply; an operation may have " + limits.maxDepth()
                    + " levels of fields.");
        } catch (ParseCancelledException e) {
            return refused("The document has more than " + limits.maxTokens() + " tokens. Send a smaller one.");
        } catch (InvalidSyntaxException e) {
            GraphQLError error = GraphQLError.of(ErrorCode.GRAPHQL_PARSE_FAILED, String.valueOf(e.getMessage()));
            return new DocumentResult.Invalid(
                    List.of(e.getLocation() == null ? error : error.at(DocumentValidator.place(e.getLocation()))));
        }
        List<GraphQLError> tooLarge = new DocumentSize(document).exceeded(limits);
        if (!tooLarge.isEmpty()) {
            return new DocumentResult.Invalid(tooLarge);
        }
        List<GraphQLError> invalid = new DocumentValidator(schema).validate(document);
        return invalid.isEmpty() ? new DocumentResult.Valid(document) : new DocumentResult.Invalid(invalid);
    }

    private static DocumentResult refused(String message) {
        return new DocumentResult.Invalid(List.of(GraphQLError.of(ErrorCode.LIMIT_EXCEEDED, message)));
    }
}
