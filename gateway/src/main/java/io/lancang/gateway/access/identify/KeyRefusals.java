package io.lancang.gateway.access.identify;

import io.lancang.gateway.request.Refusal;
import java.util.Map;

/** Why a client is not believed to be who its key says. No message repeats the key, or a part of it. */
final class KeyRefusals {
    private static final Map<String, String> INVALID = Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    private static final Map<String, String> AMBIGUOUS = Map.of("WWW-Authenticate", "Bearer error=\"invalid_request\"");
    private static final Map<String, String> LATER = Map.of("Retry-After", "2");

    private KeyRefusals() {}

    static Refusal several() {
        return new Refusal(
                401,
                "KEY_AMBIGUOUS",
                "The request has more than one key or token, and nobody can tell which of them counts.",
                "Send one, in Authorization: Bearer or in x-api-key.",
                AMBIGUOUS);
    }

    static Refusal malformed() {
        return new Refusal(
                401,
                "KEY_MALFORMED",
                "The key is none: a key is lck_, 8 letters or digits, _ and 43 letters or digits.",
                "Send the key as it was shown when it was made, without quotes or spaces.",
                INVALID);
    }

    static Refusal unknown() {
        return new Refusal(
                401,
                "KEY_UNKNOWN",
                "Nobody here knows the key.",
                "Send the key as it was shown when it was made, or none.",
                INVALID);
    }

    static Refusal expired() {
        return new Refusal(401, "KEY_EXPIRED", "The key has expired.", "Send a newer one, or none.", INVALID);
    }

    static Refusal revoked() {
        return new Refusal(
                401,
                "KEY_REVOKED",
                "The key was revoked.",
                "Send another one, or none. Whoever manages the client's keys can make one.",
                INVALID);
    }

    static Refusal suspended() {
        return new Refusal(
                403,
                "CLIENT_SUSPENDED",
                "The client of the key is suspended.",
                "Ask the operator. Requests without a key are answered as anybody's.");
    }

    static Refusal unavailable() {
        return new Refusal(
                503,
                "KEYS_UNAVAILABLE",
                "The service that knows the keys does not answer, and this gateway has not met the key lately.",
                "Send it again in 2 seconds. Requests without a key are answered.",
                LATER);
    }

    static Refusal tooManyUnknown(int maximum) {
        return new Refusal(
                429,
                "RATE_LIMITED",
                "Your address has sent more than " + maximum + " keys within 30 seconds that nobody here knows.",
                "Send a key that you were given, or none. Keys that are known go on, others are looked at again in 30 seconds.",
                Map.of("Retry-After", "30"));
    }
}
