package io.lancang.integration.access;

import io.quarkus.arc.Unremovable;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes the word of a gateway for who asks, beside the token that both share. Without that header it has nothing to say, and a token of
 * an identity provider counts. Below {@value #GATEWAY} the header {@code Authorization} has the shared token, which no provider signed:
 * whoever answers there looks at it.
 */
@Singleton
@Unremovable // Mechanisms are looked up while the application runs, which the removal of unused beans does not see.
public final class GatewayAuthentication implements HttpAuthenticationMechanism {
    /** Where gateways ask. */
    public static final String GATEWAY = "/gateway";

    static final String TOKEN = "lancang-gateway-token";
    static final String CLIENT = "lancang-client";
    static final String SCOPES = "lancang-scopes";
    static final String ROLES = "lancang-roles";
    /** Attribute of an identity: what the key of the request may do, a list of scopes. */
    static final String SCOPES_OF_KEY = "lancang.scopes";

    /** Above that of OpenID Connect, below the one that answers challenges. */
    private static final int PRIORITY = DEFAULT_PRIORITY + 5;

    private static final Set<String> KNOWN_ROLES = Set.of(Access.ADMIN, Access.CLIENT);

    private final SharedToken token;

    GatewayAuthentication(SharedToken token) {
        this.token = token;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        if (request.normalizedPath().startsWith(GATEWAY + "/")) {
            return Uni.createFrom()
                    .item(QuarkusSecurityIdentity.builder().setAnonymous(true).build());
        }
        MultiMap headers = request.request().headers();
        @Nullable String given = headers.get(TOKEN);
        if (given == null) {
            return Uni.createFrom().nullItem();
        }
        @Nullable String client = headers.get(CLIENT);
        if (!token.is(given)) {
            return Uni.createFrom().failure(new AuthenticationFailedException("The shared token is another one"));
        }
        if (client == null || client.isBlank()) {
            // Who asked the gateway has no key: a token of an identity provider may stand beside.
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(client))
                        .addRoles(words(headers.get(ROLES)).stream()
                                .filter(KNOWN_ROLES::contains)
                                .collect(Collectors.toUnmodifiableSet()))
                        .addAttribute(SCOPES_OF_KEY, words(headers.get(SCOPES)))
                        .build());
    }

    /** Between spaces or commas. */
    private static List<String> words(@Nullable String list) {
        return list == null || list.isBlank() ? List.of() : List.of(list.strip().split("[ ,]+"));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public int getPriority() {
        return PRIORITY;
    }
}
