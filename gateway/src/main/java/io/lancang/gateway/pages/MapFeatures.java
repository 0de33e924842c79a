package io.lancang.gateway.pages;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * OGC API – Features of subgraphs, at {@code /ogc/SUBGRAPH}. A subgraph writes links to its own answers, so it is told under which
 * address the client has it: as the gateway sees that, which is the public one behind a proxy that {@code quarkus.http.proxy} trusts.
 * Thread-safe.
 */
final class MapFeatures implements Handler<RoutingContext> {
    /** The paths of the standard, with names that need no decoding: none leads out of the folder. */
    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}){0,4}/?");

    private final Passage passage;
    private final Map<String, URI> folders;

    /** @param folders where each subgraph has its landing page, by the subgraph's name */
    MapFeatures(Passage passage, Map<String, URI> folders) {
        this.passage = passage;
        this.folders = folders;
    }

    @Override
    public void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        String subgraph = Objects.requireNonNull(routing.pathParam("subgraph"), "the path has it");
        String own = PageRoutes.FEATURES + subgraph;
        // As it was sent: what is encoded may decode to a way out of the folder.
        String sent = Objects.requireNonNullElse(request.path(), "");
        URI folder = folders.get(subgraph);
        if (!PageHandler.isReading(request)) {
            PageHandler.refuse(
                    request, PageHandler.methodNotAllowed(request.method().name(), "GET, HEAD"));
        } else if (folder == null
                || !sent.startsWith(own)
                || !PATH.matcher(sent.substring(own.length())).matches()) {
            PageHandler.refuse(
                    request,
                    Passage.nothingAt(routing.normalizedPath(), "features", folders, PageRoutes.FEATURES + "SUBGRAPH"));
        } else {
            String below = sent.substring(own.length());
            RequestOptions target =
                    Passage.target(folder, below.startsWith("/") ? below.substring(1) : below, request.query());
            passage.pass(request, Passage.knownAs(own, request, target));
        }
    }
}
