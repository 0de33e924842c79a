package io.lancang.corridor.feature.export;

import io.lancang.kit.catalog.CatalogRoutes;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.export.ExportAnswers;
import io.lancang.kit.export.ExportConfig;
import io.lancang.kit.export.Parameters;
import io.lancang.kit.feed.FeedRoutes;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.lancang.kit.text.Brief;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /export/FILE}: see {@link Exports} for the files. */
@Singleton
class ExportRoutes {
    private final ExportAnswers answers;
    private final ExportConfig config;
    private final Vantages vantages;
    private final TableCatalogRepository catalog;
    private final CatalogRoutes catalogs;
    private final FeedRoutes feeds;

    ExportRoutes(
            ExportAnswers answers,
            ExportConfig config,
            Vantages vantages,
            TableCatalogRepository catalog,
            CatalogRoutes catalogs,
            FeedRoutes feeds) {
        this.answers = answers;
        this.config = config;
        this.vantages = vantages;
        this.catalog = catalog;
        this.catalogs = catalogs;
        this.feeds = feeds;
    }

    void register(@Observes Router router) {
        catalogs.register(router, catalog::read, answers::fail);
        feeds.register(router, catalog::read, answers::fail);
        router.route("/export/:file")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(this::send);
    }

    private void send(RoutingContext request) {
        String file = Objects.requireNonNull(request.pathParam("file"), "the path has it");
        Uni.createFrom()
                .item(() -> asked(file, new Parameters(request.queryParams())))
                .chain(asked -> vantages.lookUp(asked.asOf()).map(vantage -> new Ready(asked.table(), vantage)))
                .subscribe()
                .with(
                        ready -> answers.send(
                                request,
                                ready.table().question(ready.vantage()),
                                ready.table().export(ready.vantage())),
                        failure -> answers.fail(request, failure));
    }

    private record Asked(Exports.Table table, @Nullable OffsetDateTime asOf) {}

    private record Ready(Exports.Table table, Vantage vantage) {}

    private Asked asked(String file, Parameters given) {
        Boolean safe = given.decision("spreadsheetSafe");
        OffsetDateTime asOf = given.moment("asOf");
        Optional<Exports.Table> table = Exports.named(file, safe == null ? config.spreadsheetSafe() : safe);
        Asked asked = new Asked(
                table.orElseThrow(() -> ServiceException.notFound(
                        "There is no export '" + Brief.value(file) + "'.",
                        "There are " + String.join(", ", Exports.names()) + ".")),
                asOf);
        given.refuseOthers();
        return asked;
    }
}
