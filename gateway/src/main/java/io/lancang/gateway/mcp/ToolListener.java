package io.lancang.gateway.mcp;

import io.lancang.gateway.access.Standing;
import io.lancang.gateway.shutdown.Shutdown;
import io.lancang.gateway.subscription.Outflow;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One client that listens. Ends with the client, with its patience to read, with its token or key, or with the gateway. Belongs to the event
 * loop of the connection; only {@link #tell} comes from outside.
 */
final class ToolListener {
    private static final String CHANGED = "notifications/tools/list_changed";
    private static final String ACKNOWLEDGED = "notifications/subscriptions/acknowledged";

    private final HttpServerResponse response;
    private final @Nullable String contract;
    private final @Nullable Object id;
    private final Context context;
    private final Vertx vertx;
    private final Consumer<ToolListener> ended;
    private final Outflow outflow;
    private final long keepAliveTimer;
    private final @Nullable Long expiryTimer;
    private final Runnable unwatch;
    private final Shutdown.Farewell farewell;
    /** The tools as the client knows them. */
    private String known;

    private boolean isChanged;
    private volatile boolean isOver;

    /** What all of them have in common. */
    record Settings(Vertx vertx, Duration keepAlive, Duration slowClientTimeout, Shutdown shutdown) {}

    private ToolListener(
            McpExchange exchange,
            @Nullable Object id,
            String known,
            Standing standing,
            Settings settings,
            Consumer<ToolListener> ended) {
        this.response = exchange.request().response();
        this.contract = exchange.contract();
        this.id = id;
        this.known = known;
        this.vertx = settings.vertx();
        this.context = vertx.getOrCreateContext();
        this.ended = ended;
        outflow = new Outflow(vertx, response, settings.slowClientTimeout(), this::drained, this::giveUp);
        keepAliveTimer = vertx.setPeriodic(settings.keepAlive().toMillis(), ignored -> keepAlive());
        farewell = settings.shutdown().onBegin(this::end);
        long life = standing.life();
        expiryTimer = life == Long.MAX_VALUE ? null : vertx.setTimer(Math.max(1, life), ignored -> end());
        unwatch = standing.watch().begin(this::end);
    }

    /**
     * Begins the stream.
     *
     * @param id of the request that asked for it; null if it is a GET, which is not acknowledged
     * @param known the tools as the client may know them
     * @param ended called once when it has ended
     */
    static ToolListener begin(
            McpExchange exchange,
            @Nullable Object id,
            String known,
            Standing standing,
            Settings settings,
            Consumer<ToolListener> ended) {
        ToolListener listener = new ToolListener(exchange, id, known, standing, settings, ended);
        HttpServerResponse response = listener.response;
        if (response.closed()) {
            listener.stop();
            return listener;
        }
        response.closeHandler(ignored -> listener.stop());
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                // Proxies of the nginx family hold answers back until a buffer is full, unless a header forbids it.
                .putHeader("X-Accel-Buffering", "no");
        response.write(":\n\n");
        if (id != null) {
            listener.send(
                    ACKNOWLEDGED,
                    new JsonObject().put("notifications", new JsonObject().put("toolsListChanged", true)));
        }
        return listener;
    }

    @Nullable
    String contract() {
        return contract;
    }

    boolean isOver() {
        return isOver;
    }

    /**
     * Tells the client if its tools are others than it knows. May be called on any thread.
     *
     * @param tools as they are now
     */
    void tell(String tools) {
        context.runOnContext(ignored -> {
            if (!isOver && !tools.equals(known)) {
                known = tools;
                isChanged = true;
                drained();
            }
        });
    }

    private void drained() {
        // However often they have changed while the client did not read, it asks once.
        if (isChanged && outflow.isReady()) {
            isChanged = false;
            send(CHANGED, new JsonObject());
        }
    }

    private void send(String method, JsonObject params) {
        if (id != null) {
            params.put(Protocol.META, new JsonObject().put(Protocol.META_SUBSCRIPTION, id));
        }
        write(RpcJson.notification(method, params).encode());
    }

    private void write(String message) {
        response.write("event: message\ndata: " + message + "\n\n");
    }

    private void keepAlive() {
        if (outflow.isReady()) {
            response.write(":\n\n");
        }
    }

    private void giveUp() {
        stop();
        response.reset();
    }

    private void end() {
        if (isOver) {
            return;
        }
        stop();
        if (id != null) {
            write(RpcJson.result(id, new JsonObject().put("resultType", "complete"))
                    .toString());
        }
        response.end();
    }

    private void stop() {
        if (isOver) {
            return;
        }
        isOver = true;
        unwatch.run();
        outflow.stop();
        vertx.cancelTimer(keepAliveTimer);
        if (expiryTimer != null) {
            vertx.cancelTimer(expiryTimer);
        }
        farewell.cancel();
        ended.accept(this);
    }
}
