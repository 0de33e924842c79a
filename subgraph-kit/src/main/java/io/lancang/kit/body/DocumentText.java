package io.lancang.kit.body;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.RefusedRequest;
import io.lancang.kit.error.ServiceException;
import java.util.Optional;

/**
 * Bounds the text of a GraphQL document before it is parsed: a number of a million digits is one token, and takes minutes to
 * read. Says of a text that cannot be parsed why.
 *
 * @param characters how many it may have
 * @param tokens how many it may have
 */
record DocumentText(int characters, int tokens) {
    private static final String WAY_OUT = "Send values in variables, or ask for less in one document";
    private static final String OPERATOR = "; the service's operator may raise `";

    /** Bounds the parser, which is called with the options that are the default. The extension's own key is of other options. */
    void boundParser() {
        ParserOptions.setDefaultOperationParserOptions(ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxCharacters(characters).maxTokens(tokens)));
    }

    /** Why a document is not even parsed; empty if it is. */
    Optional<ExecutionResult> refusal(String document) {
        if (document.isEmpty()) {
            return Optional.of(refused(ServiceException.badInput(
                    "The request has no document.", "Send a JSON object whose `query` is a GraphQL document.")));
        }
        return document.length() > characters
                ? Optional.of(refused(tooMuch(
                        "The document has " + document.length() + " characters; " + characters + " are allowed.",
                        OPERATOR + "lancang.bodies.document`")))
                : Optional.empty();
    }

    /** What is wrong with a document that cannot be parsed; empty if it can. */
    Optional<ExecutionResult> fault(String document) {
        return Optional.ofNullable(ParseAndValidate.parse(
                                ExecutionInput.newExecutionInput(document).build())
                        .getSyntaxException())
                .map(this::fault);
    }

    private ExecutionResult fault(InvalidSyntaxException wrong) {
        return switch (wrong) {
            case ParseCancelledTooDeepException _ ->
                refused(tooMuch("The document nests too many brackets in each other to be parsed.", ""));
            case ParseCancelledException _ ->
                refused(tooMuch(
                        "The document has more than " + tokens + " tokens.", OPERATOR + "lancang.bodies.tokens`"));
            default -> result(wrong.toInvalidSyntaxError());
        };
    }

    private static ServiceException tooMuch(String message, String operator) {
        return new ServiceException(ErrorCode.LIMIT_EXCEEDED, message, WAY_OUT + operator + ".");
    }

    private static ExecutionResult refused(ServiceException reason) {
        return result(new RefusedRequest(reason));
    }

    private static ExecutionResult result(GraphQLError error) {
        return ExecutionResultImpl.newExecutionResult().addError(error).build();
    }
}
