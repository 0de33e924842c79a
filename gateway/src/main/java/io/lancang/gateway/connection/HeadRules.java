package io.lancang.gateway.connection;

import io.lancang.federation.error.ErrorCode;
import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.request.Refusal;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of HTTP/1 for the head of a request (RFC 9112), as far as breaking them leaves no request to answer. */
final class HeadRules {
    private HeadRules() {}

    /** Why the request is refused; null if it is not. */
    static @Nullable Refusal check(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return malformed(request.decoderResult().cause());
        }
        if (!hasReadableUrl(request)) {
            return Refusal.badUrl();
        }
        if (!hasReadableLength(request)) {
            return Refusal.badRequest(
                    "The length of the body cannot be read.",
                    "Send one Content-Length in digits, or Transfer-Encoding: chunked and nothing else.");
        }
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        boolean wrong = hosts.size() > 1
                || (hosts.isEmpty() && request.protocolVersion().equals(HttpVersion.HTTP_1_1));
        return wrong
                ? Refusal.badRequest(
                        "The request has " + (hosts.isEmpty() ? "no" : "more than one") + " Host header.",
                        "Send exactly one, as HTTP/1.1 wants it.")
                : null;
    }

    /** By the rule of the HTTP server, which would answer with a bare status. Most requests have the URL that needs no look. */
    private static boolean hasReadableUrl(HttpRequest request) {
        if (request.uri().equals(Endpoint.PATH)) {
            return true;
        }
        try {
            var _ = new URI(request.uri());
            return true;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    /** Whoever reads such headers otherwise finds the end of the request elsewhere, and the beginning of another in its body. */
    private static boolean hasReadableLength(HttpRequest request) {
        for (String length : request.headers().getAll(HttpHeaderNames.CONTENT_LENGTH)) {
            if (length.isEmpty() || !length.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
                return false;
            }
        }
        List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty()
                || (codings.size() == 1 && codings.getFirst().strip().equalsIgnoreCase("chunked"));
    }

    private static Refusal malformed(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException line ->
                new Refusal(
                        414,
                        ErrorCode.LIMIT_EXCEEDED.name(),
                        "The first line of the request is too long.",
                        "Send the query by POST.");
            case TooLongHttpHeaderException headers ->
                new Refusal(
                        431,
                        ErrorCode.LIMIT_EXCEEDED.name(),
                        "The headers are too large.",
                        "Leave out headers that are not needed, large cookies for instance.");
            default ->
                // The decoder's own words quote the bytes, and say nothing that its client could not see.
                Refusal.badRequest(
                        "The head of the request is no HTTP/1.1.",
                        "Send a request line and headers as RFC 9112 has them: one Content-Length at most,"
                                + " no control characters.");
        };
    }
}
