package io.lancang.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.access.AccessConfig;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sent a request. Verifies a token once and remembers it; keys are fetched without waiting. Nothing is asked of an
 * issuer before the first token that names it. Thread-safe; results arrive where they were asked for.
 */
@Singleton
public class Authentication {
    private static final String SCHEME = "bearer ";
    /** A remembered token takes about this much besides its text, and its claims about as much as the text. */
    private static final int WEIGHT_OF_AN_ENTRY = 500;

    private final Vertx vertx;
    private final AccessConfig config;
    private final Map<String, Issuer> issuers = new LinkedHashMap<>();
    private final TokenVerifier verifier;
    private final ClaimReader claims;
    private final LongSupplier currentTimeMillis;
    private final Cache<String, Verified> verified;

    /** Who sent a token, found out at a time in milliseconds since 1970. */
    private record Verified(Identity identity, long since) {}

    /** One whose tokens count. */
    private record Issuer(String name, Set<String> audiences, IssuerKeys keys) {}

    @Inject
    Authentication(GatewayConfig config, Vertx vertx) {
        this(config.access(), vertx, System::nanoTime, System::currentTimeMillis);
    }

    Authentication(AccessConfig config, Vertx vertx, LongSupplier nanoTime, LongSupplier currentTimeMillis) {
        this.vertx = vertx;
        this.config = config;
        this.currentTimeMillis = currentTimeMillis;
        this.verifier = new TokenVerifier(checked(config.algorithms()), config.clockSkew(), currentTimeMillis);
        this.claims = new ClaimReader(config);
        KeySources sources = new KeySources(vertx, config.keyTimeout());
        config.issuers().values().forEach(each -> {
            IssuerKeys keys = new IssuerKeys(
                    each.issuer(), sources.of(each), config.keyLifetime(), config.keyRefreshInterval(), nanoTime);
            issuers.put(
                    each.issuer(), new Issuer(each.issuer(), each.audiences().orElse(Set.of()), keys));
        });
        this.verified = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(config.tokenCacheSize().asLongValue())
                .<String, Verified>weigher((token, identity) -> WEIGHT_OF_AN_ENTRY + 2 * token.length())
                .build();
    }

    /** A key that anybody may have must not sign anything. */
    private static Set<String> checked(Set<String> algorithms) {
        for (String algorithm : algorithms) {
            if (algorithm.startsWith("HS") || algorithm.equalsIgnoreCase("none")) {
                throw new ConfigurationException("lancang.gateway.access.algorithms names \"" + algorithm
                        + "\", with which whoever knows the issuer's public key could sign. Remove it.");
            }
        }
        return algorithms;
    }

    /**
     * Who sent a request with these headers {@code Authorization}. Fails with a {@link RefusedException} if nobody believes it.
     */
    public Future<Identity> identify(List<String> authorization) {
        if (issuers.isEmpty() && !config.required()) {
            return Future.succeededFuture(Identity.ANONYMOUS);
        }
        if (authorization.size() > 1) {
            return refused(AccessRefusals.severalTokens());
        }
        String token = authorization.isEmpty() ? null : token(authorization.getFirst());
        if (token == null) {
            return config.required() ? refused(AccessRefusals.noToken()) : Future.succeededFuture(Identity.ANONYMOUS);
        }
        if (token.length() > config.maxTokenLength()) {
            return refused(AccessRefusals.invalidToken(
                    "it has " + token.length() + " characters, and " + config.maxTokenLength() + " are allowed"));
        }
        Verified known = verified.getIfPresent(token);
        return known != null && isValid(known) ? Future.succeededFuture(known.identity()) : verify(token);
    }

    /** How long an identity still counts, in milliseconds. */
    public long remaining(Identity identity) {
        return identity.expiresAt() == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : identity.expiresAt()
                        - currentTimeMillis.getAsLong()
                        + config.clockSkew().toMillis();
    }

    private boolean isValid(Verified known) {
        long age = currentTimeMillis.getAsLong() - known.since();
        return remaining(known.identity()) > 0 && age < config.tokenCacheTime().toMillis();
    }

    /** The token of a header; null if it has another scheme, which is for subgraphs. */
    private static @Nullable String token(String header) {
        return header.regionMatches(/* ignoreCase= */ true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    private Future<Identity> verify(String token) {
        String named = TokenVerifier.claimedIssuer(token);
        Issuer issuer = named == null ? null : issuers.get(named);
        if (issuer == null) {
            return refused(AccessRefusals.invalidToken(
                    named == null ? "it is no signed JWT that names its issuer" : "nobody here trusts its issuer"));
        }
        List<JsonWebKey> keys = issuer.keys().known();
        if (keys == null) {
            return withNewKeys(token, issuer);
        }
        TokenVerifier.Result result = verifier.verify(token, issuer.name(), issuer.audiences(), keys);
        return result instanceof TokenVerifier.Result.UnknownKey ? withNewKeys(token, issuer) : judged(token, result);
    }

    private Future<Identity> withNewKeys(String token, Issuer issuer) {
        Future<List<JsonWebKey>> fetching = issuer.keys().refresh();
        List<JsonWebKey> known = issuer.keys().known();
        if (fetching == null) {
            return known == null
                    ? refused(AccessRefusals.noKeys(issuer.name()))
                    : judged(token, verifier.verify(token, issuer.name(), issuer.audiences(), known));
        }
        return here(fetching)
                .recover(failure ->
                        known == null ? refused(AccessRefusals.noKeys(issuer.name())) : Future.succeededFuture(known))
                .compose(keys -> judged(token, verifier.verify(token, issuer.name(), issuer.audiences(), keys)));
    }

    private Future<Identity> judged(String token, TokenVerifier.Result result) {
        return switch (result) {
            case TokenVerifier.Result.Invalid(String problem) -> refused(AccessRefusals.invalidToken(problem));
            case TokenVerifier.Result.UnknownKey unknown ->
                refused(AccessRefusals.invalidToken("its issuer has no key that it could be signed with"));
            case TokenVerifier.Result.Valid(var found) -> {
                try {
                    long expiresAt = found.getExpirationTime().getValueInMillis();
                    Identity identity = claims.read(found.getClaimsMap(), expiresAt);
                    verified.put(token, new Verified(identity, currentTimeMillis.getAsLong()));
                    yield Future.succeededFuture(identity);
                } catch (MalformedClaimException malformed) {
                    yield refused(AccessRefusals.invalidToken("it does not say when it expires"));
                }
            }
        };
    }

    /** The same result on the event loop of the caller. */
    private <T> Future<T> here(Future<T> elsewhere) {
        Context context = vertx.getOrCreateContext();
        Promise<T> here = Promise.promise();
        elsewhere.onComplete(end -> context.runOnContext(ignored -> here.handle(end)));
        return here.future();
    }

    private static <T> Future<T> refused(Refusal refusal) {
        return Future.failedFuture(new RefusedException(refusal));
    }
}
