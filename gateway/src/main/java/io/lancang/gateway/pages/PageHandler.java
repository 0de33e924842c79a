package io.lancang.gateway.pages;

import io.lancang.explorer.PageFile;
import io.lancang.gateway.request.ErrorJson;
import io.lancang.gateway.request.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends files of the pages as the build has compressed them, out of memory from the second time on: most gateways are never asked for
 * most of them. A client that does not take gzip gets them decompressed. Reading and decompressing are done away from the event loop.
 * Thread-safe.
 */
final class PageHandler implements Handler<RoutingContext> {
    private static final Logger LOG = Logger.getLogger(PageHandler.class);
    private static final String INDEX = "index.html";
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String CHECKED = "no-cache";

    private final Vertx vertx;
    private final Map<String, PageFile> files;
    private final Map<PageFile, Buffer> read = new ConcurrentHashMap<>();

    PageHandler(Vertx vertx, Map<String, PageFile> files) {
        this.vertx = vertx;
        this.files = files;
    }

    @Override
    public void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        String asked = routing.normalizedPath();
        if (!asked.startsWith(PageRoutes.FOLDER)) {
            PageRoutes.toPages(routing);
            return;
        }
        String path = asked.substring(PageRoutes.FOLDER.length());
        @Nullable PageFile file = files.get(path.isEmpty() || path.endsWith("/") ? path + INDEX : path);
        if (!isReading(request)) {
            refuse(request, methodNotAllowed(request.method().name(), "GET, HEAD"));
        } else if (file == null && files.containsKey(path + "/" + INDEX)) {
            PageRoutes.lead(routing, path.substring(path.lastIndexOf('/') + 1) + "/");
        } else if (file == null) {
            refuse(request, notFound(asked));
        } else {
            send(request, file);
        }
    }

    /** Whether a request only reads. One with a body is not read, so its connection ends with the answer. */
    static boolean isReading(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    }

    private void send(HttpServerRequest request, PageFile file) {
        HttpServerResponse response = request.response();
        PageHeaders.addTo(response, file.path());
        response.putHeader(HttpHeaders.CACHE_CONTROL, file.immutable() ? FOREVER : CHECKED);
        response.putHeader(HttpHeaders.ETAG, file.etag());
        response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (isKnown(request, file)) {
            response.headers().remove(HttpHeaders.CONTENT_ENCODING);
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.contentType());
        if (PageHeaders.takesGzip(request)) {
            Buffer known = read.get(file);
            Future<Buffer> content = known == null ? away(() -> compressed(file)) : Future.succeededFuture(known);
            end(request, content.onSuccess(packed -> response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip")));
        } else {
            end(request, away(() -> plain(file)));
        }
    }

    private Future<Buffer> away(Callable<Buffer> content) {
        return vertx.executeBlocking(content, false).map(Objects::requireNonNull);
    }

    /** The tag is of the content, which is the same whichever way it is encoded, so it is compared weakly. */
    private static boolean isKnown(HttpServerRequest request, PageFile file) {
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && (known.strip().equals("*") || known.contains(file.etag()));
    }

    private Buffer compressed(PageFile file) {
        return read.computeIfAbsent(file, asked -> Buffer.buffer(asked.gzip()));
    }

    private Buffer plain(PageFile file) throws IOException {
        try (GZIPInputStream stream =
                new GZIPInputStream(new ByteArrayInputStream(compressed(file).getBytes()))) {
            return Buffer.buffer(stream.readNBytes(file.length()));
        }
    }

    private static void end(HttpServerRequest request, Future<Buffer> content) {
        content.onSuccess(buffer -> end(request, buffer)).onFailure(cause -> {
            LOG.error("A page cannot be read", cause);
            refuse(request, Refusal.defect());
        });
    }

    private static void end(HttpServerRequest request, Buffer content) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(content.length()))
                    .end();
        } else {
            response.end(content);
        }
    }

    static void refuse(HttpServerRequest request, Refusal refusal) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        response.setStatusCode(refusal.status());
        refusal.headers().forEach(response::putHeader);
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8");
        if (!isReading(request)) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        response.end(Buffer.buffer(ErrorJson.response(refusal.problem())));
    }

    static Refusal methodNotAllowed(String method, String allowed) {
        return new Refusal(
                405,
                "METHOD_NOT_ALLOWED",
                "The method " + method + " is not allowed here.",
                "Use GET. GraphQL is at /graphql.",
                Map.of("Allow", allowed));
    }

    private static Refusal notFound(String path) {
        String shown = path.length() > 100 ? path.substring(0, 100) + "..." : path;
        return new Refusal(
                404,
                "NOT_FOUND",
                "There is no page " + shown + ".",
                "The pages begin at " + PageRoutes.FOLDER + ", GraphQL is at /graphql.");
    }
}
