package io.lancang.gateway.pages;

import io.lancang.explorer.Pages;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.PublisherConfig;
import io.lancang.gateway.config.subgraph.SubgraphConfig;
import io.lancang.gateway.openapi.ApiDocument;
import io.lancang.gateway.openapi.Folder;
import io.lancang.gateway.openapi.OwnRoutes;
import io.lancang.gateway.operation.ClientRequests;
import io.lancang.gateway.supergraph.CurrentEngine;
import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the pages on the HTTP server, behind GraphQL: a request to {@code /graphql} is not compared with any of these paths. */
@Singleton
class PageRoutes {
    /** Where the pages are. */
    static final String FOLDER = "/explorer/";

    /** Where exports of subgraphs are. */
    static final String EXPORTS = "/exports/";

    /** Where features of subgraphs are. */
    static final String FEATURES = "/ogc/";

    /** Where jobs of a subgraph are. */
    static final String JOBS = "/jobs";

    /** Where the document about all of these is. */
    static final String OPENAPI_JSON = "/openapi.json";

    /** The same for whoever rather reads YAML. */
    static final String OPENAPI_YAML = "/openapi.yaml";

    private static final int AFTER_GRAPHQL = 1000;
    private static final int SEE_OTHER = 303;

    private final Vertx vertx;
    private final GatewayConfig config;
    private final PublisherConfig publisher;
    private final CurrentEngine engines;
    private final ClientRequests clients;
    private final SmallRyeHealthReporter health;
    private final List<OwnRoutes> own;
    private final String version;

    @Inject
    PageRoutes(
            Vertx vertx,
            GatewayConfig config,
            PublisherConfig publisher,
            CurrentEngine engines,
            ClientRequests clients,
            SmallRyeHealthReporter health,
            @All List<OwnRoutes> own,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.vertx = vertx;
        this.config = config;
        this.publisher = publisher;
        this.engines = engines;
        this.clients = clients;
        this.health = health;
        this.own = own;
        this.version = version;
    }

    /** Who may not ask for the schema gets no file of it either. */
    static boolean hasSchema(GatewayConfig config) {
        return config.explorer().schema() && config.introspection().enabled();
    }

    void register(@Observes Router router) {
        if (config.explorer().enabled()) {
            router.route("/").order(AFTER_GRAPHQL).handler(PageRoutes::toPages);
            router.route(FOLDER + "*").order(AFTER_GRAPHQL).handler(new PageHandler(vertx, Pages.list()));
        }
        if (hasSchema(config)) {
            router.route("/schema.graphql").order(AFTER_GRAPHQL).handler(new SchemaFile(vertx, engines));
        }
        if (config.explorer().health()) {
            router.route("/health").order(AFTER_GRAPHQL).handler(new HealthStatus(health));
        }
        Map<String, URI> exports = folders(SubgraphConfig::exports);
        if (!exports.isEmpty()) {
            router.route(EXPORTS + ExportsCatalog.CATALOG)
                    .order(AFTER_GRAPHQL)
                    .handler(new ExportsCatalog(exports.keySet(), publisher));
            router.route(EXPORTS + ":subgraph/*")
                    .order(AFTER_GRAPHQL)
                    .handler(new Exports(new Passage(vertx, clients), exports));
        }
        Map<String, URI> features = folders(SubgraphConfig::features);
        if (!features.isEmpty()) {
            MapFeatures handler = new MapFeatures(new Passage(vertx, clients), features);
            router.route(FEATURES + ":subgraph").order(AFTER_GRAPHQL).handler(handler);
            router.route(FEATURES + ":subgraph/*").order(AFTER_GRAPHQL).handler(handler);
        }
        Map<String, URI> jobs = folders(SubgraphConfig::jobs);
        registerJobs(router, jobs);
        if (config.explorer().openapi()) {
            registerDocument(router, passedOn(exports, features, jobs));
        }
    }

    private static List<Folder> passedOn(Map<String, URI> exports, Map<String, URI> features, Map<String, URI> jobs) {
        List<Folder> all = new ArrayList<>();
        exports.forEach((name, place) -> all.add(new Folder(name, place, EXPORTS + name, Folder.READING)));
        features.forEach((name, place) -> all.add(new Folder(name, place, FEATURES + name, Folder.READING)));
        jobs.forEach((name, place) -> all.add(new Folder(name, place, JOBS, JobRequests.methods())));
        return all;
    }

    private void registerDocument(Router router, List<Folder> folders) {
        ApiDocument document = new ApiDocument(vertx, config, own, folders, version);
        router.route(OPENAPI_JSON)
                .order(AFTER_GRAPHQL)
                .handler(new ApiHandler(document, ApiDocument.Forms::json, "application/json"));
        router.route(OPENAPI_YAML)
                .order(AFTER_GRAPHQL)
                .handler(new ApiHandler(document, ApiDocument.Forms::yaml, "application/yaml"));
        if (config.explorer().enabled()) {
            router.route("/api").order(AFTER_GRAPHQL).handler(routing -> lead(routing, "explorer/api.html"));
        }
    }

    private void registerJobs(Router router, Map<String, URI> jobs) {
        if (jobs.size() > 1) {
            throw new ConfigurationException("lancang.gateway.subgraphs.*.jobs is set for "
                    + String.join(", ", new TreeSet<>(jobs.keySet()))
                    + ", and " + JOBS + " is of one subgraph. Leave one.");
        }
        jobs.forEach((subgraph, folder) -> {
            JobRequests handler =
                    new JobRequests(new Passage(vertx, clients), new Passage(vertx, clients), subgraph, folder);
            router.route(JOBS).order(AFTER_GRAPHQL).handler(handler);
            router.route(JOBS + "/*").order(AFTER_GRAPHQL).handler(handler);
        });
    }

    private Map<String, URI> folders(Function<SubgraphConfig, Optional<URI>> kind) {
        Map<String, URI> folders = new HashMap<>();
        for (Map.Entry<String, SubgraphConfig> subgraph : config.subgraphs().entrySet()) {
            kind.apply(subgraph.getValue()).ifPresent(folder -> folders.put(subgraph.getKey(), folder));
        }
        return Map.copyOf(folders);
    }

    /** Leads from beside the folder into it. */
    static void toPages(RoutingContext routing) {
        lead(routing, "explorer/");
    }

    /** Leads to an address that is relative to the one that was asked for, since a proxy may have the gateway below a path. */
    static void lead(RoutingContext routing, String address) {
        routing.response()
                .setStatusCode(SEE_OTHER)
                .putHeader(HttpHeaders.LOCATION, address)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .end();
    }
}
