package io.lancang.gateway.request;

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
public record Refusal(int status, String code, String message, String hint, Map<String, String> headers) {
    /** The HTTP request is no GraphQL request. */
    public static final String BAD_REQUEST = "BAD_REQUEST";

    /** The gateway is about to stop. */
    public static final String SHUTTING_DOWN = "SHUTTING_DOWN";

    /** A bean that extends the gateway failed. */
    public static final String EXTENSION_FAILED = "EXTENSION_FAILED";

    private static final String EXAMPLE = "{\"query\": \"{ __typename }\"}";

    public Refusal(int status, String code, String message, String hint) {
        this(status, code, message, hint, Map.of());
    }

    public static Refusal badRequest(String message, String hint) {
        return new Refusal(400, BAD_REQUEST, message, hint);
    }

    public static Refusal emptyBody() {
        return badRequest("The request has no body.", "Send a JSON object such as " + EXAMPLE + ".");
    }

    public static Refusal noObject() {
        return badRequest("The body is not a JSON object.", "Send a JSON object such as " + EXAMPLE + ".");
    }

    public static Refusal noQuery() {
        return badRequest("The request has no query.", "Put the GraphQL document into \"query\": " + EXAMPLE + ".");
    }

    public static Refusal batch() {
        return badRequest(
                "The body is a JSON array, and this gateway takes one operation per request.",
                "Send each operation in a request of its own, or several root fields in one operation.");
    }

    static Refusal batchTooLong(int maximum) {
        return new Refusal(
                400,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "The body has more than " + maximum + " operations, which is the most at once.",
                "Send fewer at a time.");
    }

    static Refusal emptyBatch() {
        return badRequest(
                "The body is an empty JSON array.", "Send one operation at least, such as [" + EXAMPLE + "].");
    }

    static Refusal noObjectInBatch(int index) {
        return badRequest(
                "Element " + index + " of the body is not a JSON object.",
                "Send an object such as " + EXAMPLE + " for each operation.");
    }

    /** The answers before this one leave no room for it. */
    public static Refusal batchAnswersTooLarge(long maximum) {
        return new Refusal(
                200,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "The answers of this request are larger than " + maximum + " bytes together.",
                "Ask for less at a time, or send the operations in requests of their own.");
    }

    public static Refusal subscriptionInBatch() {
        return badRequest("A subscription cannot be one of several operations.", "Send it in a request of its own.");
    }

    /**
     * The client says which event it has seen last, and the subscription takes no place to go on from.
     *
     * @param argument that takes the place
     * @param field of an event that says its place
     */
    public static Refusal cannotGoOn(String last, String argument, String field) {
        return badRequest(
                "The subscription cannot go on behind the event \"" + last
                        + "\": it does not take its place in a variable.",
                "Subscribe to a field with the argument `" + argument
                        + "`, give it a variable of type ID or String, and select `" + field
                        + "` in the event; or leave Last-Event-ID out to begin anew.");
    }

    public static Refusal wrongType(String member, String expected) {
        return badRequest(
                "\"" + member + "\" is not " + expected + ".",
                "Send " + expected + " as \"" + member + "\", or leave it out.");
    }

    public static Refusal malformedJson(String where, String problem) {
        return badRequest(where + " is not valid JSON: " + problem + ".", "Correct the JSON.");
    }

    static Refusal jsonTooLarge(String where, String problem) {
        return new Refusal(
                400,
                ErrorCode.LIMIT_EXCEEDED.name(),
                where + " is more than the gateway reads: " + problem + ".",
                "Send fewer variables at a time.");
    }

    static Refusal sameMemberTwice(String name) {
        return badRequest(
                "\"" + (name.length() > 100 ? name.substring(0, 100) + "..." : name) + "\" is given twice.",
                "Give it once: others may take the first where the gateway takes the last.");
    }

    static Refusal numberOutOfRange(String number) {
        return badRequest(
                "The number " + (number.length() > 40 ? number.substring(0, 40) + "..." : number) + " is out of range.",
                "Send a number between 1e-700 and 1e700.");
    }

