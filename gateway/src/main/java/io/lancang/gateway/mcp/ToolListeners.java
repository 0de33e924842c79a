package io.lancang.gateway.mcp;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.document.KnownDocuments;
import io.lancang.gateway.limits.OpenStreams;
import io.lancang.gateway.limits.Places;
import io.lancang.gateway.limits.rate.Spending;
import io.lancang.gateway.operation.ClientRequests;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.shutdown.Shutdown;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.supergraph.CurrentEngine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells clients that listen when their tools have changed. Each has a place among the open subscriptions. Thread-safe. */
@Singleton
class ToolListeners {
    private static final Logger LOG = Logger.getLogger(ToolListeners.class);

    private final Set<ToolListener> open = ConcurrentHashMap.newKeySet();
    private final ToolCatalogs catalogs;
    private final ClientRequests clients;
    private final Places places;
    private final Shutdown shutdown;
    private final ToolListener.Settings settings;

    @Inject
    ToolListeners(
            ToolCatalogs catalogs,
            ClientRequests clients,
            OpenStreams streams,
            Shutdown shutdown,
            Vertx vertx,
            CurrentEngine engines,
            KnownDocuments documents,
            GatewayConfig config) {
        this.catalogs = catalogs;
        this.clients = clients;
        this.places = streams.subscriptions();
        this.shutdown = shutdown;
        Duration keepAlive = config.subscriptions().keepAlive();
        this.settings = new ToolListener.Settings(
                vertx, keepAlive, config.subscriptions().slowClientTimeout(), shutdown);
        engines.onReplace(this::tell);
        documents.onChange(this::tell);
    }

    /**
     * Begins a stream of notifications.
     *
     * @param id of the request that asked for it; null if it is a GET
     * @param catalog what the client has been able to list so far
     * @return fails with a {@link RefusedException} if there is no place for it
     */
    Future<Void> begin(McpExchange exchange, @Nullable Object id, ClientRequest client, ToolCatalog catalog) {
        if (shutdown.hasBegun()) {
            return refused(Refusal.shuttingDown());
        }
        switch (places.enter(client.client())) {
            case TAKEN -> {
                // The listener gives it back.
            }
            case FULL -> {
                return refused(Refusal.tooManySubscriptions(places.maximum()));
            }
            case CLIENT_FULL -> {
                return refused(Refusal.tooManySubscriptionsOfClient(places.maximumPerClient()));
            }
        }
        Spending spending = client.spending();
        Runnable leaveOwn;
        try {
            leaveOwn = spending == null ? () -> {} : spending.openStream();
        } catch (RefusedException e) {
            places.leave(client.client());
            return Future.failedFuture(e);
        }
        ToolListener listener =
                ToolListener.begin(exchange, id, catalog.list(), clients.standing(client), settings, ended -> {
                    open.remove(ended);
                    places.leave(client.client());
                    leaveOwn.run();
                });
        open.add(listener);
        if (listener.isOver()) {
            open.remove(listener);
        }
        return Future.succeededFuture();
    }

    private static Future<Void> refused(Refusal refusal) {
        return Future.failedFuture(new RefusedException(refusal));
    }

    /** On the thread of whoever has replaced something, which may be held up. */
    private void tell() {
        for (ToolListener listener : open) {
            try {
                listener.tell(catalogs.make(listener.contract()).list());
            } catch (RuntimeException e) {
                LOG.error("A client was not told of other tools because of a defect", e);
            }
        }
    }
}
