package io.lancang.federation;

/**
 * Says for each request what its client has been granted. Safe for concurrent use; never waits.
 *
 * @param <C> the context of a client request
 */
@FunctionalInterface
public interface ClientGrants<C> {
    /** Nobody is granted anything. */
    static <C> ClientGrants<C> none() {
        return context -> Grants.NONE;
    }

    /**
     * The grants of one client. Asked only if the operation selects something that not everybody may see.
     *
     * @param context what the caller of the engine passed for the request
     */
    Grants of(C context);
}
