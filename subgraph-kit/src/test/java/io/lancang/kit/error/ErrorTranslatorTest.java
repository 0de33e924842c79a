package io.lancang.kit.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ErrorTranslatorTest {
    private final ErrorTranslator translator = new ErrorTranslator("trade");

    @Test
    void tellsCodeServiceAndHintOfAServiceException() {
        Map<String, Object> answer =
                translate(ServiceException.notFound("There is no partner 'LOA'.", "Did you mean LAO?"));

        assertEquals("There is no partner 'LOA'.", answer.get("message"));
        assertEquals(List.of("partner"), answer.get("path"));
        assertEquals(
                Map.of("code", "NOT_FOUND", "service", "trade", "hint", "Did you mean LAO?"), answer.get("extensions"));
    }

    @Test
    void findsTheServiceExceptionBeneathWrappers() {
        Map<String, Object> answer =
                translate(new CompletionException(new RuntimeException(ServiceException.badInput("wrong", "right"))));

        assertEquals("BAD_USER_INPUT", code(answer));
    }

    @Test
    void callsAnUnreachableDatabaseUnavailable() {
        assertEquals(
                "UNAVAILABLE", code(translate(new CompletionException(new ConnectException("Connection refused")))));
    }

    @Test
    void callsADatabaseThatShutsDownUnavailable() {
        assertEquals("UNAVAILABLE", code(translate(postgresError("57P01"))));
    }

    @Test
    void tellsThatTheDiskOfTheDatabaseIsFull() {
        Map<String, Object> answer = translate(postgresError("53100"));

        assertEquals("UNAVAILABLE", code(answer));
        assertTrue(answer.toString().contains("disk of this service's database is full"), answer::toString);
        assertFalse(answer.toString().contains("Retry"), answer::toString);
    }

    @Test
    void callsACancelledStatementATimeout() {
        assertEquals("TIMEOUT", code(translate(postgresError("57014"))));
    }

    @Test
    void hidesWhatAnUnexpectedFailureSays() {
        Map<String, Object> answer = translate(new IllegalStateException("password of the database is secret"));

        assertEquals("INTERNAL", code(answer));
        assertFalse(answer.toString().contains("secret"));
    }

    @Test
    void hidesWhatAFaultyStatementSays() {
        Map<String, Object> answer = translate(postgresError("42P01"));

        assertEquals("INTERNAL", code(answer));
        assertFalse(answer.toString().contains("relation"));
    }

    @Test
    void callsAnAbortedExecutionALimit() {
        assertEquals("LIMIT_EXCEEDED", code(translateRequestError(ErrorType.ExecutionAborted)));
    }

    @Test
    void keepsTheMessageOfAValidationError() {
        Map<String, Object> answer = translateRequestError(ErrorType.ValidationError);

        assertEquals("GRAPHQL_VALIDATION_FAILED", code(answer));
        assertEquals("Field 'nmae' is undefined", answer.get("message"));
    }

    @Test
    void tellsAnArgumentThatIsNotOfItsTypeInWordsOfTheClient() {
        Map<String, Object> day =
                translateRequestError("argument 'asOf' with value 'StringValue{value='2015'}' is not a valid 'Date'");
        Map<String, Object> filter = translateRequestError("argument 'filter' with value 'StringValue{value='{\n"
                + "    \"kinds\": null,\n    \"opened\": {\n        \"from\": \"2020\",\n        \"to\": null\n    }\n}'}'"
                + " is not a valid 'Unknown Scalar Type [io.lancang.Filter]'");

        assertEquals("`asOf` is '2015', which is no day.", day.get("message"));
        assertEquals("GRAPHQL_VALIDATION_FAILED", code(day));
        assertTrue(String.valueOf(day.get("extensions")).contains("YYYY-MM-DD"));
        assertEquals(
                "`filter` is '{\"opened\":{\"from\":\"2020\"}}', which is not as its type demands.",
                filter.get("message"));
    }

    @Test
    void addsNoClassificationOfItsOwn() {
        Object extensions = translateRequestError(ErrorType.ValidationError).get("extensions");

        assertTrue(extensions instanceof Map<?, ?> map && !map.containsKey("classification"));
    }

    private Map<String, Object> translate(Throwable failure) {
        return translator
                .translate(
                        new ExceptionWhileDataFetching(ResultPath.parse("/partner"), failure, new SourceLocation(1, 3)))
                .toSpecification();
    }

    private Map<String, Object> translateRequestError(ErrorType type) {
        return translateRequestError(type, "Field 'nmae' is undefined");
    }

    private Map<String, Object> translateRequestError(String message) {
        return translateRequestError(ErrorType.ValidationError, message);
    }

    private Map<String, Object> translateRequestError(ErrorType type, String message) {
        GraphQLError error = GraphqlErrorBuilder.newError()
                .errorType(type)
                .message("%s", message)
                .build();
        return translator.translate(error).toSpecification();
    }

    private static PgException postgresError(String state) {
        return new PgException("relation does not exist", "ERROR", state, "detail");
    }

    private static String code(Map<String, Object> answer) {
        return answer.get("extensions") instanceof Map<?, ?> extensions
                ? String.valueOf(extensions.get("code"))
                : "none";
    }
}
