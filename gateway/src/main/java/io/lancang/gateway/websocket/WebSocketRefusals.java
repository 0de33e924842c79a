package io.lancang.gateway.websocket;

import io.lancang.federation.error.ErrorCode;
import io.lancang.gateway.request.Refusal;
import java.util.Map;

/** Refusals that have to do with WebSockets alone. */
final class WebSocketRefusals {
    private WebSocketRefusals() {}

    static Refusal foreignOrigin(String origin) {
        return new Refusal(
                403,
                "FORBIDDEN",
                "Pages of the origin \"" + origin + "\" may not open a WebSocket here.",
                "Let the gateway's operator allow it with quarkus.http.cors.enabled and quarkus.http.cors.origins.");
    }

    static Refusal tooManyConnections(int maximum) {
        return new Refusal(
                503,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "The gateway keeps " + maximum
                        + " WebSocket connections, which is the most that it keeps at the same time.",
                "Run several operations on one connection, or try again later.",
                Map.of("Retry-After", "10"));
    }

    static Refusal tooManyOperations(int maximum) {
        return new Refusal(
                503,
                ErrorCode.LIMIT_EXCEEDED.name(),
                maximum + " operations run on this connection, which is the most that one connection may have.",
                "Complete operations that are not needed, or open another connection.");
    }
}
