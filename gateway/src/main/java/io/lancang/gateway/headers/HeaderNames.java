package io.lancang.gateway.headers;

import io.netty.util.AsciiString;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which headers pass the gateway, by their names. */
public final class HeaderNames {
    /** Tells a subgraph which client has sent a key. */
    public static final String CLIENT = "lancang-client";

    /** Tells a subgraph what the key is good for. */
    public static final String SCOPES = "lancang-scopes";

    /** Tells a subgraph what the client of the key is. */
    public static final String ROLES = "lancang-roles";

    /** Proves to a subgraph that the gateway says so. */
    public static final String GATEWAY_TOKEN = "lancang-gateway-token";

    /** What nobody but the gateway can say to a subgraph. */
    private static final Set<String> OF_THE_GATEWAY_ALONE = Set.of(CLIENT, SCOPES, ROLES, GATEWAY_TOKEN);

    /** Headers that say who a client is. */
    static final Set<String> CREDENTIALS = Set.of("authorization", "cookie");

    /** Headers that belong to one connection or one body and would break the request to a subgraph. */
    private static final Set<String> NOT_FORWARDED = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** With these, a WebSocket to a subgraph would be opened by what the client said of its own. */
    private static final String OF_WEBSOCKETS = "sec-websocket-";

    /** What scopes of kept answers leave out, because it says nothing of the client, or what OpenTelemetry writes itself. */
    private static final Set<String> OF_TRACES = Set.of("traceparent", "tracestate", "baggage");

    /** With one of these, a subgraph would answer with a part of its answer, or with nothing. */
    private static final Set<String> CONDITIONS =
            Set.of("if-match", "if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "range");

    /** What the gateway says of its own answer. */
    private static final Set<String> OF_THE_ANSWER = Set.of(
            "age",
            "cache-control",
            "connection",
            "content-encoding",
            "content-length",
            "content-range",
            "content-type",
            "date",
            "etag",
            "expires",
            "keep-alive",
            "last-modified",
            "proxy-authenticate",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "vary");

    /** Those are decided by {@code quarkus.http.cors}. */
    private static final String OF_CORS = "access-control-";

    /** Headers that clients send to the gateway itself. */
    private static final String OF_THE_GATEWAY = "lancang-";

    /** As HTTP has it, but without the asterisk, which is for patterns. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'+.^_`|~-]{1,100}");

    private HeaderNames() {}

    /**
     * A header's name in lower case, if subgraphs can get such a header.
     *
     * @param key of the configuration that names it
     * @throws ConfigurationException if they cannot
     */
    public static AsciiString forwarded(String key, String name) {
        String lowerCase = token(key, name);
        if (NOT_FORWARDED.contains(lowerCase) || lowerCase.startsWith(OF_WEBSOCKETS)) {
            throw new ConfigurationException(key + " names \"" + name
                    + "\", which belongs to one connection or one body and cannot be forwarded. Remove it.");
        }
        if (OF_THE_GATEWAY_ALONE.contains(lowerCase)) {
            throw new ConfigurationException(
                    key + " names \"" + name
                            + "\", by which the gateway says who the client of a key is: a client could say so itself. Remove it.");
        }
        return AsciiString.of(lowerCase);
    }

    /**
     * As {@link #forwarded}, of a header that a rule may set or remove.
     *
     * @param claimHeaders names in lower case of headers that come of claims
     */
    static AsciiString ruled(String key, String name, Set<String> claimHeaders) {
        AsciiString lowerCase = forwarded(key, name);
        if (OF_TRACES.contains(lowerCase.toString())) {
            throw new ConfigurationException(key + " names \"" + name
                    + "\", which belongs to traces: no rule holds for it. lancang.gateway.traffic.forward-headers says whether"
                    + " it is forwarded.");
        }
        if (claimHeaders.contains(lowerCase.toString())) {
            throw new ConfigurationException(key + " names \"" + name
                    + "\", which lancang.gateway.access.claim-headers fills for every subgraph: no rule holds for it. Remove one"
                    + " of the two.");
        }
        return lowerCase;
    }

    /** Whether subgraphs can be sent such a header by an extension. */
    public static boolean mayBeSent(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return TOKEN.matcher(lowerCase).matches()
                && !NOT_FORWARDED.contains(lowerCase)
                && !OF_TRACES.contains(lowerCase)
                && !OF_THE_GATEWAY_ALONE.contains(lowerCase)
                && !lowerCase.startsWith(OF_WEBSOCKETS);
    }

    /** Whether clients can be sent such a header by an extension. */
    public static boolean mayBeAnswered(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return TOKEN.matcher(lowerCase).matches() && !isOfTheAnswer(lowerCase);
    }

    /** Whether the gateway says it of its own answer. */
    private static boolean isOfTheAnswer(String lowerCase) {
        return OF_THE_ANSWER.contains(lowerCase) || lowerCase.startsWith(OF_CORS);
    }

    /** Whether a header of this name, in lower case, may be forwarded though no rule names it. */
    static boolean mayMatch(String lowerCase) {
        return mayBeSent(lowerCase)
                && !CREDENTIALS.contains(lowerCase)
                && !CONDITIONS.contains(lowerCase)
                && !lowerCase.startsWith(OF_THE_GATEWAY);
    }

    /**
     * A header's name in lower case, if the client can be sent such a header of a subgraph.
     *
     * @param key of the configuration that names it
     * @throws ConfigurationException if it cannot
     */
    static String answered(String key, String name) {
        String lowerCase = token(key, name);
        if (isOfTheAnswer(lowerCase)) {
            throw new ConfigurationException(key + " would send clients \"" + name
                    + "\", which the gateway says of its own answer. Rename it, or remove the rule.");
        }
        return lowerCase;
    }

    /** A name in lower case; fails if it is none of a header. */
    static String token(String key, String name) {
        String stripped = name.strip();
        if (!TOKEN.matcher(stripped).matches()) {
            throw new ConfigurationException(key + " names \"" + name
                    + "\", but a header's name is 1 to 100 letters, digits and hyphens. Correct it."
                    + " Patterns with * are for matching.");
        }
        return stripped.toLowerCase(Locale.ROOT);
    }
}
