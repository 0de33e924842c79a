package io.lancang.gateway.subgraph.stream;

import io.lancang.federation.SubgraphException;
import io.lancang.gateway.config.subscription.ConnectionInit;
import io.lancang.gateway.protocol.MalformedMessageException;
import io.lancang.gateway.protocol.Message;
import io.lancang.gateway.protocol.MessageReader;
import io.lancang.gateway.protocol.MessageType;
import io.lancang.gateway.protocol.MessageWriter;
import io.lancang.gateway.protocol.TextFrames;
import io.lancang.gateway.subgraph.answer.GraphQLBodies;
import io.lancang.gateway.subgraph.endpoint.SubgraphEndpoint;
import io.lancang.gateway.subgraph.failure.StreamFailures;
import io.lancang.gateway.subgraph.failure.SubgraphFailures;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.resilience.ServerChoice;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket connection that carries one subscription in graphql-transport-ws.
 *
 * <p>Not shared by subscriptions: the protocol has no back-pressure for a single operation, so one slow client would hold up
 * all that share a connection with it; headers differ from client to client; and a connection that breaks takes one
 * subscription with it.
 */
public final class WebSocketWire implements Wire {
    private static final String ID = "1";
    private static final short NORMAL = 1000;

    private final SubgraphEndpoint endpoint;
    private final ClientRequest client;
    private final byte[] request;
    private final SubgraphStream stream;
    private final TextFrames frames;
    private final WireLife life;
    private final ServerChoice servers;
    private @Nullable WebSocket socket;
    private boolean acknowledged;

    public WebSocketWire(SubgraphEndpoint endpoint, ClientRequest client, byte[] request, SubgraphStream stream) {
        this.endpoint = endpoint;
        this.client = client;
        this.request = request;
        this.stream = stream;
        this.servers = endpoint.webSocketServers();
        this.life = new WireLife(endpoint, stream, this::closeSocket);
        this.frames = new TextFrames(endpoint.maxResponseSize(), this::receive, this::refuse);
    }

    @Override
    public void open() {
        life.open(client.client(), this::connect);
    }

    private void connect() {
        MultiMap headers = StreamHeaders.forUpgrade(client.headers(endpoint.name()));
        endpoint.webSockets()
                .connect(endpoint.webSocket(headers, servers.next()))
                .onSuccess(this::opened)
                .onFailure(this::notOpened);
    }

    private void notOpened(Throwable cause) {
        if (cause instanceof UpgradeRejectedException || cause instanceof WebSocketHandshakeException) {
            // It answered, though not as was wanted.
            servers.succeeded();
        } else {
            servers.failed();
            if (!life.isOver() && servers.hasOther()) {
                connect();
                return;
            }
        }
        life.connected();
        life.fail(notConnected(cause));
    }

    private SubgraphException notConnected(Throwable cause) {
        return switch (cause) {
            case UpgradeRejectedException rejected -> StreamFailures.notUpgraded(endpoint.name(), rejected.getStatus());
            // The client of Vert.x looks at the sub-protocol itself.
            case WebSocketHandshakeException refused -> StreamFailures.otherProtocol(endpoint.name(), refused);
            default -> SubgraphFailures.unreachable(endpoint.name(), cause);
        };
    }

    private void opened(WebSocket connected) {
        servers.succeeded();
        life.connected();
        if (life.isOver()) {
            // Without a handler each is logged as an error if its handshake is cut off by its end.
            connected.exceptionHandler(ignored -> {});
            connected.close();
            return;
        }
        socket = connected;
        connected.frameHandler(frames::receive);
        connected.pongHandler(ignored -> life.heard());
        connected.exceptionHandler(this::broke);
        connected.closeHandler(
                ignored -> life.fail(StreamFailures.closed(endpoint.name(), connected.closeStatusCode())));
        connected.writeTextMessage(init());
    }

