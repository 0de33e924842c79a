package io.lancang.corridor.feature.ogc;

import io.lancang.kit.catalog.PublicRoot;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Addresses of what is served here, as the client sees them: behind the gateway, by what it forwards. Whoever sends these headers
 * changes links of the own answer alone.
 *
 * @param root where the landing page is, without a slash at its end
 */
record Addresses(String root) {
    /** Where it is in this service. */
    static final String FOLDER = "/ogc";

    private static final String JSON = "application/json";
    private static final String GEO_JSON = "application/geo+json";

    /** The addresses as the client of a request sees them. {@code X-Forwarded-Prefix} is the public path of the folder. */
    static Addresses of(HttpServerRequest request) {
        return new Addresses(PublicRoot.of(request, FOLDER));
    }

    /** A text as part of an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    String collections() {
        return root + "/collections";
    }

    String collection(FeatureCollection collection) {
        return collections() + "/" + collection.id();
    }

    String items(FeatureCollection collection) {
        return collection(collection) + "/items";
    }

    String item(FeatureCollection collection, String id) {
        return items(collection) + "/" + encoded(id);
    }

    /** A link to JSON. */
    static JsonObject json(String rel, String href, String title) {
        return link(rel, href, JSON, title);
    }

    /** A link to features. */
    static JsonObject features(String rel, String href, String title) {
        return link(rel, href, GEO_JSON, title);
    }

    static JsonObject link(String rel, String href, String type, String title) {
        return new JsonObject()
                .put("href", href)
                .put("rel", rel)
                .put("type", type)
                .put("title", title);
    }
}
