package io.lancang.gateway.access;

import io.lancang.federation.error.ErrorCode;
import io.lancang.gateway.request.Refusal;
import java.util.Map;

/** Why a client is not believed to be who it says. No message repeats the token, or a part of it. */
final class AccessRefusals {
    private static final String CHALLENGE = "WWW-Authenticate";

    private AccessRefusals() {}

    static Refusal noToken() {
        return new Refusal(
                401,
                ErrorCode.UNAUTHENTICATED.name(),
                "This gateway answers nobody without a token.",
                "Send the header Authorization: Bearer with a token of an issuer that the gateway trusts.",
                Map.of(CHALLENGE, "Bearer"));
    }

    /** @param problem what is wrong with it, as the end of a sentence */
    static Refusal invalidToken(String problem) {
        return new Refusal(
                401,
                ErrorCode.UNAUTHENTICATED.name(),
                "The token is not valid: " + problem + ".",
                "Get a new token and send it, or send none.",
                Map.of(CHALLENGE, "Bearer error=\"invalid_token\""));
    }

    static Refusal severalTokens() {
        return new Refusal(
                401,
                ErrorCode.UNAUTHENTICATED.name(),
                "The request has several headers Authorization, and nobody can tell which of them counts.",
                "Send one.",
                Map.of(CHALLENGE, "Bearer error=\"invalid_request\""));
    }

    static Refusal noKeys(String issuer) {
        return new Refusal(
                503,
                ErrorCode.UNAUTHENTICATED.name(),
                "The keys of the issuer " + issuer + " cannot be had at present, so the token cannot be verified.",
                "Try again later. Requests without a token are answered.",
                Map.of("Retry-After", "10"));
    }
}
