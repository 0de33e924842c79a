package io.lancang.gateway.websocket;

/** Why the gateway closes a connection. The codes from 4400 on are those of graphql-transport-ws. */
enum CloseCode {
    GOING_AWAY(1001),
    UNSUPPORTED_DATA(1003),
    INVALID_TEXT(1007),
    POLICY_VIOLATION(1008),
    TOO_LARGE(1009),
    BAD_REQUEST(4400),
    UNAUTHORIZED(4401),
    FORBIDDEN(4403),
    SUB_PROTOCOL_NOT_ACCEPTABLE(4406),
    INITIALISATION_TIMEOUT(4408),
    SUBSCRIBER_EXISTS(4409),
    TOO_MANY_INITIALISATIONS(4429);

    private final short code;

    CloseCode(int code) {
        this.code = (short) code;
    }

    short code() {
        return code;
    }
}
