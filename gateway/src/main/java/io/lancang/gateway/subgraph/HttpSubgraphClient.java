package io.lancang.gateway.subgraph;

import io.lancang.federation.SubgraphClient;
import io.lancang.federation.SubgraphException;
import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.SubgraphResponse;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.gateway.callback.Callbacks;
import io.lancang.gateway.config.traffic.TrafficConfig;
import io.lancang.gateway.subgraph.answer.FetchedAnswer;
import io.lancang.gateway.subgraph.call.Ask;
import io.lancang.gateway.subgraph.call.SubgraphCall;
import io.lancang.gateway.subgraph.endpoint.SubgraphEndpoint;
import io.lancang.gateway.subgraph.endpoint.SubgraphTarget;
import io.lancang.gateway.subgraph.endpoint.SubgraphTls;
import io.lancang.gateway.subgraph.failure.ErrorMask;
import io.lancang.gateway.subgraph.failure.SubgraphFailures;
import io.lancang.gateway.subgraph.request.AnswerRoom;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.stream.CallbackWire;
import io.lancang.gateway.subgraph.stream.EventStreamWire;
import io.lancang.gateway.subgraph.stream.SharedStreams;
import io.lancang.gateway.subgraph.stream.StreamCount;
import io.lancang.gateway.subgraph.stream.SubgraphStream;
import io.lancang.gateway.subgraph.stream.WebSocketWire;
import io.lancang.gateway.subgraph.stream.Wire;
import io.lancang.gateway.subgraph.timing.Alarms;
import io.lancang.gateway.telemetry.SubgraphMeter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends the engine's requests to subgraphs over HTTP, from the event loop of the client's request. Each request's context
 * must be a {@link ClientRequest}. Thread-safe; one instance serves one supergraph until it is closed.
 */
public final class HttpSubgraphClient implements SubgraphClient<ClientRequest>, AutoCloseable {
    private final Vertx vertx;
    private final Map<String, SubgraphEndpoint> endpoints;
    private final ErrorMask mask;
    private final AnswerRoom room;
    private final AtomicInteger openStreams = new AtomicInteger();
    private final SharedStreams sharedStreams;
    private final Callbacks callbacks;
    private final ThreadLocal<Alarms> alarms;

    public HttpSubgraphClient(
            Vertx vertx,
            Collection<SubgraphTarget> targets,
            TrafficConfig traffic,
            SubgraphTls tls,
            ErrorMask mask,
            Function<String, SubgraphMeter> meters) {
        this(vertx, targets, traffic, tls, mask, meters, new Callbacks(/* url= */ (URI) null));
    }

    /** @param callbacks where events of those subgraphs arrive that send them by requests of their own */
    public HttpSubgraphClient(
            Vertx vertx,
            Collection<SubgraphTarget> targets,
            TrafficConfig traffic,
            SubgraphTls tls,
            ErrorMask mask,
            Function<String, SubgraphMeter> meters,
            Callbacks callbacks) {
        this.vertx = vertx;
        this.callbacks = callbacks;
        this.mask = mask;
        this.room = AnswerRoom.of(traffic);
        this.sharedStreams = new SharedStreams(vertx);
        this.alarms = ThreadLocal.withInitial(() -> new Alarms(vertx));
        this.endpoints = targets.stream()
                .collect(Collectors.toUnmodifiableMap(
                        SubgraphTarget::name,
                        target -> new SubgraphEndpoint(
                                vertx, target, traffic, room, tls, meters.apply(target.name()), alarms::get)));
    }

    @Override
    public CompletionStage<SubgraphResponse> send(SubgraphRequest<ClientRequest> request) {
        SubgraphEndpoint endpoint = endpoints.get(request.subgraph());
        if (endpoint == null) {
            return CompletableFuture.failedStage(unknown(request.subgraph()));
        }
        SubgraphCall call = new SubgraphCall(
                endpoint,
                request.context(),
                request.body(),
                request.changes() ? SubgraphCall.Kind.CHANGE : SubgraphCall.Kind.QUERY,
                request.context().notes().trace(request.step()));
        start(call);
        return call.answer();
    }

    /** As {@link #send}, of a part of a query, with the head of the answer. */
    public CompletionStage<FetchedAnswer> fetch(Ask ask, ClientRequest client) {
        String subgraph = ask.subgraph();
        SubgraphEndpoint endpoint = endpoints.get(subgraph);
        if (endpoint == null) {
            return CompletableFuture.failedStage(unknown(subgraph));
        }
        SubgraphCall call = new SubgraphCall(
                endpoint,
                client,
                ask.body(),
                ask.hasOldAnswer() ? SubgraphCall.Kind.QUERY_WITH_OLD_ANSWER : SubgraphCall.Kind.QUERY_WITH_HEAD,
                ask.trace());
        start(call);
        return call.answer().thenApply(answer -> new FetchedAnswer(call.head(), answer.body()));
    }

