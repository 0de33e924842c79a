package io.lancang.kit.error;

import io.quarkus.arc.Unremovable;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says in JSON that a request needs credentials, where a mechanism that knows them would send a status alone. It knows none
 * itself: it stands before the others to answer, never to admit.
 */
@Singleton
@Unremovable // Mechanisms are looked up while the application runs, which the removal of unused beans does not see.
public final class Challenge implements HttpAuthenticationMechanism {
    /** What is answered beside the body. */
    public static final String HEADER = "WWW-Authenticate";

    /** The scheme of the credentials. */
    public static final String SCHEME = "Bearer";

    /** Above that of OpenID Connect, which is one above the usual. */
    private static final int PRIORITY = DEFAULT_PRIORITY + 10;

    private static final int STATUS = HttpStatus.of(ErrorCode.UNAUTHENTICATED);
    /** Whose answers have the form of the graph. */
    private static final Set<String> GRAPH = Set.of("graphql", "export");

    private final String service;

    Challenge(@ConfigProperty(name = "lancang.subgraph") String service) {
        this.service = service;
    }

    /** What a client reads that has no credentials, or none that are valid. */
    public static ServiceException unauthenticated(boolean hasCredentials) {
        return new ServiceException(
                ErrorCode.UNAUTHENTICATED,
                hasCredentials
                        ? "The credentials of the request are not valid: they are expired, or nobody here knows who"
                                + " signed them."
                        : "This needs credentials, and the request has none.",
                "Send `Authorization: Bearer` with a valid token of this service's identity provider.");
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(STATUS, HEADER, SCHEME));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        ServiceException refusal = unauthenticated(request.request().headers().contains("authorization"));
        HttpServerResponse response = request.response();
        return Uni.createFrom()
                .completionStage(() -> response.setStatusCode(STATUS)
                        .putHeader(HEADER, SCHEME)
                        .putHeader("content-type", "application/json")
                        .end(body(request.normalizedPath(), refusal).toString())
                        .toCompletionStage())
                .replaceWith(true);
    }

    private JsonObject body(String path, ServiceException refusal) {
        String[] parts = path.split("/", 3);
        return parts.length > 1 && GRAPH.contains(parts[1])
                ? ErrorBody.ofGraph(service, refusal)
                : ErrorBody.ofFile(service, refusal);
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
