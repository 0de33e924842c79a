package io.lancang.gateway.mcp;

import io.lancang.gateway.config.access.AccessConfig;
import io.lancang.gateway.config.access.IssuerConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients whose tokens the gateway takes (OAuth 2.0 Protected Resource Metadata, RFC 9728), which the Model Context Protocol has
 * them look for when they are refused with 401.
 *
 * @param issuers whose tokens count; without any, there is nothing to tell
 */
record ProtectedResource(List<String> issuers) {
    static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    private static final String CHALLENGE = "WWW-Authenticate";

    static ProtectedResource of(AccessConfig config) {
        return new ProtectedResource(config.issuers().values().stream()
                .map(IssuerConfig::issuer)
                .sorted()
                .toList());
    }

    boolean isEmpty() {
        return issuers.isEmpty();
    }

    /** The headers of a refusal with 401, whose challenge says where the metadata is. */
    Map<String, String> challenge(Map<String, String> headers, HttpServerRequest request, @Nullable String contract) {
        if (isEmpty()) {
            return headers;
        }
        String before = headers.getOrDefault(CHALLENGE, "Bearer");
        Map<String, String> all = new HashMap<>(headers);
        all.put(
                CHALLENGE,
                before + (before.contains(" ") ? ", " : " ") + "resource_metadata=\"" + root(request) + WELL_KNOWN
                        + McpRoute.path(contract) + "\"");
        return Map.copyOf(all);
    }

    /** The metadata of the endpoint of a contract, or of the whole graph. */
    void tell(HttpServerRequest request, @Nullable String contract) {
        JsonObject metadata = new JsonObject()
                .put("resource", root(request) + McpRoute.path(contract))
                .put("resource_name", "Lancang gateway")
                .put("authorization_servers", new JsonArray(issuers))
                .put("bearer_methods_supported", new JsonArray().add("header"));
        request.response().headers().remove(HttpHeaders.CONTENT_ENCODING);
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .end(metadata.toBuffer());
    }

    /** As the gateway sees it, which is the public address behind a proxy that {@code quarkus.http.proxy} trusts. */
    private static String root(HttpServerRequest request) {
        return Objects.requireNonNullElse(request.scheme(), "http")
                + "://"
                + (request.authority() == null
                        ? "localhost"
                        : request.authority().toString());
    }
}
