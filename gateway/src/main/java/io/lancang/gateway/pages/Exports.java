package io.lancang.gateway.pages;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Exports of subgraphs, at {@code /exports/SUBGRAPH/FILE}, where the file may lie in folders. Thread-safe. */
final class Exports implements Handler<RoutingContext> {
    /** Names of folders and of a file. None begins with a dot, and of escapes there are those of letters that are no dot and no slash. */
    private static final Pattern FILE = Pattern.compile("(?=.{1,2000}$){name}(?:/{name}){0,9}"
            .replace("{name}", "(?:[A-Za-z0-9_*~+-]|%2[ABCabc])(?:[A-Za-z0-9_.,:@$*~+-]|%2[ABCabc]|%3[Aa])*"));

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
        String path = Objects.requireNonNull(request.path(), "a request has a path");
        String file = path.substring(Math.min(path.length(), PageRoutes.EXPORTS.length() + subgraph.length() + 1));
        URI folder = folders.get(subgraph);
        if (!PageHandler.isReading(request)) {
            PageHandler.refuse(
                    request, PageHandler.methodNotAllowed(request.method().name(), "GET, HEAD"));
        } else if (folder == null || !FILE.matcher(file).matches()) {
            PageHandler.refuse(
                    request,
                    Passage.nothingAt(
                            routing.normalizedPath(), "exports", folders, PageRoutes.EXPORTS + "SUBGRAPH/FILE"));
        } else {
            passage.pass(
                    request,
                    Passage.knownAs(
                            PageRoutes.EXPORTS + subgraph, request, Passage.target(folder, file, request.query())));
        }
    }
}
