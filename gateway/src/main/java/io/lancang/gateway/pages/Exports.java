package io.lancang.gateway.pages;

import io.lancang.gateway.request.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Exports of subgraphs, at {@code /exports/SUBGRAPH/FILE}. Thread-safe. */
final class Exports implements Handler<RoutingContext> {
    private final Passage passage;
    private final Map<String, URI> folders;

    /** @param folders where each subgraph has its exports, by the subgraph's name */
    Exports(Passage passage, Map<String, URI> folders) {
        this.passage = passage;
        this.folders = folders;
    }

    @Override
    public void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        String subgraph = Objects.requireNonNull(routing.pathParam("subgraph"), "the path has it");
        String file = Objects.requireNonNull(routing.pathParam("file"), "the path has it");
        URI folder = folders.get(subgraph);
        if (!request.method().equals(HttpMethod.GET)) {
            PageHandler.refuse(
                    request, PageHandler.methodNotAllowed(request.method().name(), "GET"));
        } else if (folder == null || !file.matches("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}")) {
            PageHandler.refuse(request, notFound(routing.normalizedPath()));
        } else {
            passage.pass(request, Passage.target(folder, file, request.query()));
        }
    }

    private Refusal notFound(String path) {
        String shown = path.length() > 100 ? path.substring(0, 100) + "..." : path;
        return new Refusal(
                404,
                "NOT_FOUND",
                "There are no exports at " + shown + ".",
                "Subgraphs with exports: "
                        + (folders.isEmpty() ? "none" : String.join(", ", new TreeSet<>(folders.keySet())))
                        + ". Their address is " + PageRoutes.EXPORTS + "SUBGRAPH/FILE.");
    }
}
