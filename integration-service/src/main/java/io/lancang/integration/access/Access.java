package io.lancang.integration.access;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out who asks, and refuses those without the role that is needed. To be called in the threads of the request. */
@Singleton
public final class Access {
    /** The role of those who may do everything. */
    public static final String ADMIN = "admin";

    /** The role of a client, which may do what it likes with its own. */
    public static final String CLIENT = "client";

    private static final SecurityIdentity NOBODY =
            QuarkusSecurityIdentity.builder().setAnonymous(true).build();

    private final SecurityIdentity identity;

    /** @param identity of the request that is being answered */
    Access(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Of a request that does not come through the graph. */
    public static Access of(RoutingContext request) {
        return new Access(request.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : NOBODY);
    }

    /**
     * Somebody with the role admin.
     *
     * @param what what the role is needed for: the beginning of a sentence
     * @throws ServiceException UNAUTHENTICATED without valid credentials, FORBIDDEN without the role
     */
    public Asker.Administrator administrator(String what) {
        requireSomebody(what, "somebody with the role '" + ADMIN + "'");
        if (!identity.hasRole(ADMIN)) {
            throw lacks(ADMIN);
        }
        return new Asker.Administrator(name());
    }

    /**
     * A client, whatever else it may be.
     *
     * @param what what the role is needed for: the beginning of a sentence
     * @throws ServiceException UNAUTHENTICATED without valid credentials, FORBIDDEN without the role
     */
    public Asker.Owner client(String what) {
        requireSomebody(what, "a client with its key");
        if (!identity.hasRole(CLIENT)) {
            throw lacks(CLIENT);
        }
        return new Asker.Owner(name(), scopes());
    }

    /** An administrator or a client. Refuses as {@link #client} does. */
    public Asker asker(String what) {
        return identity.hasRole(ADMIN) ? administrator(what) : client(what);
    }

    /**
     * An administrator, or this client.
     *
     * @throws ServiceException FORBIDDEN to other clients, whether there is such a client or not
     */
    public Asker adminOr(String client, String what) {
        Asker asker = asker(what);
        if (asker instanceof Asker.Owner owner && !owner.id().equals(client)) {
            throw new ServiceException(
                    ErrorCode.FORBIDDEN,
                    "'" + owner.id() + "' asked for another client, '" + client + "'.",
                    "A client sees and changes what is its own: `me` shows that. Another one's needs the role '" + ADMIN
                            + "'.");
        }
        return asker;
    }

    private void requireSomebody(String what, String by) {
        if (identity.isAnonymous()) {
            throw new ServiceException(
                    ErrorCode.UNAUTHENTICATED,
                    what + " by " + by + ", and the request names nobody.",
                    "Send a key as `x-api-key` or `Authorization: Bearer` to the gateway, or a token that has the role.");
        }
    }

    private ServiceException lacks(String role) {
        return new ServiceException(
                ErrorCode.FORBIDDEN,
                "'" + name() + "' does not have the role '" + role + "'.",
                role.equals(CLIENT)
                        ? "Ask with the key of a client."
                        : "Ask an administrator, or whoever grants roles at your identity provider.");
    }

    private String name() {
        return identity.getPrincipal().getName();
    }

    private @Nullable List<String> scopes() {
        return identity.getAttribute(GatewayAuthentication.SCOPES_OF_KEY);
    }
}
