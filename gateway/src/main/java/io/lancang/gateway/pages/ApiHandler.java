package io.lancang.gateway.pages;

import io.lancang.gateway.openapi.ApiDocument;
import io.lancang.gateway.openapi.ApiDocument.Forms;
import io.lancang.gateway.openapi.Representation;
import io.lancang.gateway.request.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Sends one form of the document about all that this address answers. Thread-safe. */
final class ApiHandler implements Handler<RoutingContext> {
    private static final Logger LOG = Logger.getLogger(ApiHandler.class);
    private static final int NOT_MODIFIED = 304;

    private final ApiDocument document;
    private final Function<Forms, Representation> form;
    private final String contentType;

    ApiHandler(ApiDocument document, Function<Forms, Representation> form, String contentType) {
        this.document = document;
        this.form = form;
        this.contentType = contentType;
    }

    @Override
    public void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!PageHandler.isReading(request)) {
            PageHandler.refuse(
                    request, PageHandler.methodNotAllowed(request.method().name(), "GET, HEAD"));
            return;
        }
        document.read().map(form).onSuccess(read -> send(request, read)).onFailure(cause -> {
            LOG.error("The document about the API cannot be written", cause);
            PageHandler.refuse(request, Refusal.defect());
        });
    }

    private void send(HttpServerRequest request, Representation read) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        boolean isPacked = PageHeaders.takesGzip(request);
        PageHeaders.addTo(response, "openapi");
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.ETAG, read.etag(isPacked))
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.headers().remove(HttpHeaders.CONTENT_ENCODING);
        if (isKnown(request, read.etag(isPacked))) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        // It is packed already, or must not be: the server would pack what says nothing of it.
        response.putHeader(HttpHeaders.CONTENT_ENCODING, isPacked ? "gzip" : "identity");
        Buffer body = isPacked ? read.gzip() : read.plain();
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()))
                    .end();
        } else {
            response.end(body);
        }
    }

    /** Whether one of the tags that the client has is this one; whether it calls it weak does not matter here (RFC 9110, 13.1.2). */
    private static boolean isKnown(HttpServerRequest request, String etag) {
        return request.headers().getAll(HttpHeaders.IF_NONE_MATCH).stream()
                .flatMap(tags -> Arrays.stream(tags.split(",")))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }
}
