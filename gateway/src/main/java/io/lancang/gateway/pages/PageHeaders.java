package io.lancang.gateway.pages;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Locale;

/** Headers that keep pages from loading what is not ours, and from being shown inside pages of others. */
final class PageHeaders {
    /** Pictures leave as blobs; everything else comes from this address. */
    private static final String STRICT =
            "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    /** GraphiQL's editor writes style attributes, and its library draws with a font inside its own style sheet. */
    private static final String GRAPHIQL =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:;"
                    + " img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    static final String GRAPHIQL_PAGE = "graphiql.html";

    private PageHeaders() {}

    static void addTo(HttpServerResponse response, String path) {
        MultiMap headers = response.headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if (path.endsWith(".html")) {
            headers.set("Content-Security-Policy", path.equals(GRAPHIQL_PAGE) ? GRAPHIQL : STRICT);
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        }
    }

    /** Whether the client takes gzip: it is named, or everything is, and not with the weight zero. */
    static boolean takesGzip(HttpServerRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        if (accepted == null) {
            return false;
        }
        for (String item : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = item.strip().split(";", 2);
            String name = parts[0].strip();
            if (name.equals("gzip") || name.equals("x-gzip") || name.equals("*")) {
                return parts.length == 1 || !parts[1].replace(" ", "").matches("q=0(\\.0{0,3})?");
            }
        }
        return false;
    }
}
