package io.lancang.gateway.config.access;

import java.util.Optional;
import java.util.Set;

/** One issuer of tokens. */
public interface IssuerConfig {
    /** What its tokens have in {@code iss}, character by character. */
    String issuer();

    /**
     * Where its keys are, as a JSON Web Key Set: a URL that begins with {@code http://} or {@code https://}, or the path of a
     * file. Without it, the issuer is asked by OpenID Connect discovery, at {@code /.well-known/openid-configuration} below
     * {@link #issuer}.
     */
    Optional<String> jwks();

    /** A token must be for one of these ({@code aud}). Without any, it may be for anybody: name some. */
    Optional<Set<String>> audiences();
}
