package io.lancang.kit.steward;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/** Lets only those change facts who have the role {@value #ROLE}. */
@Singleton
public final class Stewards {
    /** The role, as the token names it. */
    static final String ROLE = "steward";

    private final SecurityIdentity identity;

    /** @param identity of the request that is being answered */
    Stewards(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The name of who asks.
     *
     * @param what what the role is needed for: the beginning of a sentence
     * @throws ServiceException UNAUTHENTICATED without valid credentials, FORBIDDEN without the role
     */
    public String require(String what) {
        if (identity.isAnonymous()) {
            throw new ServiceException(
                    ErrorCode.UNAUTHENTICATED,
                    what + " by somebody with the role '" + ROLE + "', and the request names nobody.",
                    "Send `Authorization: Bearer` with a token that has the role.");
        }
        String name = identity.getPrincipal().getName();
        if (!identity.hasRole(ROLE)) {
            throw new ServiceException(
                    ErrorCode.FORBIDDEN,
                    "'" + name + "' does not have the role '" + ROLE + "'.",
                    "Ask whoever grants roles at your identity provider.");
        }
        return name;
    }
}
