package io.lancang.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.federation.Grants;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the gateway believes. */
class AuthenticationTest {
    private static final long NOW = 1_700_000_000_000L;

    private final Vertx vertx = Vertx.vertx();
    private final TestIssuer issuer = new TestIssuer();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong millis = new AtomicLong(NOW);

    @AfterEach
    void close() {
        issuer.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void believesATokenByDiscoveryAndReadsWhatItGrants() {
        JwtClaims claims = issuer.claims("anna", NOW);
        claims.setClaim("scope", "trade:read  trade:margin");
        claims.setClaim("realm", Map.of("roles", List.of("admin", 7)));
        claims.setClaim("policies", List.of("credit"));
        claims.setClaim("level", 3);
        Authentication authentication = authentication(Map.of(
                "access.scope-claims", "scope,realm.roles",
                "access.claim-headers.\"X-Subject\"", "sub",
                "access.claim-headers.\"x-roles\"", "realm.roles",
                "access.claim-headers.\"x-none\"", "no.such.claim"));

        Identity identity = identity(authentication, issuer.token(claims));

        assertEquals(
                new Grants(true, Set.of("trade:read", "trade:margin", "admin"), Set.of("credit")), identity.grants());
        assertEquals(Map.of("x-subject", "anna", "x-roles", "admin,7"), identity.claimHeaders());
        assertEquals(330_000, authentication.remaining(identity));
    }

    @Test
    void fetchesKeysOnceAndRemembersTokens() {
        Authentication authentication = authentication(Map.of());
        String token = issuer.token(issuer.claims("anna", NOW));

        Identity first = identity(authentication, token);
        Identity second = identity(authentication, token);
        identity(authentication, issuer.token(issuer.claims("bert", NOW)));

        assertSame(first, second);
        assertEquals(1, issuer.fetches());
    }

    @ParameterizedTest
    @CsvSource({
        "300000, valid",
        "329999, valid",
        "330001, it has expired",
        "-30000, valid",
    })
    void toleratesClocksThatDiffer(long later, String expected) {
        JwtClaims claims = issuer.claims("anna", NOW);
        claims.setNotBefore(NumericDate.fromMilliseconds(NOW));
        Authentication authentication = authentication(Map.of());
        millis.set(NOW + later);

        String token = issuer.token(claims);

        assertEquals(
                expected,
                expected.equals("valid")
                        ? valid(identity(authentication, token))
                        : problem(refusal(authentication, token)));
    }

    @Test
    void refusesATokenThatItRememberedOnceItHasExpired() {
        // It would be remembered for an hour, and counts for five minutes and 30 seconds of tolerance.
        Authentication authentication = authentication(Map.of("access.token-cache-time", "1H"));
        String token = issuer.token(issuer.claims("anna", NOW));
        identity(authentication, token);

        millis.set(NOW + 331_000);

        assertEquals("it has expired", problem(refusal(authentication, token)));
    }

    @Test
    void refusesATokenThatDoesNotCountYet() {
        JwtClaims claims = issuer.claims("anna", NOW);
        claims.setNotBefore(NumericDate.fromMilliseconds(NOW + 31_000));

        assertEquals("it does not count yet", problem(refusal(authentication(Map.of()), issuer.token(claims))));
    }

    @Test
    void refusesATokenThatNeverExpires() {
        JwtClaims claims = issuer.claims("anna", NOW);
        claims.unsetClaim("exp");

        assertEquals(
                "it does not say when it expires", problem(refusal(authentication(Map.of()), issuer.token(claims))));
    }

    @Test
    void refusesSignaturesThatAnybodyCouldMake() {
        JwtClaims claims = issuer.claims("mallory", NOW);
        Authentication authentication = authentication(Map.of());
        String tampered = issuer.token(claims)
                .replaceFirst("\\.[^.]*\\.", "." + base64(claims.toJson().replace("mallory", "admin")) + ".");
        String none = base64("{\"alg\":\"none\"}") + "." + base64(claims.toJson()) + ".";
        byte[] publicKey = issuer.key().getRsaPublicKey().getEncoded();
        String symmetric = TestIssuer.sign(claims, new HmacKey(publicKey), "first", "HS256");
        String foreign;
        try (TestIssuer other = new TestIssuer()) {
            foreign = TestIssuer.sign(claims, other.key().getPrivateKey(), "first", "RS256");
        }

        assertEquals("its signature is wrong", problem(refusal(authentication, tampered)));
        assertEquals("its signature is wrong", problem(refusal(authentication, foreign)));
        assertEquals("it is not signed in a way that the gateway takes", problem(refusal(authentication, none)));
        assertEquals("it is not signed in a way that the gateway takes", problem(refusal(authentication, symmetric)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b", "a.b.c", "..", "eyJhbGciOiJSUzI1NiJ9.e30.AA"})
    void refusesWhatIsNoToken(String token) {
        Refusal refusal = refusal(authentication(Map.of()), token);

        assertEquals(401, refusal.status());
        assertEquals("UNAUTHENTICATED", refusal.code());
        assertEquals("Bearer error=\"invalid_token\"", refusal.headers().get("WWW-Authenticate"));
    }

    @Test
    void refusesATokenThatIsTooLongBeforeItReadsIt() {
        assertEquals(
                "it has 8193 characters, and 8192 are allowed",
                problem(refusal(authentication(Map.of()), "x".repeat(8193))));
    }

    @Test
    void refusesAnotherIssuerAndAnotherAudience() {
        JwtClaims claims = issuer.claims("anna", NOW);
        claims.setIssuer("https://elsewhere.example");
        assertEquals("nobody here trusts its issuer", problem(refusal(authentication(Map.of()), issuer.token(claims))));

        claims = issuer.claims("anna", NOW);
        claims.setAudience("shop");
        assertEquals("it is for another audience", problem(refusal(authentication(Map.of()), issuer.token(claims))));
    }

    @Test
    void takesNoKeysFromTheDiscoveryOfAnotherIssuer() {
        issuer.discoverAs("https://evil.example");

        assertEquals(
                AccessRefusals.noKeys(issuer.issuer()),
                refusal(authentication(Map.of()), issuer.token(issuer.claims("mallory", NOW))));
        assertEquals(0, issuer.fetches());
    }

    @Test
    void keepsSeveralIssuersApart(@TempDir Path directory) throws IOException {
        try (TestIssuer other = new TestIssuer()) {
            Path keys = Files.writeString(directory.resolve("keys.json"), other.jwks());
            Authentication authentication = authentication(Map.of(
                    "access.issuers.other.issuer", other.issuer(), "access.issuers.other.jwks", keys.toString()));

            assertEquals("valid", valid(identity(authentication, issuer.token(issuer.claims("a", NOW)))));
            assertEquals("valid", valid(identity(authentication, other.token(other.claims("b", NOW)))));
            // The key of one must not sign in the name of the other.
            assertEquals(
                    "its signature is wrong", problem(refusal(authentication, other.token(issuer.claims("c", NOW)))));
        }
    }

    @Test
    void followsARotationOfKeysButNotMoreOftenThanTheIntervalAllows() {
        Authentication authentication = authentication(Map.of());
        identity(authentication, issuer.token(issuer.claims("a", NOW)));

        issuer.rotate("second");
        String token = issuer.token(issuer.claims("b", NOW));
        assertEquals("its issuer has no key that it could be signed with", problem(refusal(authentication, token)));
        assertEquals(1, issuer.fetches());

        nanos.addAndGet(30_000_000_000L);
        assertEquals("valid", valid(identity(authentication, token)));
        assertEquals(2, issuer.fetches());
        for (int attempt = 0; attempt < 20; attempt++) {
            JwtClaims claims = issuer.claims("c", NOW);
            refusal(
                    authentication,
                    TestIssuer.sign(claims, issuer.key().getPrivateKey(), "made-up-" + attempt, "RS256"));
        }
        assertEquals(2, issuer.fetches());
    }

    /** Keys count for ten minutes; the first token after that has them fetched, and finds those before. */
    @Test
    void takesNoKeyMuchLongerThanItsIssuerHasIt() {
        Authentication authentication = authentication(Map.of());
        identity(authentication, issuer.token(issuer.claims("anna", NOW)));
        Key withdrawn = issuer.key().getPrivateKey();
        issuer.rotate("second");
        nanos.addAndGet(600_000_000_001L);

        identity(authentication, TestIssuer.sign(issuer.claims("thief", NOW), withdrawn, "first", "RS256"));

        AtomicInteger number = new AtomicInteger();
        await().untilAsserted(() -> {
            JwtClaims claims = issuer.claims("thief " + number.incrementAndGet(), NOW);
            assertEquals(
                    "its issuer has no key that it could be signed with",
                    problem(refusal(authentication, TestIssuer.sign(claims, withdrawn, "first", "RS256"))));
        });
        assertEquals(2, issuer.fetches());
    }

    @Test
    void answersAnonymousClientsWhileAnIssuerCannotBeReached() {
        String token = issuer.token(issuer.claims("a", NOW));
        Authentication authentication = authentication(Map.of());
        issuer.close();

        Refusal refusal = refusal(authentication, token);

        assertEquals(503, refusal.status());
        assertEquals(Identity.ANONYMOUS, identify(authentication, List.of()));
    }

    @Test
    void keepsAnIssuersKeysWhileItCannotBeReached() {
        Authentication authentication = authentication(Map.of());
        identity(authentication, issuer.token(issuer.claims("a", NOW)));
        issuer.close();
        nanos.addAndGet(3_600_000_000_000L);

        assertEquals("valid", valid(identity(authentication, issuer.token(issuer.claims("b", NOW)))));
    }

    @Test
    void leavesOtherSchemesToSubgraphsAndRefusesTwoHeaders() {
        Authentication authentication = authentication(Map.of());
        String token = issuer.token(issuer.claims("a", NOW));

        assertEquals(Identity.ANONYMOUS, identify(authentication, List.of("Basic YTpi")));
        assertEquals("valid", valid(identify(authentication, List.of("bearer " + token))));
        assertEquals(
                401,
                refusal(authentication, List.of("Bearer " + token, "Bearer other"))
                        .status());
    }

    @Test
    void refusesWhoHasNoTokenWhereOneIsRequired() {
        Authentication authentication = authentication(Map.of("access.required", "true"));

        Refusal refusal = refusal(authentication, List.of());

        assertEquals(401, refusal.status());
        assertEquals("Bearer", refusal.headers().get("WWW-Authenticate"));
        assertEquals(401, refusal(authentication, List.of("Basic YTpi")).status());
    }

    @Test
    void readsNoTokenWithoutIssuers() {
        Authentication authentication =
                new Authentication(TestConfig.with(Map.of()).access(), vertx, nanos::get, millis::get);

        assertEquals(Identity.ANONYMOUS, identify(authentication, List.of("Bearer whatever", "Bearer two")));
    }

    @Test
    void takesNoAlgorithmWhoseKeyIsShared() {
        assertThrows(ConfigurationException.class, () -> authentication(Map.of("access.algorithms", "RS256,HS256")));
    }

    private Authentication authentication(Map<String, String> keys) {
        Map<String, String> all = new HashMap<>(Map.of(
                "access.issuers.main.issuer",
                issuer.issuer(),
                "access.issuers.main.audiences",
                "lancang",
                "access.key-timeout",
                "60s"));
        all.putAll(keys);
        return new Authentication(TestConfig.with(all).access(), vertx, nanos::get, millis::get);
    }

    private static Identity identity(Authentication authentication, String token) {
        return identify(authentication, List.of("Bearer " + token));
    }

    private static Identity identify(Authentication authentication, List<String> headers) {
        return authentication
                .identify(headers)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static Refusal refusal(Authentication authentication, String token) {
        return refusal(authentication, List.of("Bearer " + token));
    }

    private static Refusal refusal(Authentication authentication, List<String> headers) {
        CompletionException failure = assertThrows(CompletionException.class, () -> identify(authentication, headers));
        return assertInstanceOf(RefusedException.class, failure.getCause()).refusal();
    }

    private static String problem(Refusal refusal) {
        return refusal.message().replace("The token is not valid: ", "").replaceAll("\\.$", "");
    }

    private static String valid(Identity identity) {
        return identity.grants().authenticated() ? "valid" : "anonymous";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
