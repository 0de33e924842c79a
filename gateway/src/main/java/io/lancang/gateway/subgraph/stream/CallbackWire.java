package io.lancang.gateway.subgraph.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.SubgraphException;
import io.lancang.gateway.bytes.BoundedBytes;
import io.lancang.gateway.bytes.WrappedBytes;
import io.lancang.gateway.callback.CallbackMessage;
import io.lancang.gateway.callback.CallbackReceiver;
import io.lancang.gateway.callback.Callbacks;
import io.lancang.gateway.subgraph.answer.GraphQLBodies;
import io.lancang.gateway.subgraph.endpoint.SubgraphEndpoint;
import io.lancang.gateway.subgraph.failure.StreamFailures;
import io.lancang.gateway.subgraph.failure.SubgraphFailures;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.resilience.ServerChoice;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * No connection: the subgraph is told where to send the events, and sends each by a request of its own (Apollo's callback protocol,
 * version 1.0). While the client does not read, the answers to these requests wait, and with them a subgraph that keeps to the order
 * of events; one that does not is given up when too many wait.
 */
public final class CallbackWire implements Wire, CallbackReceiver {
    /** Messages that may wait for a client that does not read. */
    private static final int WAITING = 8;

    private final SubgraphEndpoint endpoint;
    private final ClientRequest client;
    private final Callbacks callbacks;
    private final byte[] body;
    private final SubgraphStream stream;
    private final WireLife life;
    private final ServerChoice servers;
    private final Context loop;
    private final Queue<Held> held = new ArrayDeque<>();
    private Callbacks.@Nullable Address address;
    private @Nullable HttpClientRequest request;
    private boolean isChecked;
    private boolean isPaused;

    /** A message that waits, and whoever waits for the answer to it. */
    private record Held(CallbackMessage message, Promise<Reply> reply) {}

    public CallbackWire(
            SubgraphEndpoint endpoint, ClientRequest client, Callbacks callbacks, byte[] body, SubgraphStream stream) {
        this.endpoint = endpoint;
        this.client = client;
        this.callbacks = callbacks;
        this.body = body;
        this.stream = stream;
        this.servers = endpoint.streamServers();
        this.loop = endpoint.vertx().getOrCreateContext();
        this.life = new WireLife(endpoint, stream, this::leave);
    }

    @Override
    public void open() {
        life.open(client.client(), this::connect);
    }

    private void connect() {
        address = callbacks.open(this);
        ask();
    }

    private void ask() {
        endpoint.eventStreams()
                .request(endpoint.events(servers.next())
                        .setHeaders(StreamHeaders.forCallbacks(client.headers(endpoint.name()))))
                .onSuccess(this::send)
                .onFailure(this::notConnected);
    }

    private void notConnected(Throwable cause) {
        servers.failed();
        if (!life.isOver() && servers.hasOther()) {
            ask();
        } else {
            answered(SubgraphFailures.unreachable(endpoint.name(), cause));
        }
    }

    private void send(HttpClientRequest opened) {
        servers.succeeded();
        if (life.isOver()) {
            opened.reset();
            answered(/* failure= */ null);
            return;
        }
        request = opened;
        byte[] asked = withAddress(body, Objects.requireNonNull(address), endpoint.heartbeatMillis());
        opened.send(WrappedBytes.of(asked, asked.length))
                .onSuccess(this::receive)
                .onFailure(cause -> answered(SubgraphFailures.unreachable(endpoint.name(), cause)));
    }

    /** The request is a JSON object without extensions: they are added before its end. */
    static byte[] withAddress(byte[] body, Callbacks.Address address, long heartbeatMillis) {
        int end = body.length - 1;
        while (body[end] != '}') {
            end--;
        }
        byte[] extensions = (",\"extensions\":"
                        + new JsonObject()
                                .put(
                                        "subscription",
                                        new JsonObject()
                                                .put("callbackUrl", address.url())
                                                .put("subscriptionId", address.id())
                                                .put("verifier", address.verifier())
                                                .put("heartbeatIntervalMs", heartbeatMillis))
                                .encode()
                        + "}")
                .getBytes(UTF_8);
        return Buffer.buffer(end + extensions.length)
                .appendBytes(body, 0, end)
                .appendBytes(extensions)
                .getBytes();
    }

