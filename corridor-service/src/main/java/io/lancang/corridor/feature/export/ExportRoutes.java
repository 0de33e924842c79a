package io.lancang.corridor.feature.export;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.export.ExportAnswers;
import io.lancang.kit.export.ExportConfig;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;

/** {@code GET /export/FILE}: see {@link Exports} for the files. */
@Singleton
class ExportRoutes {
    private static final String SAFE = "spreadsheetSafe";

    private final ExportAnswers answers;
    private final ExportConfig config;

    ExportRoutes(ExportAnswers answers, ExportConfig config) {
        this.answers = answers;
        this.config = config;
    }

    void register(@Observes Router router) {
        router.get("/export/:file").handler(this::send);
    }

    private void send(RoutingContext request) {
        String file = Objects.requireNonNull(request.pathParam("file"), "the path has it");
        String safe = request.queryParams().get(SAFE);
        if (safe != null && !safe.equals("true") && !safe.equals("false")) {
            answers.refuse(
                    request,
                    ServiceException.badInput("`" + SAFE + "` is '" + safe + "'.", "It has to be true or false."));
            return;
        }
        Exports.named(file, safe == null ? config.spreadsheetSafe() : safe.equals("true"))
                .ifPresentOrElse(
                        export -> answers.send(request, export),
                        () -> answers.refuse(
                                request,
                                ServiceException.notFound(
                                        "There is no export '" + file + "'.",
                                        "There are " + String.join(", ", Exports.names()) + ".")));
    }
}
