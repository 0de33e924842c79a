package io.lancang.gateway.http.refusal;

import io.lancang.federation.error.ErrorCode;
import io.lancang.gateway.http.format.EventIds;
import io.lancang.gateway.http.format.ResponseFormat;
import io.lancang.gateway.http.format.StreamFormat;
import io.lancang.gateway.request.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Refusals that have to do with HTTP alone: methods, media types, headers. */
public final class HttpRefusals {
    /** Only GET and POST, and GET for queries only. */
    static final String METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED";

    /** The client takes no JSON. */
    static final String NOT_ACCEPTABLE = "NOT_ACCEPTABLE";

    /** The body is no JSON. */
    static final String UNSUPPORTED_MEDIA_TYPE = "UNSUPPORTED_MEDIA_TYPE";

    private HttpRefusals() {}

    public static Refusal methodNotAllowed(String method) {
        return new Refusal(
                405,
                METHOD_NOT_ALLOWED,
                "The method " + method + " is not allowed here.",
                "Use POST, or GET for queries.",
                Map.of("Allow", "GET, POST"));
    }

    public static Refusal notByGet(String operation) {
        return new Refusal(
                405,
                METHOD_NOT_ALLOWED,
                "A " + operation + " is not allowed with the method GET.",
                "Use POST; GET is for what changes nothing.",
                Map.of("Allow", "POST"));
    }

    public static Refusal noStreamAccepted(@Nullable String accept) {
        return new Refusal(
                406,
                NOT_ACCEPTABLE,
                "A subscription has more than one answer, and the Accept header \"" + (accept == null ? "" : accept)
                        + "\" takes only one.",
                "Accept " + StreamFormat.SERVER_SENT_EVENTS.mediaType() + " or " + StreamFormat.MULTIPART.mediaType()
                        + ", or open a WebSocket with the sub-protocol graphql-transport-ws.");
    }

    public static Refusal noEventId(String last) {
        boolean tooLong = last.length() > EventIds.LONGEST;
        return Refusal.badRequest(
                tooLong
                        ? "The header " + EventIds.LAST + " has " + last.length()
                                + " characters, and no event has an id of more than " + EventIds.LONGEST + "."
                        : "The header " + EventIds.LAST + " is \"" + last
                                + "\", which has characters that no id of an event has.",
                "Send the id of the last event that was received, as it came, or leave the header out to begin anew.");
    }

    public static Refusal notAcceptable(String accept) {
        return new Refusal(
                406,
                NOT_ACCEPTABLE,
                "The Accept header \"" + accept + "\" takes none of the media types of GraphQL.",
                "Accept " + ResponseFormat.GRAPHQL_RESPONSE.mediaType() + " or " + ResponseFormat.JSON.mediaType()
                        + ".");
    }

    static Refusal uriTooLong(long maximum) {
        return new Refusal(
                414,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "The URL is longer than the " + maximum + " characters that are allowed.",
                "Send the query by POST, or its hash as a persisted query.");
    }

    static Refusal headersTooLarge(long maximum) {
        return new Refusal(
                431,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "The headers are larger than the " + maximum
                        + " characters that are allowed, names and values together.",
                "Leave out headers that are not needed, large cookies for instance.");
    }

    /**
     * A body in a content coding that nobody reads here.
     *
     * @param known those that can be read, as a header names them
     */
    public static Refusal unsupportedEncoding(String encoding, String known) {
        return new Refusal(
                415,
                UNSUPPORTED_MEDIA_TYPE,
                "The body's Content-Encoding is \""
                        + (encoding.length() > 40 ? encoding.substring(0, 40) + "..." : encoding)
                        + "\", which the gateway cannot read.",
                "Compress it with gzip or deflate, or not at all.",
                Map.of("Accept-Encoding", known));
    }

    public static Refusal malformedBody(String encoding) {
        return Refusal.badRequest(
                "The body is not " + encoding + ", though its Content-Encoding says so.",
                "Compress it as its Content-Encoding says, or leave that out. What HTTP calls deflate is the format of zlib.");
    }

    public static Refusal unsupportedMediaType(String contentType) {
        return new Refusal(
                415,
                UNSUPPORTED_MEDIA_TYPE,
                "The content type \"" + contentType + "\" is not supported.",
                "Send JSON in UTF-8 with the header Content-Type: application/json.",
                Map.of("Accept-Post", "application/json"));
    }

    public static Refusal maybeForged(Set<String> headers) {
        return new Refusal(
                403,
                "FORBIDDEN",
                "A page of another origin may have sent this GET: nothing in it shows that a browser has asked first.",
                "Send a header that is not empty, one of " + String.join(", ", new TreeSet<>(headers))
                        + ", or send the query by POST.");
    }

    public static Refusal bodyTooLate(Duration timeout) {
        return new Refusal(
                408,
                ErrorCode.TIMEOUT.name(),
                "The body was not complete within " + timeout.toMillis() + " ms.",
                "Send a smaller document, or over a faster connection.");
    }

    public static Refusal bodyTooSlow(long rate) {
        return new Refusal(
                408,
                ErrorCode.TIMEOUT.name(),
                "The body came with less than " + rate + " bytes a second.",
                "Send it over a faster connection.");
    }

    public static Refusal tooManyBodies(int maximum) {
        return new Refusal(
                503,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "The gateway reads the bodies of " + maximum
                        + " requests, which is the most that it reads at the same time.",
                "Try again in a second.",
                Map.of("Retry-After", "1"));
    }

    public static Refusal tooManyBodiesOfClient(int maximum) {
        return new Refusal(
                429,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "Your address sends the bodies of " + maximum
                        + " requests, which is the most that one address may send at the same time.",
                "Send the next request when one of them is complete.",
                Map.of("Retry-After", "1"));
    }

    public static Refusal tooManyBytes(long maximum) {
        return new Refusal(
                503,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "The gateway holds " + maximum
                        + " bytes of requests that are not answered yet, which is the most that it holds.",
                "Try again in a second, with a smaller request if you can.",
                Map.of("Retry-After", "1"));
    }
}