    private void receive(HttpClientResponse response) {
        BoundedBytes received = new BoundedBytes(endpoint.maxResponseSize());
        response.exceptionHandler(cause -> answered(SubgraphFailures.unreachable(endpoint.name(), cause)));
        response.handler(piece -> {
            if (!life.isOver() && !received.add(piece)) {
                answered(SubgraphFailures.tooLarge(endpoint.name(), endpoint.maxResponseSize()));
            }
        });
        response.endHandler(ignored -> take(response.statusCode(), received.toBytes()));
    }

    private void take(int status, byte[] answer) {
        if (GraphQLBodies.isRefusal(answer)) {
            refused(answer);
        } else if (status / 100 != 2) {
            answered(StreamFailures.notAccepted(endpoint.name(), status));
        } else if (!isChecked) {
            // It would never send anything: it has taken the request for an ordinary one.
            answered(StreamFailures.noCallbacks(endpoint.name()));
        } else {
            answered(/* failure= */ null);
            if (!life.isOver()) {
                life.watch(endpoint.streams().idleTimeout().toMillis(), () -> {});
            }
        }
    }

    /** The subgraph's own errors say more than that it refused, so they are handed on as an answer. */
    private void refused(byte[] answer) {
        answered(/* failure= */ null);
        if (life.end()) {
            stream.event(answer);
            finish();
        }
    }

    /** The subgraph has answered the request, or will not any more. */
    private void answered(@Nullable SubgraphException failure) {
        if (failure != null) {
            life.fail(failure);
        }
        life.connected();
        request = null;
        if (life.isOver()) {
            leave();
        }
    }

    @Override
    public Future<Reply> receive(CallbackMessage message) {
        Promise<Reply> reply = Promise.promise();
        loop.runOnContext(ignored -> take(new Held(message, reply)));
        return reply.future();
    }

    private void take(Held arrived) {
        if (life.isOver()) {
            arrived.reply().complete(Reply.ENDED);
            return;
        }
        life.heard();
        if (arrived.message().action() == CallbackMessage.Action.CHECK) {
            isChecked = true;
            arrived.reply().complete(Reply.TAKEN);
        } else if (held.size() >= WAITING) {
            arrived.reply().complete(Reply.TOO_MANY);
            life.fail(StreamFailures.tooManyCallbacks(endpoint.name(), WAITING));
        } else {
            held.add(arrived);
            drain();
        }
    }

    private void drain() {
        while (!isPaused && !life.isOver() && !held.isEmpty()) {
            Held next = held.remove();
            next.reply().complete(Reply.TAKEN);
            hand(next.message());
        }
    }

    private void hand(CallbackMessage message) {
        switch (message.action()) {
            case NEXT -> stream.event(Objects.requireNonNull(message.payload()));
            case COMPLETE -> {
                if (message.errors() == null) {
                    life.complete();
                } else if (life.end()) {
                    stream.event(GraphQLBodies.errors(message.errors()));
                    finish();
                }
            }
            case CHECK -> throw new IllegalStateException("a check does not wait");
        }
    }

    private void finish() {
        stream.completed();
        leave();
        stream.gone();
    }

    @Override
    public void pause() {
        isPaused = true;
    }

    @Override
    public void resume() {
        isPaused = false;
        drain();
    }

    @Override
    public void close() {
        life.close(this::leave);
    }

    /** From now on the subgraph is told that the subscription has ended, as soon as it sends something. */
    private void leave() {
        if (address != null) {
            callbacks.close(address.id());
        }
        if (request != null) {
            request.reset();
        }
        for (Held left = held.poll(); left != null; left = held.poll()) {
            left.reply().complete(Reply.ENDED);
        }
    }
}
