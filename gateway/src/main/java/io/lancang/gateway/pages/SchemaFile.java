package io.lancang.gateway.pages;

import io.lancang.federation.engine.FederationEngine;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.supergraph.CurrentEngine;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends the schema that clients see, as a file. It is printed once for each supergraph, away from the event loop. Thread-safe. */
final class SchemaFile implements Handler<RoutingContext> {
    private static final Logger LOG = Logger.getLogger(SchemaFile.class);

    private final Vertx vertx;
    private final CurrentEngine engines;
    private final AtomicReference<@Nullable Printed> last = new AtomicReference<>();

    SchemaFile(Vertx vertx, CurrentEngine engines) {
        this.vertx = vertx;
        this.engines = engines;
    }

    private record Printed(FederationEngine<ClientRequest> engine, Buffer text) {}

    @Override
    public void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!PageHandler.isReading(request)) {
            PageHandler.refuse(
                    request, PageHandler.methodNotAllowed(request.method().name(), "GET, HEAD"));
            return;
        }
        FederationEngine<ClientRequest> engine = engines.get();
        Printed known = last.get();
        if (known != null && known.engine() == engine) {
            send(request, known.text());
            return;
        }
        vertx.executeBlocking(() -> print(engine))
                .onSuccess(printed -> send(request, printed.text()))
                .onFailure(cause -> {
                    LOG.error("The schema cannot be printed", cause);
                    PageHandler.refuse(request, Refusal.defect());
                });
    }

    private Printed print(FederationEngine<ClientRequest> engine) {
        Printed known = last.get();
        if (known != null && known.engine() == engine) {
            return known;
        }
        Printed printed = new Printed(engine, Buffer.buffer(engine.schemaSdl()));
        last.set(printed);
        return printed;
    }

    private static void send(HttpServerRequest request, Buffer text) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        PageHeaders.addTo(response, "schema.graphql");
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/graphql; charset=utf-8");
        response.putHeader("Content-Disposition", "inline; filename=\"schema.graphql\"");
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        // The server compresses it, as far as the client takes that.
        response.headers().remove(HttpHeaders.CONTENT_ENCODING);
        response.end(text);
    }
}
