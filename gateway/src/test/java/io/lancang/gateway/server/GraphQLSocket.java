package io.lancang.gateway.server;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A client's WebSocket, on which a test says and hears every single message. Vert.x closes a client that is no longer reachable:
 * what hears of the socket's end holds this, and this holds the client.
 */
public final class GraphQLSocket implements AutoCloseable {
    private static final String SUB_PROTOCOL = "graphql-transport-ws";

    private final WebSocketClient client;
    private final WebSocket socket;
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    private GraphQLSocket(WebSocketClient client, WebSocket socket) {
        this.client = client;
        this.socket = socket;
        socket.textMessageHandler(messages::add);
        socket.closeHandler(ignored -> {
            Short code = socket.closeStatusCode();
            closed.complete(code == null ? -1 : code.intValue());
        });
    }

    /** Opens a WebSocket at the gateway. */
    public static GraphQLSocket open(Vertx vertx, URI gateway) throws Exception {
        return open(vertx, gateway, List.of(SUB_PROTOCOL), Map.of());
    }

    /** Opens a WebSocket with these sub-protocols and headers. */
    public static GraphQLSocket open(Vertx vertx, URI gateway, List<String> subProtocols, Map<String, String> headers)
            throws Exception {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(gateway.getHost())
                .setPort(gateway.getPort())
                .setURI(gateway.getPath())
                .setSubProtocols(subProtocols);
        headers.forEach(options::putHeader);
        CompletableFuture<GraphQLSocket> opened = new CompletableFuture<>();
        // Handlers are set before the first message can come.
        WebSocketClient client = vertx.createWebSocketClient();
        client.connect(options)
                .onSuccess(socket -> opened.complete(new GraphQLSocket(client, socket)))
                .onFailure(opened::completeExceptionally);
        return opened.get(10, SECONDS);
    }

    /** Opens a WebSocket that has said {@code connection_init} and been acknowledged. */
    public static GraphQLSocket acknowledged(Vertx vertx, URI gateway) throws Exception {
        GraphQLSocket socket = open(vertx, gateway);
        socket.say("{\"type\":\"connection_init\"}");
        socket.expect("connection_ack");
        return socket;
    }

    /** Sends a text as it is. */
    public void say(String text) {
        socket.writeTextMessage(text);
    }

    /** Sends a message of several frames: the text, and the bytes of the others as they are. */
    public void say(String text, byte[]... more) {
        socket.writeFrame(WebSocketFrame.textFrame(text, /* isFinal= */ false));
        for (int i = 0; i < more.length; i++) {
            socket.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer(more[i]), i == more.length - 1));
        }
    }

    /** Sends {@code subscribe}. */
    public void subscribe(String id, String query) {
        say(new JsonObject()
                .put("id", id)
                .put("type", "subscribe")
                .put("payload", new JsonObject().put("query", query))
                .encode());
    }

    /** Sends {@code complete}. */
    public void complete(String id) {
        say("{\"id\":\"" + id + "\",\"type\":\"complete\"}");
    }

    /** The next message, which has to be of this type. */
    public JsonObject expect(String type) throws InterruptedException {
        String text = messages.poll(10, SECONDS);
        if (text == null) {
            throw new AssertionError(
                    closed.isDone() ? "closed with " + closed.join() + " " + socket.closeReason() : "no message came");
        }
        JsonObject message = new JsonObject(text);
        if (!message.getString("type").equals(type)) {
            throw new AssertionError("not " + type + " but " + text);
        }
        return message;
    }

    /** Whether a message is there that {@link #expect} has not taken. */
    public boolean hasMessage() {
        return !messages.isEmpty();
    }

    /** The code with which the gateway closed the connection. */
    public int closeCode() throws Exception {
        return closed.get(10, SECONDS);
    }

    /** Whether the connection is open. */
    public boolean isOpen() {
        return !socket.isClosed();
    }

    @Override
    public void close() {
        socket.close().onComplete(ignored -> client.close());
    }
}
