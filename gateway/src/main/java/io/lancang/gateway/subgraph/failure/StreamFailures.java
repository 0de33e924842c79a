package io.lancang.gateway.subgraph.failure;

import io.lancang.federation.SubgraphException;
import io.lancang.federation.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * What clients read when a subgraph's stream does not open or breaks. The gateway does not subscribe anew by itself: events
 * in between would be lost, and only the client can tell what that means.
 */
public final class StreamFailures {
    private StreamFailures() {}

    public static SubgraphException notOpened(String subgraph, long millis) {
        return new SubgraphException(
                ErrorCode.TIMEOUT,
                "Subgraph \"" + subgraph + "\" did not open the subscription within " + millis
                        + " ms. Subscribe again later.");
    }

    public static SubgraphException notUpgraded(String subgraph, int status) {
        return refused(subgraph, status, "instead of opening a WebSocket");
    }

    public static SubgraphException noEventStream(String subgraph, int status, @Nullable String contentType) {
        String type = contentType == null
                ? "no content type"
                : "content type \"" + ErrorMask.shortened(contentType, 100) + "\"";
        return refused(subgraph, status, "and " + type + " instead of a stream of events");
    }

    public static SubgraphException otherProtocol(String subgraph, Throwable cause) {
        return unavailable(subgraph, "does not speak graphql-transport-ws on its WebSocket", cause);
    }

    public static SubgraphException closed(String subgraph, @Nullable Short status) {
        String why = status == null ? "" : " with code " + status;
        return unavailable(
                subgraph, "closed the connection" + why + " before the end of its events", /* cause= */ null);
    }

    public static SubgraphException broken(String subgraph, Throwable cause) {
        return unavailable(subgraph, "broke the connection off before the end of its events", cause);
    }

    public static SubgraphException silent(String subgraph, long millis) {
        return unavailable(subgraph, "was silent for " + millis + " ms", /* cause= */ null);
    }

    public static SubgraphException notAccepted(String subgraph, int status) {
        return refused(subgraph, status, "to the request to send events by callbacks");
    }

    public static SubgraphException noCallbacks(String subgraph) {
        return unavailable(
                subgraph,
                "answered the request to send events by callbacks without a check of the callback",
                /* cause= */ null);
    }

    public static SubgraphException tooManyCallbacks(String subgraph, int waiting) {
        return new SubgraphException(
                ErrorCode.LIMIT_EXCEEDED,
                "Subgraph \"" + subgraph + "\" sent further callbacks while " + waiting
                        + " waited for an answer. The subscription has ended; subscribe again to get events from then on.");
    }

    public static SubgraphException leftBehind(String subgraph, int events) {
        return new SubgraphException(
                ErrorCode.LIMIT_EXCEEDED,
                "The client reads the events of subgraph \"" + subgraph + "\" too slowly: " + events
                        + " of them waited for it, and more would have been left out. The subscription has ended; subscribe"
                        + " again behind the last event if the field allows that, and read faster or ask for less.");
    }

    public static SubgraphException malformed(String subgraph, String problem) {
        return new SubgraphException(
                ErrorCode.SUBGRAPH_INVALID_RESPONSE,
                "Subgraph \"" + subgraph + "\" broke the protocol of the subscription: " + problem
                        + ". Its stream has ended.");
    }

    private static SubgraphException refused(String subgraph, int status, String what) {
        return switch (status) {
            case SubgraphFailures.UNAUTHORIZED -> SubgraphFailures.unauthenticated(subgraph);
            case SubgraphFailures.FORBIDDEN -> SubgraphFailures.forbidden(subgraph);
            default -> unavailable(subgraph, "answered with HTTP status " + status + " " + what, /* cause= */ null);
        };
    }

    private static SubgraphException unavailable(String subgraph, String what, @Nullable Throwable cause) {
        String message = "Subgraph \"" + subgraph + "\" " + what
                + ". The subscription has ended; subscribe again to get events from then on.";
        return cause == null
                ? new SubgraphException(ErrorCode.SUBGRAPH_UNAVAILABLE, message)
                : new SubgraphException(ErrorCode.SUBGRAPH_UNAVAILABLE, message, cause);
    }
}
