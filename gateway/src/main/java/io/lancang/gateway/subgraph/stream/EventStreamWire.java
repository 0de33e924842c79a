package io.lancang.gateway.subgraph.stream;

import io.lancang.gateway.bytes.BoundedBytes;
import io.lancang.gateway.bytes.WrappedBytes;
import io.lancang.gateway.events.EventParser;
import io.lancang.gateway.subgraph.answer.GraphQLBodies;
import io.lancang.gateway.subgraph.endpoint.SubgraphEndpoint;
import io.lancang.gateway.subgraph.failure.StreamFailures;
import io.lancang.gateway.subgraph.failure.SubgraphFailures;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.resilience.ServerChoice;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request whose answer is a stream of server-sent events: {@code next} with a GraphQL response each, and
 * {@code complete} (graphql-sse, distinct connections mode). A subgraph that refuses the subscription may answer with an
 * ordinary GraphQL response.
 */
public final class EventStreamWire implements Wire, EventParser.Receiver {
    private final SubgraphEndpoint endpoint;
    private final ClientRequest client;
    private final byte[] body;
    private final SubgraphStream stream;
    private final WireLife life;
    private final ServerChoice servers;
    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;

    public EventStreamWire(SubgraphEndpoint endpoint, ClientRequest client, byte[] body, SubgraphStream stream) {
        this.endpoint = endpoint;
        this.client = client;
        this.body = body;
        this.stream = stream;
        this.servers = endpoint.streamServers();
        this.life = new WireLife(endpoint, stream, this::reset);
    }

    @Override
    public void open() {
        life.open(client.client(), this::connect);
    }

    private void connect() {
        endpoint.eventStreams()
                .request(endpoint.events(servers.next())
                        .setHeaders(StreamHeaders.forEvents(client.headers(endpoint.name()))))
                .onSuccess(this::send)
                .onFailure(this::notConnected);
    }

    private void notConnected(Throwable cause) {
        servers.failed();
        if (!life.isOver() && servers.hasOther()) {
            connect();
            return;
        }
        life.connected();
        life.fail(SubgraphFailures.unreachable(endpoint.name(), cause));
    }

    private void send(HttpClientRequest opened) {
        servers.succeeded();
        life.connected();
        if (life.isOver()) {
            opened.reset();
            return;
        }
        request = opened;
        opened.send(WrappedBytes.of(body, body.length))
                .onSuccess(this::receive)
                .onFailure(cause -> life.fail(StreamFailures.broken(endpoint.name(), cause)));
    }

    private void receive(HttpClientResponse opened) {
        if (life.isOver()) {
            return;
        }
        response = opened;
        opened.exceptionHandler(cause -> life.fail(StreamFailures.broken(endpoint.name(), cause)));
        String contentType = opened.getHeader(HttpHeaders.CONTENT_TYPE);
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (opened.statusCode() == 200 && type.startsWith("text/event-stream")) {
            receiveEvents(opened);
        } else if (GraphQLBodies.isJson(type)) {
            receiveAnswer(opened);
        } else {
            life.fail(StreamFailures.noEventStream(endpoint.name(), opened.statusCode(), contentType));
        }
    }

    private void receiveEvents(HttpClientResponse opened) {
        // A stream of events cannot be asked whether it is still there: it must send a comment now and then.
        life.watch(endpoint.streams().idleTimeout().toMillis(), () -> {});
        EventParser parser = new EventParser(this, endpoint.maxResponseSize());
        opened.handler(piece -> {
            life.heard();
            parser.receive(piece);
        });
        opened.endHandler(ignored -> life.fail(StreamFailures.closed(endpoint.name(), /* status= */ null)));
    }

    private void receiveAnswer(HttpClientResponse opened) {
        BoundedBytes received = new BoundedBytes(endpoint.maxResponseSize());
        opened.handler(piece -> add(received, piece));
        opened.endHandler(ignored -> {
            byte[] bytes = received.toBytes();
            if (!GraphQLBodies.isResponse(bytes)) {
                life.fail(SubgraphFailures.status(endpoint.name(), opened.statusCode()));
            } else if (life.end()) {
                stream.event(bytes);
                stream.completed();
                stream.gone();
            }
        });
    }

    private void add(BoundedBytes received, Buffer piece) {
        if (!life.isOver() && !received.add(piece)) {
            tooLarge();
        }
    }

    @Override
    public void event(String name, byte[] data) {
        if (life.isOver()) {
            return;
        }
        switch (name) {
            case "next" -> stream.event(data);
            case "complete" -> life.complete();
            default -> {
                // Servers may send events of their own; what they mean is between them and their clients.
            }
        }
    }

    @Override
    public void tooLarge() {
        life.fail(SubgraphFailures.tooLarge(endpoint.name(), endpoint.maxResponseSize()));
    }

    @Override
    public void pause() {
        if (response != null) {
            response.pause();
        }
    }

    @Override
    public void resume() {
        if (response != null) {
            response.resume();
        }
    }

    @Override
    public void close() {
        life.close(this::reset);
    }

    private void reset() {
        if (request != null) {
            request.reset();
        }
    }
}
