package io.lancang.gateway.access;

import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens with keys that are at hand. Takes signatures with public keys only, so that nobody can sign with a key that is
 * published. Thread-safe.
 */
final class TokenVerifier {
    private static final JwtConsumer UNVERIFIED = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();

    private static final String BAD_ALGORITHM = "it is not signed in a way that the gateway takes";

    private final AlgorithmConstraints algorithms;
    private final int clockSkewSeconds;
    private final LongSupplier currentTimeMillis;

    TokenVerifier(Set<String> algorithms, Duration clockSkew, LongSupplier currentTimeMillis) {
        this.algorithms =
                new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, algorithms.toArray(String[]::new));
        this.clockSkewSeconds = (int) clockSkew.toSeconds();
        this.currentTimeMillis = currentTimeMillis;
    }

    /** What became of a token. */
    sealed interface Result {
        record Valid(JwtClaims claims) implements Result {}

        /**
         * It does not count.
         *
         * @param problem as the end of a sentence
         */
        record Invalid(String problem) implements Result {}

        /** None of the keys can have signed it: perhaps there are newer ones. */
        record UnknownKey() implements Result {}
    }

    /** The issuer that a token names, which nobody has verified; null if it names none or is no token. */
    static @Nullable String claimedIssuer(String token) {
        try {
            return UNVERIFIED.processToClaims(token).getIssuer();
        } catch (InvalidJwtException | MalformedClaimException | RuntimeException unreadable) {
            return null;
        }
    }

    /** @param audiences of which the token must name one; empty for any */
    Result verify(String token, String issuer, Set<String> audiences, List<JsonWebKey> keys) {
        JwtConsumerBuilder builder = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(algorithms)
                .setVerificationKeyResolver((signature, nesting) -> key(signature, keys))
                .setExpectedIssuer(issuer)
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(clockSkewSeconds)
                .setEvaluationTime(NumericDate.fromMilliseconds(currentTimeMillis.getAsLong()));
        if (audiences.isEmpty()) {
            builder.setSkipDefaultAudienceValidation();
        } else {
            builder.setExpectedAudience(audiences.toArray(String[]::new));
        }
        try {
            return new Result.Valid(builder.build().processToClaims(token));
        } catch (InvalidJwtException invalid) {
            return invalid.getCause() instanceof UnresolvableKeyException
                    ? new Result.UnknownKey()
                    : new Result.Invalid(problem(invalid));
        } catch (RefusedAlgorithmException refused) {
            return new Result.Invalid(BAD_ALGORITHM);
        } catch (RuntimeException malformed) {
            return new Result.Invalid("it cannot be read");
        }
    }

    private Key key(JsonWebSignature signature, List<JsonWebKey> keys) throws UnresolvableKeyException {
        try {
            // First of all: for another algorithm no key is looked for, and none is fetched.
            algorithms.checkConstraint(signature.getAlgorithmHeaderValue());
        } catch (InvalidAlgorithmException refused) {
            throw new RefusedAlgorithmException();
        }
        try {
            JsonWebKey key = new VerificationJwkSelector().select(signature, keys);
            if (key != null) {
                return key.getKey();
            }
        } catch (JoseException unusable) {
            throw new UnresolvableKeyException("no key fits", unusable);
        }
        throw new UnresolvableKeyException("no key fits");
    }

    private static String problem(InvalidJwtException invalid) {
        if (invalid.hasErrorCode(ErrorCodes.EXPIRED)) {
            return "it has expired";
        }
        if (invalid.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
            return "it does not count yet";
        }
        if (invalid.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || invalid.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return "it is for another audience";
        }
        if (invalid.hasErrorCode(ErrorCodes.EXPIRATION_MISSING)) {
            return "it does not say when it expires";
        }
        return invalid.hasErrorCode(ErrorCodes.SIGNATURE_INVALID) ? "its signature is wrong" : BAD_ALGORITHM;
    }

    /** The token is signed with an algorithm that does not count. */
    private static final class RefusedAlgorithmException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedAlgorithmException() {
            super(null, null, false, false);
        }
    }
}
