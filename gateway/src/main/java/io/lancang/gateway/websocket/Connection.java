package io.lancang.gateway.websocket;

import io.lancang.gateway.config.subscription.SubscriptionsConfig;
import io.lancang.gateway.operation.ClientRequests;
import io.lancang.gateway.protocol.MalformedMessageException;
import io.lancang.gateway.protocol.Message;
import io.lancang.gateway.protocol.MessageReader;
import io.lancang.gateway.protocol.MessageType;
import io.lancang.gateway.protocol.MessageWriter;
import io.lancang.gateway.protocol.TextFrames;
import io.lancang.gateway.request.JsonValues;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.shutdown.Shutdown;
import io.lancang.gateway.subscription.Outflow;
import io.lancang.gateway.telemetry.SubscriptionEnd;
import io.opentelemetry.context.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One client's WebSocket in graphql-transport-ws: {@code connection_init} first, then operations, each under an id of the
 * client's choice. Nothing more is read from a client that does not read, or waits for many answers. Belongs to the event loop of
 * the connection.
 */
final class Connection {
    private static final Logger LOG = Logger.getLogger(Connection.class);

    private final ServerWebSocket socket;
    private final String client;
    private final MultiMap headers;
    private final Context opened;
    private final Surroundings surroundings;
    private final Outflow outflow;
    private final Shutdown.Farewell farewell;
    private final long initTimer;
    private final long pingTimer;
    /** Null until {@code connection_init} has come. */
    private @Nullable ConnectionOperations operations;

    private boolean initialising;
    private @Nullable Long expiryTimer;
    private Runnable unwatch = () -> {};
    private boolean heard = true;
    private boolean leaving;
    /** Whether nothing is read, because the client does not read or waits for too many answers. */
    private boolean paused;

    private Connection(
            ServerWebSocket socket, String client, MultiMap headers, Context opened, Surroundings surroundings) {
        this.opened = opened;
        this.socket = socket;
        this.client = client;
        this.headers = headers;
        this.surroundings = surroundings;
        Vertx vertx = surroundings.vertx();
        SubscriptionsConfig settings = surroundings.settings();
        outflow = new Outflow(vertx, socket, settings.slowClientTimeout(), this::drained, this::giveUp);
        farewell = surroundings.shutdown().onBegin(this::leave);
        initTimer = vertx.setTimer(
                settings.initTimeout().toMillis(),
                ignored -> close(CloseCode.INITIALISATION_TIMEOUT, "Connection initialisation timeout"));
        pingTimer = vertx.setPeriodic(settings.keepAlive().toMillis(), ignored -> ping());
    }

    /**
     * Takes a connection over that was just opened.
     *
     * @param client identifies the client
     * @param headers of the request that opened it
     * @param opened the context with the span of that request
     * @param closed called when it is closed, by whomever
     */
    static void open(
            ServerWebSocket socket,
            String client,
            MultiMap headers,
            Context opened,
            Surroundings surroundings,
            Runnable closed) {
        Connection connection = new Connection(socket, client, headers, opened, surroundings);
        socket.closeHandler(ignored -> {
            connection.closed();
            closed.run();
        });
        socket.exceptionHandler(connection::broke);
        if (!Message.SUB_PROTOCOL.equals(socket.subProtocol())) {
            connection.close(CloseCode.SUB_PROTOCOL_NOT_ACCEPTABLE, "Subprotocol not acceptable");
            return;
        }
        TextFrames frames = new TextFrames(surroundings.maxMessageSize(), connection::receive, connection::refuse);
        socket.frameHandler(frames::receive);
        socket.pongHandler(ignored -> connection.heard = true);
    }

