package io.lancang.gateway.pages;

import io.lancang.federation.error.ErrorCode;
import io.lancang.gateway.limits.ClientAddress;
import io.lancang.gateway.operation.ClientRequests;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Passes exports of subgraphs on, at {@code /exports/SUBGRAPH/FILE}, where the file may lie in folders: as fast as the client reads, and without holding more of one
 * than a buffer. Clients must be who they say, as for GraphQL. Thread-safe.
 */
final class Exports implements Handler<RoutingContext> {
    private static final Logger LOG = Logger.getLogger(Exports.class);
    private static final int MAXIMUM = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Headers of an export that say what it is; all others are the subgraph's own business. */
    private static final List<String> PASSED_ON = List.of(
            "Content-Type", "Content-Language", "Content-Disposition", "ETag", "Last-Modified", "Retry-After", "Vary");

    /** Names of folders and of a file. None begins with a dot, and of escapes there are those of letters that are no dot and no slash. */
    private static final Pattern FILE = Pattern.compile("(?=.{1,2000}$){name}(?:/{name}){0,9}"
            .replace("{name}", "(?:[A-Za-z0-9_*~+-]|%2[ABCabc])(?:[A-Za-z0-9_.,:@$*~+-]|%2[ABCabc]|%3[Aa])*"));

    private final HttpClient client;
    private final ClientRequests clients;
    private final Map<String, URI> folders;
    private final AtomicInteger running = new AtomicInteger();

    /** @param folders where each subgraph has its exports, by the subgraph's name */
    Exports(Vertx vertx, ClientRequests clients, Map<String, URI> folders) {
        this.clients = clients;
        this.folders = folders;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) Duration.ofSeconds(5).toMillis())
                        .setReadIdleTimeout((int) PATIENCE.toSeconds()),
                new PoolOptions().setHttp1MaxSize(MAXIMUM));
    }

    @Override
    public void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        String subgraph = Objects.requireNonNull(routing.pathParam("subgraph"), "the path has it");
        String path = Objects.requireNonNull(request.path(), "a request has a path");
        String file = path.substring(Math.min(path.length(), PageRoutes.EXPORTS.length() + subgraph.length() + 1));
        URI folder = folders.get(subgraph);
        if (!request.method().equals(HttpMethod.GET)) {
            PageHandler.refuse(
                    request, PageHandler.methodNotAllowed(request.method().name(), "GET"));
        } else if (folder == null || !FILE.matcher(file).matches()) {
            PageHandler.refuse(request, notFound(routing.normalizedPath()));
        } else if (running.incrementAndGet() > MAXIMUM) {
            running.decrementAndGet();
            PageHandler.refuse(request, tooMany());
        } else {
            pass(request, folder, file);
        }
    }

    private void pass(HttpServerRequest request, URI folder, String file) {
        request.pause();
        clients.of(ClientAddress.of(request), request.headers())
                .compose(ignored -> client.request(target(folder, file, request)))
                .compose(HttpClientRequest::send)
                .compose(answer -> copy(answer, request.response()))
                .onComplete(done -> {
                    running.decrementAndGet();
                    if (done.failed()) {
                        fail(request, done.cause());
                    }
                });
        request.resume();
    }

    private static RequestOptions target(URI folder, String file, HttpServerRequest request) {
        String query = request.query();
        String address =
                folder + (folder.toString().endsWith("/") ? "" : "/") + file + (query == null ? "" : "?" + query);
        RequestOptions target = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address)
                .setFollowRedirects(false)
                .putHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null ? target : target.putHeader(HttpHeaders.ACCEPT, accept);
    }

    private static Future<Void> copy(HttpClientResponse answer, HttpServerResponse response) {
        if (response.closed()) {
            answer.request().reset();
            return Future.succeededFuture();
        }
        response.setStatusCode(answer.statusCode());
        for (String name : PASSED_ON) {
            String value = answer.getHeader(name);
            if (value != null) {
                response.putHeader(name, value);
            }
        }
        response.putHeader("X-Content-Type-Options", "nosniff");
        String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            response.setChunked(true);
        } else {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        // A client that leaves makes the subgraph stop, too.
        response.closeHandler(ignored -> answer.request().reset());
        return answer.pipeTo(response);
    }

    private static void fail(HttpServerRequest request, Throwable cause) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        if (response.headWritten()) {
            // What has come of it is not all: only a broken connection says so.
            response.reset();
        } else if (cause instanceof RefusedException refused) {
            PageHandler.refuse(request, refused.refusal());
        } else {
            LOG.warnf("An export did not come: %s", cause.getMessage());
            PageHandler.refuse(request, unreachable());
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

    private static Refusal tooMany() {
        return new Refusal(
                503,
                ErrorCode.LIMIT_EXCEEDED.name(),
                "The gateway passes on " + MAXIMUM + " exports, which is the most at a time.",
                "Try again when one of them is complete.",
                Map.of("Retry-After", "10"));
    }

    private static Refusal unreachable() {
        return new Refusal(
                502,
                ErrorCode.SUBGRAPH_UNAVAILABLE.name(),
                "The subgraph does not answer with the export.",
                "Try again later.");
    }
}
