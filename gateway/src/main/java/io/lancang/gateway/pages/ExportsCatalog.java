package io.lancang.gateway.pages;

import io.lancang.gateway.config.PublisherConfig;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue (DCAT 3) of the catalogues of subgraphs, at {@code /exports/catalog.jsonld}: each subgraph with exports tells its own datasets,
 * and none is asked for this. Thread-safe.
 */
final class ExportsCatalog implements Handler<RoutingContext> {
    static final String CATALOG = "catalog.jsonld";

    private final List<String> subgraphs;
    /** Who publishes, as an agent; null if nobody is named. */
    private final @Nullable JsonObject publisher;

    /** @param subgraphs names of those with exports */
    ExportsCatalog(Collection<String> subgraphs, PublisherConfig publisher) {
        this.subgraphs = List.copyOf(new TreeSet<>(subgraphs));
        this.publisher = publisher
                .name()
                .filter(name -> !name.isBlank())
                .map(name -> agent(name, publisher.url().orElse(null)))
                .orElse(null);
    }

    private static JsonObject agent(String name, @Nullable String url) {
        JsonObject agent = new JsonObject().put("@type", "foaf:Agent").put("foaf:name", name);
        return url == null
                ? agent
                : agent.put("@id", url)
                        .put("foaf:homepage", new JsonObject().put("@id", url).put("@type", "foaf:Document"));
    }

    @Override
    public void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!PageHandler.isReading(request)) {
            PageHandler.refuse(
                    request, PageHandler.methodNotAllowed(request.method().name(), "GET, HEAD"));
            return;
        }
        HttpServerResponse response = request.response();
        PageHeaders.addTo(response, CATALOG);
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/ld+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        // The server compresses it, as far as the client takes that.
        response.headers().remove(HttpHeaders.CONTENT_ENCODING);
        response.end(catalog(rootOf(request)).toBuffer());
    }

    private static String rootOf(HttpServerRequest request) {
        return Objects.requireNonNullElse(request.scheme(), "http")
                + "://"
                + (request.authority() == null
                        ? "localhost"
                        : request.authority().toString())
                + PageRoutes.EXPORTS;
    }

    private JsonObject catalog(String root) {
        JsonArray all = new JsonArray();
        subgraphs.forEach(subgraph -> all.add(described(
                root + subgraph + "/" + CATALOG,
                "Lancang: " + subgraph,
                "Every dataset of the subgraph " + subgraph + ", with sources and files.")));
        return new JsonObject()
                .put(
                        "@context",
                        new JsonObject()
                                .put("dcat", "http://www.w3.org/ns/dcat#")
                                .put("dct", "http://purl.org/dc/terms/")
                                .put("foaf", "http://xmlns.com/foaf/0.1/"))
                .mergeIn(described(
                        root + CATALOG,
                        "Lancang",
                        "The catalogues of all services. Each lists its datasets, with sources and files."))
                .put("dcat:catalog", all);
    }

    private JsonObject described(String address, String title, String description) {
        JsonObject catalog = new JsonObject()
                .put("@id", address)
                .put("@type", "dcat:Catalog")
                .put("dct:title", title)
                .put("dct:description", description);
        return publisher == null ? catalog : catalog.put("dct:publisher", publisher);
    }
}