    static Refusal parameterNotUtf8(String name) {
        return badRequest(
                "The parameter \"" + name + "\" is not UTF-8.", "Encode the UTF-8 bytes of the text in the URL.");
    }

    public static Refusal badUrl() {
        return badRequest(
                "The URL has a broken escape, or a character that needs one.",
                "Write each byte that needs it as % and two hexadecimal digits.");
    }

    public static Refusal bodyTooLarge(long maximum) {
        return new Refusal(
                413,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "The body is larger than the " + maximum + " bytes that are allowed.",
                "Send a smaller document, or fewer variables at a time.");
    }

    public static Refusal tooManyRequests(int maximum) {
        return new Refusal(
                503,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "The gateway works on " + maximum + " requests, which is the most that it takes at the same time.",
                "Try again in a second.",
                Map.of("Retry-After", "1"));
    }

    public static Refusal tooManyRequestsOfClient(int maximum) {
        return new Refusal(
                429,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "The gateway works on " + maximum
                        + " requests of your address, which is the most that it takes of one.",
                "Try again in a second.",
                Map.of("Retry-After", "1"));
    }

    public static Refusal tooManySubscriptions(int maximum) {
        return new Refusal(
                503,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "The gateway keeps " + maximum + " subscriptions, which is the most that it keeps at the same time.",
                "End subscriptions that are not needed, or try again later.",
                Map.of("Retry-After", "10"));
    }

    public static Refusal tooManySubscriptionsOfClient(int maximum) {
        return new Refusal(
                429,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "Your address keeps " + maximum + " subscriptions, which is the most that one address may keep.",
                "End subscriptions that are not needed.",
                Map.of("Retry-After", "10"));
    }

    public static Refusal tokenExpired() {
        return new Refusal(
                401,
                ErrorCode.UNAUTHENTICATED.name(),
                "The token has expired, or the key does not count any more as it did, and the subscription ends with it.",
                "Subscribe again, with a new token or with a key that counts.");
    }

    public static Refusal shuttingDown() {
        return new Refusal(
                503,
                SHUTTING_DOWN,
                "This gateway is shutting down.",
                "Send it again: another instance, or this one once it is back, takes over.",
                Map.of("Retry-After", "1"));
    }

    public static Refusal tooManyNewOperations(int maximum, int maximumPerClient) {
        return new Refusal(
                503,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "Too many operations that the gateway has not met yet wait to be planned: it takes " + maximum
                        + " in all, and " + maximumPerClient + " of one client.",
                "Try again in a second. Operations that differ in values only should take them as variables.",
                Map.of("Retry-After", "1"));
    }

    public static Refusal notPreparedInTime() {
        return new Refusal(
                503,
                ErrorCode.TIMEOUT.name(),
                "The time for this request was over before its operation, which is new to the gateway, could be"
                        + " planned.",
                "Try again later. Operations that differ in values only should take them as variables.",
                Map.of("Retry-After", "1"));
    }

    public static Refusal tooManyLargeRequests(int maximum, int maximumPerClient) {
        return new Refusal(
                503,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "Too many large requests wait to be read: the gateway takes " + maximum + " in all, and "
                        + maximumPerClient + " of one client.",
                "Try again in a second, with fewer variables at a time.",
                Map.of("Retry-After", "1"));
    }

    public static Refusal notReadInTime() {
        return new Refusal(
                503,
                ErrorCode.TIMEOUT.name(),
                "The time for this request, which is large, was over before it could be read.",
                "Try again later, with fewer variables at a time.",
                Map.of("Retry-After", "1"));
    }

    public static Refusal defect() {
        return new Refusal(
                500,
                ErrorCode.INTERNAL.name(),
                "The gateway failed to answer because of a defect.",
                "Report it with the time of the request; the gateway's log has the cause.");
    }

    public static Refusal extensionFailed() {
        return new Refusal(
                500,
                EXTENSION_FAILED,
                "An extension of this gateway failed, so that the request has no answer.",
                "Report it with the time of the request; the gateway's log has the cause.");
    }

    /** The same as an error of GraphQL, for transports without status codes. */
    public Problem problem() {
        return new Problem(code, message, hint, /* service= */ null);
    }
}
