package io.lancang.federation.access;

/** Says for each request what its client has been granted. Safe for concurrent use; never waits. */
@FunctionalInterface
public interface ClientGrants {
    /** Nobody is granted anything. */
    ClientGrants NONE = context -> Grants.NONE;

    /**
     * The grants of one client. Asked only if the operation selects something that not everybody may see.
     *
     * @param context what the caller of the engine passed for the request
     */
    Grants of(Object context);
}
