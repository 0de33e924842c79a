package io.lancang.gateway.operation;

import io.lancang.federation.OperationType;
import io.lancang.gateway.request.RefusedException;
import org.jspecify.annotations.Nullable;

/** What a transport does not carry: changes by GET, for instance; and where it says that a client goes on. */
@FunctionalInterface
public interface TransportRules {
    /** Refuses operations of a type that must not, or cannot, be run for this request. */
    void check(OperationType type) throws RefusedException;

    /** The place of the last event that the client has seen of this subscription; null if it has seen none. */
    default @Nullable String lastEvent() {
        return null;
    }
}