    private void broke(Throwable cause) {
        life.fail(
                TextFrames.isTooLarge(cause)
                        ? SubgraphFailures.tooLarge(endpoint.name(), endpoint.maxResponseSize())
                        : StreamFailures.broken(endpoint.name(), cause));
    }

    private String init() {
        return endpoint.streams().connectionInit() == ConnectionInit.HEADERS
                ? MessageWriter.plain(
                        MessageType.CONNECTION_INIT, StreamHeaders.asJson(client.headers(endpoint.name())))
                : MessageWriter.plain(MessageType.CONNECTION_INIT);
    }

    private void receive(byte[] text) {
        if (life.isOver()) {
            return;
        }
        life.heard();
        try {
            handle(MessageReader.read(text));
        } catch (MalformedMessageException e) {
            life.fail(StreamFailures.malformed(endpoint.name(), String.valueOf(e.getMessage())));
        }
    }

    private void handle(Message message) {
        switch (message.type()) {
            case CONNECTION_ACK -> acknowledge();
            case PING -> send(MessageWriter.plain(MessageType.PONG));
            case PONG -> {
                // That something came is what counts.
            }
            case NEXT, ERROR, COMPLETE -> happened(message);
            case CONNECTION_INIT, SUBSCRIBE ->
                life.fail(StreamFailures.malformed(
                        endpoint.name(), "Message " + message.type().text() + " is the client's to send"));
        }
    }

    private void acknowledge() {
        if (!acknowledged) {
            acknowledged = true;
            long half = Math.max(1, endpoint.streams().idleTimeout().toMillis() / 2);
            life.watch(half, this::ping);
            send(MessageWriter.about(ID, MessageType.SUBSCRIBE, request));
        }
    }

    private void happened(Message message) {
        if (!ID.equals(message.id()) || !acknowledged) {
            life.fail(StreamFailures.malformed(
                    endpoint.name(), "Message " + message.type().text() + " is about no operation of this connection"));
            return;
        }
        byte[] payload = message.payload();
        switch (message.type()) {
            case NEXT -> {
                if (payload == null) {
                    life.fail(StreamFailures.malformed(endpoint.name(), "Message next has no payload"));
                } else {
                    stream.event(payload);
                }
            }
            case ERROR -> {
                // The subgraph's own errors say more than that it refused, so they are handed on as an answer.
                if (life.end()) {
                    stream.event(GraphQLBodies.errors(payload));
                    stream.completed();
                    closeSocket();
                    stream.gone();
                }
            }
            case COMPLETE -> life.complete();
            case CONNECTION_INIT, CONNECTION_ACK, PING, PONG, SUBSCRIBE ->
                throw new IllegalStateException("no event: " + message.type());
        }
    }

    private void ping() {
        if (socket != null) {
            socket.writePing(Buffer.buffer());
        }
    }

    private void refuse(TextFrames.Fault fault) {
        switch (fault) {
            case BINARY -> life.fail(StreamFailures.malformed(endpoint.name(), "Messages must be text"));
            case TOO_LARGE -> life.fail(SubgraphFailures.tooLarge(endpoint.name(), endpoint.maxResponseSize()));
            case NOT_UTF8 -> life.fail(StreamFailures.malformed(endpoint.name(), "Messages must be UTF-8"));
        }
    }

    private void send(String text) {
        if (socket != null && !socket.isClosed()) {
            socket.writeTextMessage(text);
        }
    }

    @Override
    public void pause() {
        if (socket != null) {
            socket.pause();
        }
    }

    @Override
    public void resume() {
        if (socket != null) {
            socket.resume();
        }
    }

    @Override
    public void close() {
        life.close(this::takeLeave);
    }

    private void takeLeave() {
        if (acknowledged) {
            send(MessageWriter.about(ID, MessageType.COMPLETE));
        }
        closeSocket();
    }

    private void closeSocket() {
        if (socket != null && !socket.isClosed()) {
            // What is paused is never read, the other side's closing frame included.
            socket.resume();
            socket.close(NORMAL);
        }
    }
}
