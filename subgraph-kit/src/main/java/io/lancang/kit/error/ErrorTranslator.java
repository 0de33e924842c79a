package io.lancang.kit.error;

import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import jakarta.json.bind.JsonbException;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns every error of an execution into an {@link ErrorAnswer}. Holds no state; safe for any thread. */
final class ErrorTranslator {
    private static final Logger LOG = Logger.getLogger(ErrorTranslator.class);

    private final String service;

    /** @param service the name of this subgraph, as it stands in {@code extensions.service} */
    ErrorTranslator(String service) {
        this.service = service;
    }

    GraphQLError translate(GraphQLError error) {
        return switch (error) {
            case ErrorAnswer done -> done;
            case RefusedRequest refused -> translated(error, refused.refusal());
            case ExceptionWhileDataFetching failure -> ofFailure(error, failure.getException());
            default -> ofRequest(error);
        };
    }

    private GraphQLError ofFailure(GraphQLError error, Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServiceException refusal) {
                return translated(error, refusal);
            }
            if (cause instanceof JsonbException) {
                // The extension writes the fields of an input object as JSON, which has no infinite numbers.
                return translated(
                        error,
                        ServiceException.badInput(
                                "An argument has a number that is too large to be read.",
                                "Send a number below 1.7e308."));
            }
            Optional<ServiceException> database = DatabaseFailure.explained(cause);
            if (database.isPresent()) {
                LOG.warnf("The database did not answer %s: %s", error.getPath(), cause);
                return translated(error, database.get());
            }
        }
        return internal(error, failure);
    }

    private GraphQLError translated(GraphQLError error, ServiceException refusal) {
        return new ErrorAnswer(error, refusal.code(), service, refusal.getMessage(), refusal.hint());
    }

    private GraphQLError ofRequest(GraphQLError error) {
        if (!(error.getErrorType() instanceof ErrorType type)) {
            return internal(error, null);
        }
        return switch (type) {
            case InvalidSyntax ->
                new ErrorAnswer(error, ErrorCode.GRAPHQL_PARSE_FAILED, service, error.getMessage(), null);
            case ValidationError, OperationNotSupported ->
                UnreadArgument.of(error.getMessage())
                        .map(argument -> translated(error, argument.message(), argument.hint()))
                        .orElseGet(() -> translated(error, error.getMessage(), null));
            case ExecutionAborted ->
                new ErrorAnswer(
                        error,
                        ErrorCode.LIMIT_EXCEEDED,
                        service,
                        error.getMessage(),
                        "Ask for less in one request, or in several.");
            case DataFetchingException, NullValueInNonNullableField -> internal(error, null);
        };
    }

    private GraphQLError translated(GraphQLError error, String message, @Nullable String hint) {
        return new ErrorAnswer(error, ErrorCode.GRAPHQL_VALIDATION_FAILED, service, message, hint);
    }

    private GraphQLError internal(GraphQLError error, @Nullable Throwable failure) {
        String id = UUID.randomUUID().toString();
        LOG.errorf(failure, "Error %s at %s: %s", id, error.getPath(), error.getMessage());
        return new ErrorAnswer(
                error,
                ErrorCode.INTERNAL,
                service,
                "This field could not be answered because of a fault in the service (error " + id + ").",
                "Report the error id; the log has the rest.");
    }
}
