package io.lancang.gateway.operation;

import io.lancang.federation.operation.OperationType;
import io.lancang.gateway.request.RefusedException;

/** What a transport does not carry: changes by GET, for instance. */
@FunctionalInterface
public interface TransportRules {
    /** Refuses operations of a type that must not, or cannot, be run for this request. */
    void check(OperationType type) throws RefusedException;
}
