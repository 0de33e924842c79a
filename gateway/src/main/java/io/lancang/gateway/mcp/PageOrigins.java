package io.lancang.gateway.mcp;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses requests of pages whose origin may not come. That a page has the origin of the address that it asks proves nothing: the owner of a
 * name can have it lead to an address inside of the reader's network. Only names of the machine itself cannot be had so.
 *
 * @param allowed origins of pages, in small letters
 */
record PageOrigins(Set<String> allowed) {
    private static final Set<String> OF_THE_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Whether the request comes from a page that may come, or from no page. */
    boolean allows(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || allowed.contains(origin.toLowerCase(Locale.ROOT)) || isOfTheMachine(origin, request);
    }

    private static boolean isOfTheMachine(String origin, HttpServerRequest request) {
        try {
            String page = new URI(origin).getHost();
            String host =
                    request.authority() == null ? null : request.authority().host();
            return page != null && host != null && OF_THE_MACHINE.contains(page) && OF_THE_MACHINE.contains(host);
        } catch (URISyntaxException e) {
            // "null" and the like: a page without an origin of its own.
            return false;
        }
    }
}
