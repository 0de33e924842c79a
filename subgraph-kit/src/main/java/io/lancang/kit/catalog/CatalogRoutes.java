package io.lancang.kit.catalog;

import io.lancang.kit.openapi.Operation;
import io.lancang.kit.openapi.Schema;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code GET /export/datapackage.json} and {@code /export/catalog.jsonld}. A service registers them before its other exports. */
@Singleton
public class CatalogRoutes {
    private static final String FOLDER = "/export";
    private static final String TAG = "Catalogues";

    private final @Nullable Publisher publisher;

    CatalogRoutes(PublisherConfig config) {
        this.publisher = Publisher.of(config).orElse(null);
    }

    /**
     * Registers both.
     *
     * @param catalogs reads the catalogue
     * @param fail answers with a failure
     */
    public void register(Router router, Supplier<Uni<Catalog>> catalogs, BiConsumer<RoutingContext, Throwable> fail) {
        serve(
                router,
                Catalog.DATA_PACKAGE,
                "application/json",
                (catalog, root) -> catalog.dataPackage(root, publisher),
                catalogs,
                fail);
        serve(
                router,
                Catalog.DCAT,
                "application/ld+json",
                (catalog, root) -> catalog.dcat(root, publisher),
                catalogs,
                fail);
    }

    /** What both are. */
    public static List<Operation> described() {
        return Stream.of(
                        Operation.get(
                                        FOLDER + "/" + Catalog.DATA_PACKAGE,
                                        "getDataPackage",
                                        TAG,
                                        "All files as a Data Package (Frictionless 2.0)")
                                .answers(200, "The package.", "application/json", Schema.object()),
                        Operation.get(
                                        FOLDER + "/" + Catalog.DCAT,
                                        "getCatalog",
                                        TAG,
                                        "All datasets as a catalogue (DCAT 3, JSON-LD)")
                                .answers(200, "The catalogue.", "application/ld+json", Schema.object()))
                .map(operation -> operation.tells(200, "Cache-Control").refuses(503))
                .flatMap(operation -> Stream.of(operation, operation.headers()))
                .toList();
    }

    private static void serve(
            Router router,
            String file,
            String type,
            BiFunction<Catalog, String, JsonObject> form,
            Supplier<Uni<Catalog>> catalogs,
            BiConsumer<RoutingContext, Throwable> fail) {
        router.route(FOLDER + "/" + file)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(request -> Uni.createFrom()
                        .deferred(() -> catalogs.get())
                        .map(catalog -> form.apply(catalog, PublicRoot.of(request.request(), FOLDER)))
                        .subscribe()
                        .with(
                                document -> request.response()
                                        .putHeader("content-type", type)
                                        .putHeader("cache-control", "no-cache")
                                        .end(document.toBuffer()),
                                failure -> fail.accept(request, failure)));
    }
}
