package io.lancang.integration.gateway;

/** Why a key opens nothing. Gateways tell clients by these codes, which are never renamed. */
enum KeyFault {
    /** Nobody issued it, or its end came so long ago that it was forgotten. */
    KEY_UNKNOWN,
    /** Its time is over, or the time beside its successor. */
    KEY_EXPIRED,
    /** It was taken away. */
    KEY_REVOKED,
    /** It is good, and its client may ask nothing. */
    CLIENT_SUSPENDED;

    private static final int UNKNOWN = 404;
    private static final int GONE = 410;

    /** How it is answered over HTTP. */
    int status() {
        return this == KEY_UNKNOWN ? UNKNOWN : GONE;
    }
}
