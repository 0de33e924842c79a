package io.lancang.gateway.access;

import io.lancang.gateway.server.SubgraphServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** An issuer of tokens with OpenID Connect discovery, on a free port. Thread-safe apart from its keys. */
public final class TestIssuer implements AutoCloseable {
    private final SubgraphServer server;
    private final List<RsaJsonWebKey> keys = new ArrayList<>();
    private volatile @Nullable String named;

    /** An issuer with one key, {@code first}. */
    public TestIssuer() {
        try {
            rotate("first");
            server = new SubgraphServer((request, exchange, closed) -> {
                String body = request.uri().getPath().equals("/.well-known/openid-configuration")
                        ? "{\"issuer\":\"" + (named == null ? issuer() : named) + "\",\"jwks_uri\":\"" + issuer()
                                + "/keys\"}"
                        : jwks();
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its tokens have in {@code iss}. */
    public String issuer() {
        return "http://127.0.0.1:" + server.url().getPort();
    }

    /** From now on its discovery document is of another issuer. */
    void discoverAs(String other) {
        named = other;
    }

    /** Its public keys. */
    public String jwks() {
        return new JsonWebKeySet(List.<JsonWebKey>copyOf(keys)).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** How often keys were asked for. */
    public long fetches() {
        return server.received().stream()
                .filter(request -> request.uri().getPath().equals("/keys"))
                .count();
    }

    /** Signs with this key from now on; the others are gone. */
    public void rotate(String keyId) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(keyId);
            keys.clear();
            keys.add(key);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Claims that count for five minutes. */
    public JwtClaims claims(String subject, long nowMillis) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setSubject(subject);
        claims.setAudience("lancang");
        claims.setExpirationTime(NumericDate.fromMilliseconds(nowMillis + 300_000));
        return claims;
    }

    /** A token of this issuer. */
    public String token(JwtClaims claims) {
        RsaJsonWebKey key = keys.getFirst();
        return sign(claims, key.getPrivateKey(), String.valueOf(key.getKeyId()), "RS256");
    }

    /** The public key, as those see it who have no business to sign. */
    public RsaJsonWebKey key() {
        return keys.getFirst();
    }

    /** Any token. */
    public static String sign(JwtClaims claims, Key key, String keyId, String algorithm) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setKeyIdHeaderValue(keyId);
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setDoKeyValidation(false);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
