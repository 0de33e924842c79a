package io.lancang.corridor.export;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.export.ExportAnswers;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;

/** {@code GET /export/FILE}: see {@link Exports} for the files. */
@Singleton
class ExportRoutes {
    private final ExportAnswers answers;

    ExportRoutes(ExportAnswers answers) {
        this.answers = answers;
    }

    void register(@Observes Router router) {
        router.get("/export/:file").handler(this::send);
    }

    private void send(RoutingContext request) {
        String file = Objects.requireNonNull(request.pathParam("file"), "the path has it");
        Exports.named(file)
                .ifPresentOrElse(
                        export -> answers.send(request, export),
                        () -> answers.refuse(
                                request,
                                ServiceException.notFound(
                                        "There is no export '" + file + "'.",
                                        "There are " + String.join(", ", Exports.names()) + ".")));
    }
}
