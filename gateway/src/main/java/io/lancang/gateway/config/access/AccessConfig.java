package io.lancang.gateway.config.access;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may ask, and for what. Without issuers no token is read: every client is anonymous, and its header {@code Authorization}
 * is forwarded to subgraphs as any other.
 */
public interface AccessConfig {
    /**
     * Those whose tokens (JWT) count, by a name of the operator's choice. A token counts if the issuer that it names in
     * {@code iss} stands here, and a key of that issuer signed it.
     */
    Map<String, IssuerConfig> issuers();

    /** Whether a request without a token is refused with status 401. Without this, it is anonymous. */
    @WithDefault("false")
    boolean required();

    /** By how much the clocks of issuers and of the gateway may differ when a token begins to count and expires. */
    @WithDefault("30s")
    Duration clockSkew();

    /** The longest token that is read, in characters; a longer one is refused with status 401. */
    @WithDefault("8192")
    int maxTokenLength();

    /** How much memory verified tokens may take, so that a token is not verified again for each request. */
    @WithDefault("8M")
    MemorySize tokenCacheSize();

    /** How long a verified token is remembered at most: a key that its issuer withdrew counts no longer than this. */
    @WithDefault("5M")
    Duration tokenCacheTime();

    /** After how long the keys of an issuer are fetched again. */
    @WithDefault("10M")
    Duration keyLifetime();

    /**
     * The least time between two attempts to fetch the keys of an issuer. Keys are fetched at once for a token whose key is not
     * known, but not more often than this, whatever clients send.
     */
    @WithDefault("30s")
    Duration keyRefreshInterval();

    /** How long one request to an issuer may take. */
    @WithDefault("5s")
    Duration keyTimeout();

    /** Algorithms in which tokens may be signed. Only those with public keys can stand here. */
    @WithDefault("RS256,RS384,RS512,PS256,PS384,PS512,ES256,ES384,ES512,EdDSA")
    Set<String> algorithms();

    /**
     * Where a token has its scopes, for {@code @requiresScopes}: claims whose value is a list of strings, or one string with
     * spaces. Dots lead into objects, as in {@code realm_access.roles}. All of them count together.
     */
    @WithDefault("scope")
    List<String> scopeClaims();

    /** Where a token has the policies that its client fulfils, for {@code @policy}; written as {@link #scopeClaims}. */
    @WithDefault("policies")
    List<String> policyClaims();

    /**
     * Headers for subgraphs whose value is a claim of the token, by the header's name. Dots lead into objects; the items of a
     * list are joined by commas. A header of this name that a client sends is never forwarded.
     */
    Map<String, String> claimHeaders();

    /** What becomes of an operation that selects more than its client may see. */
    @WithDefault("filter")
    Unauthorized unauthorized();

    /** Whether an answer has an error for each field that was left out. A refusal always says why. */
    @WithDefault("true")
    boolean reportsWithheld();

    /** See {@link #unauthorized}. */
    enum Unauthorized {
        /** The fields are answered with null, and no subgraph is asked for them. */
        FILTER,
        /** The operation is refused. */
        REJECT,
        /** Nothing is left out; errors say what would be. */
        DRY_RUN
    }
}