    private void receive(byte[] text) {
        heard = true;
        if (socket.isClosed()) {
            return;
        }
        try {
            handle(MessageReader.read(text, surroundings.maximumNames()));
        } catch (MalformedMessageException e) {
            close(CloseCode.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        // The message may have closed the connection, which has no queue any more.
        if (!socket.isClosed() && (!outflow.isReady() || isFull())) {
            paused = true;
            socket.pause();
        }
    }

    private boolean isFull() {
        return operations != null && operations.isFull();
    }

    /** Reads on, if nothing keeps it from that any more. */
    void readOn() {
        if (paused && !socket.isClosed() && !isFull() && outflow.isReady()) {
            paused = false;
            // Its answer to a ping may lie unread.
            heard = true;
            socket.resume();
        }
    }

    private void handle(Message message) {
        switch (message.type()) {
            case CONNECTION_INIT -> initialise(message.payload());
            case PING -> send(MessageWriter.plain(MessageType.PONG));
            case PONG -> {
                // That something came is what counts.
            }
            case SUBSCRIBE -> {
                if (operations == null) {
                    close(CloseCode.UNAUTHORIZED, "Unauthorized");
                } else {
                    operations.start(message);
                }
            }
            case COMPLETE -> {
                if (operations != null) {
                    operations.complete(message);
                }
            }
            case CONNECTION_ACK, NEXT, ERROR ->
                close(CloseCode.BAD_REQUEST, "Message " + message.type().text() + " is the server's to send");
        }
    }

    private void initialise(byte @Nullable [] payload) {
        if (initialising) {
            close(CloseCode.TOO_MANY_INITIALISATIONS, "Too many initialisation requests");
            return;
        }
        initialising = true;
        try {
            Map<String, @Nullable Object> members =
                    payload == null ? Map.of() : JsonValues.parseObject(payload, surroundings.maximumNames());
            surroundings
                    .clients()
                    .from(client, headers, members, opened)
                    .onSuccess(this::accept)
                    .onFailure(refused -> close(CloseCode.FORBIDDEN, "Forbidden: " + reason(refused)));
        } catch (RefusedException | IllegalArgumentException e) {
            // The latter is what the headers say to a value that cannot be one.
            close(CloseCode.BAD_REQUEST, "Invalid payload of connection_init");
        }
    }

    private void accept(ClientRequests.Origin origin) {
        if (socket.isClosed()) {
            return;
        }
        operations = new ConnectionOperations(this, origin, surroundings);
        Vertx vertx = surroundings.vertx();
        vertx.cancelTimer(initTimer);
        long life = origin.standing().life();
        if (life != Long.MAX_VALUE) {
            expiryTimer = vertx.setTimer(Math.max(1, life), ignored -> expire());
        }
        unwatch = origin.standing().watch().begin(this::expire);
        send(MessageWriter.plain(MessageType.CONNECTION_ACK));
    }

    /** As much of it as a closing frame can hold. */
    private static String reason(Throwable refused) {
        String message = String.valueOf(refused.getMessage());
        return message.length() <= 100 ? message : message.substring(0, 100);
    }

    /** Sends a message, unless the connection is closed. */
    void send(String message) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(message);
        }
    }

    /** Whether the client has read enough to be sent more. */
    boolean isReady() {
        return !socket.isClosed() && outflow.isReady();
    }

    /** Whether the gateway is about to stop. */
    boolean isLeaving() {
        return leaving;
    }

    /** Closes the connection if the gateway is about to stop and nothing runs on it any more. */
    void closeIfDone() {
        if (leaving && (operations == null || operations.isIdle())) {
            close(CloseCode.GOING_AWAY, "The gateway is shutting down; connect again");
        }
    }

    void close(CloseCode code, String reason) {
        if (!socket.isClosed()) {
            // What is paused is never read, the other side's closing frame included.
            socket.resume();
            socket.close(code.code(), reason);
        }
    }

    private void drained() {
        readOn();
        if (operations != null) {
            operations.resume();
        }
    }

    private void giveUp() {
        endAll(SubscriptionEnd.DROPPED);
        close(CloseCode.POLICY_VIOLATION, "Messages were left unread for too long");
    }

    private void expire() {
        endAll(SubscriptionEnd.EXPIRED);
        close(CloseCode.UNAUTHORIZED, "The token has expired or the key does not count any more; connect again");
    }

    private void leave() {
        leaving = true;
        if (operations != null) {
            operations.endStreams(SubscriptionEnd.SHUTDOWN);
        }
        closeIfDone();
    }

    private void ping() {
        if (!isReady() || paused) {
            return;
        }
        if (heard) {
            heard = false;
            socket.writePing(Buffer.buffer());
        } else {
            close(CloseCode.POLICY_VIOLATION, "No answer to a ping");
        }
    }

    private void refuse(TextFrames.Fault fault) {
        switch (fault) {
            case BINARY -> close(CloseCode.UNSUPPORTED_DATA, "Messages must be text");
            case TOO_LARGE ->
                close(CloseCode.TOO_LARGE, "Messages may have " + surroundings.maxMessageSize() + " bytes");
            case NOT_UTF8 -> close(CloseCode.INVALID_TEXT, "Messages must be UTF-8");
        }
    }

    private void broke(Throwable cause) {
        if (TextFrames.isTooLarge(cause)) {
            refuse(TextFrames.Fault.TOO_LARGE);
        } else {
            LOG.debugf("A WebSocket broke: %s", cause.getMessage());
            socket.close();
        }
    }

    private void endAll(SubscriptionEnd why) {
        if (operations != null) {
            operations.endAll(why);
        }
    }

    private void closed() {
        outflow.stop();
        surroundings.vertx().cancelTimer(initTimer);
        surroundings.vertx().cancelTimer(pingTimer);
        if (expiryTimer != null) {
            surroundings.vertx().cancelTimer(expiryTimer);
        }
        unwatch.run();
        farewell.cancel();
        endAll(SubscriptionEnd.CANCELLED);
    }
}
