package io.lancang.gateway.operation;

import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.request.RequestedOperation;

/** Reads a request from wherever its transport puts it. */
@FunctionalInterface
public interface RequestSource {
    /** The request, if it is one. */
    RequestedOperation read() throws RefusedException;
}
