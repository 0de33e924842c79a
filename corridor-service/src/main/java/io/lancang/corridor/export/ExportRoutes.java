package io.lancang.corridor.export;

import io.lancang.kit.error.ErrorCode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.core.http.HttpServerResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** {@code GET /export/FILE}: see {@link Exports} for the files. */
@Singleton
class ExportRoutes {
    private static final Logger LOG = Logger.getLogger(ExportRoutes.class);
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final ExportStream stream;
    private final String service;

    ExportRoutes(ExportStream stream, @ConfigProperty(name = "lancang.subgraph") String service) {
        this.stream = stream;
        this.service = service;
    }

    void register(@Observes Router router) {
        router.get("/export/:file").handler(this::send);
    }

    private void send(RoutingContext request) {
        String file = Objects.requireNonNull(request.pathParam("file"), "the path has it");
        Exports.named(file)
                .ifPresentOrElse(
                        export -> send(export, request),
                        () -> refuse(
                                request,
                                NOT_FOUND,
                                ErrorCode.NOT_FOUND,
                                "There is no export '" + file + "'.",
                                "There are " + String.join(", ", Exports.names()) + "."));
    }

    private void send(Export export, RoutingContext request) {
        HttpServerResponse response = HttpServerResponse.newInstance(request.response());
        response.setChunked(true)
                .putHeader("content-type", export.format().contentType())
                .putHeader("content-disposition", "attachment; filename=\"" + export.name() + "\"");
        stream.send(export, response)
                .chain(() -> response.end())
                .subscribe()
                .with(done -> LOG.debugf("Sent %s", export.name()), failure -> broken(export, request, failure));
    }

    /** What was begun cannot be taken back: the connection is closed, so that the client does not take a part for all. */
    private void broken(Export export, RoutingContext request, Throwable failure) {
        LOG.warnf("The export %s broke off: %s", export.name(), failure);
        if (request.response().headWritten()) {
            request.response().reset();
        } else {
            request.response().headers().remove("content-disposition");
            request.response().setChunked(false);
            refuse(
                    request,
                    UNAVAILABLE,
                    ErrorCode.UNAVAILABLE,
                    "The database of this service cannot be reached.",
                    "Retry in some seconds.");
        }
    }

    private void refuse(RoutingContext request, int status, ErrorCode code, String message, String hint) {
        JsonObject extensions = new JsonObject()
                .put("code", code.name())
                .put("service", service)
                .put("hint", hint);
        JsonObject error = new JsonObject().put("message", message).put("extensions", extensions);
        request.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(new JsonObject().put("errors", new JsonArray().add(error)).encode());
    }
}
