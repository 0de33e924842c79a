package io.lancang.kit.openapi;

import io.lancang.kit.dataset.Checksum;
import io.lancang.kit.representation.Conditions;
import io.lancang.kit.representation.ContentCoding;
import io.lancang.kit.representation.Validator;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code GET /openapi.json}: all routes for clients of this service. The gateway puts those that it passes on into its own. */
@Singleton
class ApiRoutes {
    private static final String PATH = "/openapi.json";
    private static final int NOT_MODIFIED = 304;

    private final String document;
    private final Validator validator;

    ApiRoutes(
            @All List<DescribedRoutes> routes,
            @ConfigProperty(name = "lancang.subgraph") String service,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        // Beans come in no order; the document has to be the same in each instance.
        List<DescribedRoutes> ordered = routes.stream()
                .sorted(Comparator.comparing(each -> each.getClass().getName()))
                .toList();
        document = ApiDocument.of(service, version, ordered).encode();
        validator = new Validator(Checksum.of(document), Instant.EPOCH);
    }

    void register(@Observes Router router) {
        router.route(PATH).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::answer);
    }

    private void answer(RoutingContext request) {
        HttpServerResponse response = request.response()
                .putHeader("etag", validator.etag(ContentCoding.IDENTITY))
                .putHeader("cache-control", "no-cache");
        Conditions conditions = Conditions.of(request.request().headers());
        // When it was written nobody knows: a tag alone says that a client has it.
        if (conditions.ifNoneMatch() != null && conditions.know(validator, ContentCoding.IDENTITY)) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        response.putHeader("content-type", "application/json").end(document);
    }
}
