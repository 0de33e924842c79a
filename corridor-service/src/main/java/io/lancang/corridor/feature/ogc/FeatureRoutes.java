package io.lancang.corridor.feature.ogc;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.export.ExportAnswers;
import io.lancang.kit.text.Brief;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code GET /ogc/…}: the paths of the standard. */
@Singleton
class FeatureRoutes {
    private static final String JSON = "application/json";
    private static final String GEO_JSON = "application/geo+json";
    private static final String COLLECTION = Addresses.FOLDER + "/collections/:collection";

    private final FeatureRepository features;
    private final ApiDescription description;
    private final ExportAnswers answers;

    FeatureRoutes(FeatureRepository features, ApiDescription description, ExportAnswers answers) {
        this.features = features;
        this.description = description;
        this.answers = answers;
    }

    void register(@Observes Router router) {
        serve(
                router.get(Addresses.FOLDER),
                JSON,
                request -> document(documents(request).landingPage()));
        serve(
                router.get(Addresses.FOLDER + "/"),
                JSON,
                request -> document(documents(request).landingPage()));
        serve(router.get(Addresses.FOLDER + "/conformance"), JSON, request -> document(Documents.conformance()));
        serve(
                router.get(Addresses.FOLDER + "/api"),
                Documents.OPENAPI,
                request -> document(description.at(Addresses.of(request.request()))));
        serve(
                router.get(Addresses.FOLDER + "/collections"),
                JSON,
                request -> features.extent()
                        .map(extent -> documents(request).collections(extent).encode()));
        serve(router.get(COLLECTION), JSON, request -> {
            FeatureCollection collection = collection(request);
            return features.extent()
                    .map(extent ->
                            documents(request).collection(collection, extent).encode());
        });
        router.get(COLLECTION + "/items").handler(request -> answer(request, GEO_JSON, this::items));
        serve(router.get(COLLECTION + "/items/:feature"), GEO_JSON, this::item);
    }

    /** What takes no parameters. */
    private void serve(Route route, String type, Function<RoutingContext, Uni<String>> work) {
        route.handler(request -> answer(request, type, asked -> {
            ItemsQuestion.refuseOthers(parameters(asked), Set.of());
            return work.apply(asked);
        }));
    }

    private void answer(RoutingContext request, String type, Function<RoutingContext, Uni<String>> work) {
        Uni.createFrom()
                .deferred(() -> work.apply(request))
                .subscribe()
                .with(
                        body -> request.response()
                                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                                .end(body),
                        failure -> answers.fail(request, failure));
    }

    private static MultiMap parameters(RoutingContext request) {
        try {
            return request.queryParams();
        } catch (HttpException undecodable) {
            throw ServiceException.badInput(
                    "What is behind `?` in the address cannot be decoded.",
                    "Write other characters as `%` with two digits of UTF-8.");
        }
    }

    private static Uni<String> document(JsonObject document) {
        return Uni.createFrom().item(document.encode());
    }

    private static Documents documents(RoutingContext request) {
        return new Documents(Addresses.of(request.request()));
    }

    private Uni<String> items(RoutingContext request) {
        ItemsQuestion question = ItemsQuestion.of(collection(request), parameters(request));
        return features.page(question).map(page -> documents(request).items(question, page));
    }

    private Uni<String> item(RoutingContext request) {
        FeatureCollection collection = collection(request);
        String id = Objects.requireNonNull(request.pathParam("feature"), "the path has it");
        return features.feature(collection, id)
                .map(found -> found.orElseThrow(() -> ServiceException.notFound(
                        "There is no feature '" + Brief.value(id) + "' in '" + collection.id() + "'.",
                        "`/collections/" + collection.id() + "/items` has those that there are.")))
                .map(feature -> documents(request).item(collection, id, feature));
    }

    private static FeatureCollection collection(RoutingContext request) {
        String id = Objects.requireNonNull(request.pathParam("collection"), "the path has it");
        Optional<FeatureCollection> named = FeatureCollection.named(id);
        return named.orElseThrow(() -> ServiceException.notFound(
                "There is no collection '" + Brief.value(id) + "'.",
                "There are " + String.join(", ", FeatureCollection.ids()) + "."));
    }
}