    /**
     * Takes room for the bytes of an answer that is at hand, as for one that comes over the network.
     *
     * @throws SubgraphException if there is none
     */
    public void hold(ClientRequest client, String subgraph, long bytes) {
        if (!room.take(client, bytes)) {
            throw SubgraphFailures.noRoom(subgraph);
        }
    }

    /** Counts a request that was not sent, because the same was in flight. */
    public void deduplicated(String subgraph) {
        SubgraphEndpoint endpoint = endpoints.get(subgraph);
        if (endpoint != null) {
            endpoint.meter().deduplicated();
        }
    }

    private void start(SubgraphCall call) {
        if (Context.isOnEventLoopThread()) {
            call.start();
        } else {
            vertx.getOrCreateContext().runOnContext(ignored -> call.start());
        }
    }

    private static SubgraphException unknown(String subgraph) {
        return new SubgraphException(ErrorCode.INTERNAL, "The gateway knows no subgraph \"" + subgraph + "\".");
    }

    @Override
    public Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest<ClientRequest> request) {
        SubgraphEndpoint endpoint = endpoint(request.subgraph());
        return switch (endpoint.streams().sharing()) {
            case NEVER -> subscribe(request, () -> {});
            case UNTIL_FIRST_EVENT, ALWAYS -> subscriber -> share(endpoint, request, subscriber);
        };
    }

    private void share(
            SubgraphEndpoint endpoint,
            SubgraphRequest<ClientRequest> request,
            Flow.Subscriber<? super SubgraphResponse> subscriber) {
        Context context = vertx.getOrCreateContext();
        start(
                context,
                new SubgraphStream(
                        context,
                        request.context(),
                        StreamCount.UNCOUNTED,
                        subscriber,
                        () -> {},
                        stream -> sharedStreams.wire(
                                endpoint,
                                request,
                                context,
                                stream,
                                (own, shared) -> open(endpoint, own, request, shared, () -> {}))));
    }

    /**
     * As {@link #subscribe(SubgraphRequest<ClientRequest>)}, on a stream that is not shared.
     *
     * @param accepted called when the subgraph has taken the subscription
     */
    public Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest<ClientRequest> request, Runnable accepted) {
        SubgraphEndpoint endpoint = endpoint(request.subgraph());
        return subscriber -> open(endpoint, request.context(), request, subscriber, accepted);
    }

    private void open(
            SubgraphEndpoint endpoint,
            ClientRequest client,
            SubgraphRequest<ClientRequest> request,
            Flow.Subscriber<? super SubgraphResponse> subscriber,
            Runnable accepted) {
        Context context = vertx.getOrCreateContext();
        start(
                context,
                new SubgraphStream(
                        context,
                        client,
                        new StreamCount(endpoint.meter(), openStreams),
                        subscriber,
                        accepted,
                        stream -> wire(endpoint, client, request, stream)));
    }

    private static void start(Context context, SubgraphStream stream) {
        if (Context.isOnEventLoopThread()) {
            stream.start();
        } else {
            context.runOnContext(ignored -> stream.start());
        }
    }

    private SubgraphEndpoint endpoint(String subgraph) {
        SubgraphEndpoint endpoint = endpoints.get(subgraph);
        if (endpoint == null) {
            throw unknown(subgraph);
        }
        return endpoint;
    }

    @Override
    public GraphQLError shown(String subgraph, GraphQLError reported) {
        return mask.shown(subgraph, reported);
    }

    private Wire wire(
            SubgraphEndpoint endpoint,
            ClientRequest client,
            SubgraphRequest<ClientRequest> request,
            SubgraphStream stream) {
        return switch (endpoint.streams().protocol()) {
            case WEBSOCKET -> new WebSocketWire(endpoint, client, request.body(), stream);
            case SSE -> new EventStreamWire(endpoint, client, request.body(), stream);
            case CALLBACK -> new CallbackWire(endpoint, client, callbacks, request.body(), stream);
        };
    }

    /** What is to happen on the event loop that this runs on. */
    public Alarms alarms() {
        return alarms.get();
    }

    /** How many subscriptions are open at subgraphs. */
    public int openStreams() {
        return openStreams.get();
    }

    /** Closes all connections. Requests that still run fail. */
    @Override
    public void close() {
        endpoints.values().forEach(SubgraphEndpoint::close);
    }
}
