package io.lancang.gateway.subgraph;

import io.lancang.federation.execute.SubgraphException;
import io.lancang.gateway.bytes.BoundedBytes;
import io.lancang.gateway.bytes.WrappedBytes;
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
final class EventStreamWire implements Wire, EventParser.Receiver {
    private final SubgraphEndpoint endpoint;
    private final ClientRequest client;
    private final byte[] body;
    private final SubgraphStream stream;
    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;
    private long openingTimer;
    private long idleTimer = -1;
    private boolean heard = true;
    private boolean over;

    EventStreamWire(SubgraphEndpoint endpoint, ClientRequest client, byte[] body, SubgraphStream stream) {
        this.endpoint = endpoint;
        this.client = client;
        this.body = body;
        this.stream = stream;
    }

    @Override
    public void open() {
        long millis = endpoint.timeoutMillis();
        openingTimer =
                endpoint.vertx().setTimer(millis, ignored -> fail(StreamFailures.notOpened(endpoint.name(), millis)));
        endpoint.eventStreams()
                .request(endpoint.events().setHeaders(StreamHeaders.forEvents(client.headers())))
                .onSuccess(this::send)
                .onFailure(cause -> fail(SubgraphFailures.unreachable(endpoint.name(), cause)));
    }

    private void send(HttpClientRequest opened) {
        if (over) {
            opened.reset();
            return;
        }
        request = opened;
        opened.send(WrappedBytes.of(body, body.length))
                .onSuccess(this::receive)
                .onFailure(cause -> fail(StreamFailures.broken(endpoint.name(), cause)));
    }

    private void receive(HttpClientResponse opened) {
        if (over) {
            return;
        }
        response = opened;
        opened.exceptionHandler(cause -> fail(StreamFailures.broken(endpoint.name(), cause)));
        String contentType = opened.getHeader(HttpHeaders.CONTENT_TYPE);
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (opened.statusCode() == 200 && type.startsWith("text/event-stream")) {
            receiveEvents(opened);
        } else if (type.contains("json")) {
            receiveAnswer(opened);
        } else {
            fail(StreamFailures.noEventStream(endpoint.name(), opened.statusCode(), contentType));
        }
    }

    private void receiveEvents(HttpClientResponse opened) {
        endpoint.vertx().cancelTimer(openingTimer);
        long idle = endpoint.streams().idleTimeout().toMillis();
        idleTimer = endpoint.vertx().setPeriodic(idle, ignored -> checkAlive(idle));
        EventParser parser = new EventParser(this, endpoint.maxResponseSize());
        opened.handler(piece -> {
            heard = true;
            parser.receive(piece);
        });
        opened.endHandler(ignored -> fail(StreamFailures.closed(endpoint.name(), /* status= */ null)));
    }

    private void receiveAnswer(HttpClientResponse opened) {
        BoundedBytes received = new BoundedBytes(-1, endpoint.maxResponseSize());
        opened.handler(piece -> add(received, piece));
        opened.endHandler(ignored -> {
            byte[] bytes = received.toBytes();
            if (!GraphQLBodies.isResponse(bytes)) {
                fail(SubgraphFailures.status(endpoint.name(), opened.statusCode()));
            } else if (end()) {
                stream.event(bytes);
                stream.completed();
            }
        });
    }

    private void add(BoundedBytes received, Buffer piece) {
        if (!over && !received.add(piece)) {
            tooLarge();
        }
    }

    @Override
    public void event(String name, byte[] data) {
        if (over) {
            return;
        }
        switch (name) {
            case "next" -> stream.event(data);
            case "complete" -> {
                if (end()) {
                    stream.completed();
                    reset();
                }
            }
            default -> {
                // Servers may send events of their own; what they mean is between them and their clients.
            }
        }
    }

    @Override
    public void tooLarge() {
        fail(SubgraphFailures.tooLarge(endpoint.name(), endpoint.maxResponseSize()));
    }

    private void checkAlive(long idle) {
        if (heard || stream.isPaused()) {
            heard = false;
        } else {
            fail(StreamFailures.silent(endpoint.name(), idle));
        }
    }

    private void fail(SubgraphException failure) {
        if (end()) {
            stream.failed(failure);
            reset();
        }
    }

    private boolean end() {
        if (over) {
            return false;
        }
        over = true;
        endpoint.vertx().cancelTimer(openingTimer);
        endpoint.vertx().cancelTimer(idleTimer);
        return true;
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
        if (end()) {
            reset();
        }
    }

    private void reset() {
        if (request != null) {
            request.reset();
        }
    }
}
