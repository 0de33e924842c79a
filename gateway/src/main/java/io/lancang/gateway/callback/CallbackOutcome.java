package io.lancang.gateway.callback;

/** How a callback is answered. */
enum CallbackOutcome {
    /** It was taken in. */
    TAKEN(204, "", ""),
    /** There is no subscription of its id, or none any more. */
    UNKNOWN(404, "NOT_FOUND", "There is no such subscription, or it has ended. Send no more for it."),
    /** Its verifier is not the one that the subgraph was told. */
    FORBIDDEN(403, "FORBIDDEN", "The verifier is not that of the subscription."),
    /** It is no message of the protocol. */
    MALFORMED(400, "BAD_USER_INPUT", "The body is no message of the callback protocol, version 1.0."),
    /** It is longer than an answer of a subgraph may be. */
    TOO_LARGE(413, "LIMIT_EXCEEDED", "The message is longer than lancang.gateway.traffic.max-response-size allows."),
    /** More messages of its subscription wait than may; the subscription has ended. */
    TOO_MANY(429, "LIMIT_EXCEEDED", "Wait for the answer to each message before the next. The subscription has ended."),
    /** More messages are under way than there is room for. */
    NO_ROOM(503, "LIMIT_EXCEEDED", "The gateway has no room for the message now. Send it again a little later.");

    private final int status;
    private final String code;
    private final String message;

    CallbackOutcome(int status, String code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    int status() {
        return status;
    }

    /** Of the error in the body; empty if there is none. */
    String code() {
        return code;
    }

    String message() {
        return message;
    }
}
