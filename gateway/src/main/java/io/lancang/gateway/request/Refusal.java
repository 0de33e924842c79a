package io.lancang.gateway.http;

import io.lancang.federation.error.ErrorCode;
import java.util.Map;

/**
 * Why the gateway does not hand a request to the engine.
 *
 * @param status of HTTP
 * @param code {@code extensions.code}: one of this class' constants or the name of an {@link ErrorCode}
 * @param message what is wrong, with the value
 * @param hint {@code extensions.hint}: what to do
 * @param headers to send besides the content type
 */
record Refusal(int status, String code, String message, String hint, Map<String, String> headers) {
    /** The HTTP request is no GraphQL request. */
    static final String BAD_REQUEST = "BAD_REQUEST";

    /** Only GET and POST, and GET for queries only. */
    static final String METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED";

    /** The client takes no JSON. */
    static final String NOT_ACCEPTABLE = "NOT_ACCEPTABLE";

    /** The body is no JSON. */
    static final String UNSUPPORTED_MEDIA_TYPE = "UNSUPPORTED_MEDIA_TYPE";

    private static final String EXAMPLE = "{\"query\": \"{ __typename }\"}";

    Refusal(int status, String code, String message, String hint) {
        this(status, code, message, hint, Map.of());
    }

    static Refusal badRequest(String message, String hint) {
        return new Refusal(400, BAD_REQUEST, message, hint);
    }

    static Refusal emptyBody() {
        return badRequest("The request has no body.", "Send a JSON object such as " + EXAMPLE + ".");
    }

    static Refusal noObject() {
        return badRequest("The body is not a JSON object.", "Send a JSON object such as " + EXAMPLE + ".");
    }

    static Refusal noQuery() {
        return badRequest("The request has no query.", "Put the GraphQL document into \"query\": " + EXAMPLE + ".");
    }

    static Refusal batch() {
        return badRequest(
                "The body is a JSON array, and this gateway takes one operation per request.",
                "Send each operation in a request of its own, or several root fields in one operation.");
    }

    static Refusal wrongType(String member, String expected) {
        return badRequest(
                "\"" + member + "\" is not " + expected + ".",
                "Send " + expected + " as \"" + member + "\", or leave it out.");
    }

    static Refusal malformedJson(String where, String problem) {
        return badRequest(where + " is not valid JSON: " + problem + ".", "Correct the JSON.");
    }

    static Refusal methodNotAllowed(String method) {
        return new Refusal(
                405,
                METHOD_NOT_ALLOWED,
                "The method " + method + " is not allowed here.",
                "Use POST, or GET for queries.",
                Map.of("Allow", "GET, POST"));
    }

    static Refusal onlyQueriesByGet(String operation) {
        return new Refusal(
                405,
                METHOD_NOT_ALLOWED,
                "A " + operation + " is not allowed with the method GET.",
                "Use POST; GET is for queries.",
                Map.of("Allow", "POST"));
    }

    static Refusal notAcceptable(String accept) {
        return new Refusal(
                406,
                NOT_ACCEPTABLE,
                "The Accept header \"" + accept + "\" takes none of the media types of GraphQL.",
                "Accept " + ResponseFormat.GRAPHQL_RESPONSE.mediaType() + " or " + ResponseFormat.JSON.mediaType()
                        + ".");
    }

    static Refusal unsupportedMediaType(String contentType) {
        return new Refusal(
                415,
                UNSUPPORTED_MEDIA_TYPE,
                "The content type \"" + contentType + "\" is not supported.",
                "Send JSON in UTF-8 with the header Content-Type: application/json.",
                Map.of("Accept-Post", "application/json"));
    }

    static Refusal bodyTooLarge(long maximum) {
        return new Refusal(
                413,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "The body is larger than the " + maximum + " bytes that are allowed.",
                "Send a smaller document, or fewer variables at a time.");
    }

    static Refusal tooManyRequests(int maximum) {
        return new Refusal(
                503,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "The gateway works on " + maximum + " requests, which is the most that it takes at the same time.",
                "Try again in a second.",
                Map.of("Retry-After", "1"));
    }

    static Refusal tooManyNewOperations(int maximum) {
        return new Refusal(
                503,
                ErrorCode.LIMIT_EXCEEDED.name(),
                maximum
                        + " operations that the gateway has not met yet wait to be planned, which is the most that it takes.",
                "Try again in a second. Operations that differ in values only should take them as variables.",
                Map.of("Retry-After", "1"));
    }

    static Refusal unknownExplain(String value) {
        return badRequest(
                "The header " + GraphQLHandler.EXPLAIN + " has the value \"" + value + "\".",
                "Its only value is \"plan\".");
    }

    static Refusal explainDisabled() {
        return new Refusal(
                403,
                "FORBIDDEN",
                "This gateway does not show query plans.",
                "Leave the header " + GraphQLHandler.EXPLAIN + " out, or start the gateway with"
                        + " lancang.gateway.explain=true.");
    }

    static Refusal defect() {
        return new Refusal(
                500,
                ErrorCode.INTERNAL.name(),
                "The gateway failed to answer because of a defect.",
                "Report it with the time of the request; the gateway's log has the cause.");
    }
}
