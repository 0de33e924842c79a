package io.lancang.trade.export;

import io.lancang.kit.catalog.CatalogRoutes;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.export.ExportAnswers;
import io.lancang.kit.feed.FeedRoutes;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.partner.Partners;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.Selector;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code GET /export/trade-flows.csv}, {@code .ndjson} and {@code .parquet}: see {@link FlowRequest} for the parameters; and
 * {@code trade-annual} and {@code trade-monthly} in the same formats, with those of {@link SeriesRequest}.
 */
@Singleton
class FlowExportRoutes {
    private final ExportAnswers answers;
    private final Vantages vantages;
    private final Selector selector;
    private final FlowExports exports;
    private final SeriesExports series;
    private final Partners partners;
    private final FlowCatalogRepository catalog;
    private final CatalogRoutes catalogs;
    private final FeedRoutes feeds;

    FlowExportRoutes(
            ExportAnswers answers,
            Vantages vantages,
            Selector selector,
            FlowExports exports,
            SeriesExports series,
            Partners partners,
            FlowCatalogRepository catalog,
            CatalogRoutes catalogs,
            FeedRoutes feeds) {
        this.answers = answers;
        this.vantages = vantages;
        this.selector = selector;
        this.exports = exports;
        this.series = series;
        this.partners = partners;
        this.catalog = catalog;
        this.catalogs = catalogs;
        this.feeds = feeds;
    }

    void register(@Observes Router router) {
        for (FlowExports.Kind kind : FlowExports.Kind.values()) {
            router.route("/export/" + kind.fileName())
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .handler(request -> send(kind, request));
        }
        for (SeriesExports.Kind kind : SeriesExports.Kind.values()) {
            for (String extension : SeriesExports.EXTENSIONS) {
                router.route("/export/" + kind.fileName(extension))
                        .method(HttpMethod.GET)
                        .method(HttpMethod.HEAD)
                        .handler(request -> sendSeries(kind, extension, request));
            }
        }
        catalogs.register(router, catalog::read, answers::fail);
        feeds.register(router, catalog::read, answers::fail);
        router.get("/export/:file").handler(this::refuse);
    }

    /** The question is read before the transaction begins, which holds one connection and waits for no other. */
    private void send(FlowExports.Kind kind, RoutingContext request) {
        Uni.createFrom()
                .item(() -> FlowRequest.of(request.queryParams()))
                .onItem()
                .transformToUni(asked -> vantages.lookUp(asked.asOf())
                        .chain(vantage -> selector.of(asked.filter(), vantage))
                        .map(selection -> new Ready(asked, selection)))
                .subscribe()
                .with(
                        ready -> answers.send(
                                request,
                                exports.question(kind, ready.asked(), ready.selection()),
                                connection -> exports.of(kind, ready.asked(), ready.selection(), connection)),
                        failure -> answers.fail(request, failure));
    }

    /**
     * What is seen is that of the last release, even where another comes before all is read: totals are read by other transactions than that
     * which tells the version of the file.
     */
    private void sendSeries(SeriesExports.Kind kind, String extension, RoutingContext request) {
        Uni.createFrom()
                .item(() -> SeriesRequest.of(request.queryParams()))
                .call(asked -> partners.checkCodes(asked.named()))
                .chain(asked -> vantages.lookUp(
                                asked.asOf() == null ? OffsetDateTime.now(ZoneOffset.UTC) : asked.asOf())
                        .map(vantage -> new ReadySeries(asked, vantage)))
                .subscribe()
                .with(
                        ready -> answers.send(
                                request,
                                series.question(kind, extension, ready.asked(), ready.vantage()),
                                connection -> series.of(kind, extension, ready.asked(), ready.vantage())),
                        failure -> answers.fail(request, failure));
    }

    private record ReadySeries(SeriesRequest asked, Vantage vantage) {}

    private record Ready(FlowRequest asked, Selection selection) {}

    private void refuse(RoutingContext request) {
        String file = Objects.requireNonNull(request.pathParam("file"), "the path has it");
        String all = Stream.concat(
                        Arrays.stream(FlowExports.Kind.values()).map(FlowExports.Kind::fileName),
                        SeriesExports.fileNames())
                .collect(Collectors.joining(", "));
        answers.refuse(
                request, ServiceException.notFound("There is no export '" + file + "'.", "There are " + all + "."));
    }
}
