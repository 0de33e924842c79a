package io.lancang.gateway.operation;

import io.lancang.federation.execute.GraphQLRequest;
import io.lancang.gateway.request.RefusedException;

/** Reads a request from wherever its transport puts it. */
@FunctionalInterface
public interface RequestSource {
    /** The request, if it is one. */
    GraphQLRequest read() throws RefusedException;
}
