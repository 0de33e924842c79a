package io.lancang.gateway.websocket;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Refuses WebSockets that a page of another origin opens. Browsers let every page open one, with the cookies of the site that
 * it is opened to, and leave it to the server to look at the origin. Where CORS is on, its filter has looked already.
 */
final class OriginCheck {
    private final boolean checkedByCors;

    /**
     * @param checkedByCors whether requests of origins that may not come are stopped before they get here
     */
    OriginCheck(boolean checkedByCors) {
        this.checkedByCors = checkedByCors;
    }

    /** Whether the request comes from a page of this origin, or from no page. */
    boolean allows(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return checkedByCors || origin == null || isSame(origin, request.getHeader(HttpHeaders.HOST));
    }

    private static boolean isSame(String origin, @Nullable String host) {
        try {
            String authority = new URI(origin).getRawAuthority();
            return authority != null
                    && host != null
                    && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            // "null" and the like: a page without an origin of its own.
            return false;
        }
    }
}
