package io.lancang.gateway.subgraph.endpoint;

import io.lancang.gateway.config.traffic.HttpProtocol;
import io.lancang.gateway.config.traffic.ResilienceConfig;
import io.lancang.gateway.config.traffic.TrafficConfig;
import io.lancang.gateway.protocol.Message;
import io.lancang.gateway.subgraph.request.AnswerRoom;
import io.lancang.gateway.subgraph.resilience.Resilience;
import io.lancang.gateway.subgraph.resilience.Server;
import io.lancang.gateway.subgraph.resilience.ServerChoice;
import io.lancang.gateway.subgraph.timing.Alarms;
import io.lancang.gateway.telemetry.SubgraphMeter;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A subgraph with its connections. Each event loop has its own client and therefore its own connections, so that a request
 * never changes threads: Vert.x' shared pool gives the connection used last, whichever event loop it belongs to.
 */
public final class SubgraphEndpoint implements AutoCloseable {
    /** How many connections of HTTP/1.1 one of HTTP/2 stands for. */
    private static final int CONNECTIONS_A_CONNECTION = 32;

    /** How many requests a server lets be under way on a connection of HTTP/2, usually. */
    private static final int USUAL_STREAMS = 100;

    /**
     * As many bytes as are read at a time at most: an answer that came at once is handed on at once. In pieces of 8 KB, as usual, it
     * would go through all handlers a few times, to be put together again.
     */
    private static final int LONGEST_PIECE = 64 * 1024;

    /** How long a subgraph may take to answer the closing of a WebSocket. */
    private static final int CLOSING_SECONDS = 2;

    private final Vertx vertx;
    private final SubgraphTarget target;
    private final SubgraphMeter meter;
    private final long maxResponseSize;
    private final AnswerRoom room;
    private final HttpClientOptions options;
    private final PoolOptions pool;
    private final String path;
    private final Queue<HttpClient> clients = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<ConnectionShares> shares;
    private final Supplier<Alarms> alarms;
    private final ThreadLocal<HttpClient> client = ThreadLocal.withInitial(this::newClient);
    // Streams stay open for hours: in the pool for requests they would take the connections that requests wait for.
    private final ThreadLocal<HttpClient> eventStreams = ThreadLocal.withInitial(this::newStreamClient);
    private final ThreadLocal<Closings> closings;
    private final WebSocketClient webSockets;
    private final Openings openings;
    private final Resilience resilience;

    /** @param alarms those of the event loop that this runs on */
    public SubgraphEndpoint(
            Vertx vertx,
            SubgraphTarget target,
            TrafficConfig traffic,
            AnswerRoom room,
            SubgraphTls tls,
            SubgraphMeter meter,
            Supplier<Alarms> alarms) {
        this.vertx = vertx;
        this.alarms = alarms;
        this.target = target;
        this.meter = meter;
        this.room = room;
        this.maxResponseSize = traffic.maxResponseSize().asLongValue();
        ResilienceConfig rules = target.resilience() == null ? traffic.resilience() : target.resilience();
        this.resilience = new Resilience(target.name(), rules, target.servers(), meter);
        Duration connectTimeout = rules.connectTimeout().orElse(traffic.connectTimeout());
        this.options = clientOptions(target, traffic, connectTimeout);
        tls.applyTo(options);
        this.pool = new PoolOptions()
                .setHttp1MaxSize(traffic.connections())
                .setHttp2MaxSize(Math.max(1, traffic.connections() / CONNECTIONS_A_CONNECTION));
        int atOnce = switch (traffic.protocol()) {
            case HTTP_1_1 -> pool.getHttp1MaxSize();
            case HTTP_2 -> USUAL_STREAMS * pool.getHttp2MaxSize();
        };
        this.shares = ThreadLocal.withInitial(() -> new ConnectionShares(atOnce));
        this.closings = ThreadLocal.withInitial(() -> new Closings(vertx));
        this.path = target.path();
        this.webSockets = vertx.createWebSocketClient(webSocketOptions(target, traffic, connectTimeout, tls));
        this.openings = new Openings(target.streams().openingAtOnce());
    }

    private static WebSocketClientOptions webSocketOptions(
            SubgraphTarget target, TrafficConfig traffic, Duration connectTimeout, SubgraphTls tls) {
        int maximum =
                (int) Math.min(Integer.MAX_VALUE, traffic.maxResponseSize().asLongValue());
        WebSocketClientOptions options = new WebSocketClientOptions()
                .setMaxConnections(target.streams().maximum())
                .setMaxFrameSize(maximum)
                .setMaxMessageSize(maximum)
                .setTryUsePerMessageCompression(traffic.compression());
        options.setClosingTimeout(CLOSING_SECONDS);
        options.setSsl(target.secure());
        options.setConnectTimeout((int) connectTimeout.toMillis());
        options.setTcpKeepAlive(true);
        tls.applyTo(options);
        return options;
    }

    private static HttpClientOptions clientOptions(
            SubgraphTarget target, TrafficConfig traffic, Duration connectTimeout) {
        HttpClientOptions options = new HttpClientOptions()
                .setSsl(target.secure())
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setKeepAliveTimeout((int) Math.max(1, traffic.keepAlive().toSeconds()))
                .setHttp2KeepAliveTimeout((int) Math.max(1, traffic.keepAlive().toSeconds()))
                .setDecompressionSupported(traffic.compression())
                .setMaxChunkSize(LONGEST_PIECE);
        // AttemptTrace makes the spans. Vert.x knows of no operation: it takes the context on which a connection is
        // free.
        options.setTracingPolicy(TracingPolicy.IGNORE);
        return switch (traffic.protocol()) {
            case HttpProtocol.HTTP_1_1 -> options.setProtocolVersion(HttpVersion.HTTP_1_1);
            case HttpProtocol.HTTP_2 ->
                options.setProtocolVersion(HttpVersion.HTTP_2)
                        .setUseAlpn(target.secure())
                        .setHttp2ClearTextUpgrade(false);
        };
    }

    /** The room for answers, shared with other subgraphs. */
    public AnswerRoom room() {
        return room;
    }

    /** The client of the event loop that this runs on. */
    public HttpClient client() {
        return client.get();
    }

    /** Who may use the connections of that client. */
    public ConnectionShares shares() {
        return shares.get();
    }

    /** What is to happen on this event loop. */
    public Alarms alarms() {
        return alarms.get();
    }

    /** The streams of this event loop that are to be closed. */
    public Closings closings() {
        return closings.get();
    }

    private HttpClient newClient() {
        HttpClient created = create(options, pool);
        clients.add(created);
        return created;
    }

    private HttpClient create(HttpClientOptions with, PoolOptions size) {
        return vertx.httpClientBuilder()
                .with(with)
                .with(size)
                // Whose request it was reports it; without a handler Vert.x logs each reset as an error.
                .withConnectHandler(connection -> connection.exceptionHandler(ignored -> {}))
                .build();
    }

    private HttpClient newStreamClient() {
        // The pool has a slot for each connection from the beginning, so it cannot be without a bound.
        PoolOptions large =
                new PoolOptions(pool).setHttp1MaxSize(target.streams().maximum());
        HttpClientOptions lasting = new HttpClientOptions(options);
        lasting.setTcpKeepAlive(true);
        lasting.setTracingPolicy(TracingPolicy.PROPAGATE);
        HttpClient created = create(lasting, large);
        clients.add(created);
        return created;
    }

    /** The client for streams of events, of the event loop that this runs on. */
    public HttpClient eventStreams() {
        return eventStreams.get();
    }

    /** The streams that are being opened. */
    public Openings openings() {
        return openings;
    }

    /** The client for WebSockets; a connection belongs to the event loop on which it is opened. */
    public WebSocketClient webSockets() {
        return webSockets;
    }

    /**
     * A request that asks the subgraph.
     *
     * @param server where it goes; null for the URL's host
     */
    public RequestOptions post(@Nullable Server server) {
        return address(new RequestOptions(), server).setMethod(HttpMethod.POST).setURI(path);
    }

    /**
     * The request for a stream of events.
     *
     * @param server where it goes; null for the URL's host
     */
    public RequestOptions events(@Nullable Server server) {
        return address(new RequestOptions(), server).setMethod(HttpMethod.POST).setURI(target.streamPath());
    }

    private RequestOptions address(RequestOptions options, @Nullable Server server) {
        options.setHost(target.url().getHost()).setPort(target.port()).setSsl(target.secure());
        if (server != null) {
            options.setServer(server.address());
        }
        return options;
    }

    /** Where WebSockets may be opened: the client of Vert.x takes the host that it connects to for the one that a certificate is for. */
    public ServerChoice webSocketServers() {
        return target.secure() ? ServerChoice.NONE : streamServers();
    }

    /** Where streams of events may be opened. */
    public ServerChoice streamServers() {
        return resilience.servers(/* mayProbe= */ true);
    }

    /**
     * The request for a WebSocket that speaks graphql-transport-ws.
     *
     * @param server where it goes; null for the URL's host
     */
    public WebSocketConnectOptions webSocket(MultiMap headers, @Nullable Server server) {
        WebSocketConnectOptions options = new WebSocketConnectOptions();
        if (server == null) {
            options.setHost(target.url().getHost()).setPort(target.port());
        } else {
            options.setHost(server.address().host()).setPort(server.address().port());
            headers.set(HttpHeaders.HOST, target.url().getAuthority());
        }
        return options.setSsl(target.secure())
                .addSubProtocol(Message.SUB_PROTOCOL)
                .setURI(target.streamPath())
                .setHeaders(headers);
    }

    public StreamSettings streams() {
        return target.streams();
    }

    /** How often a subgraph whose events come by callbacks has to show that it is there. */
    public long heartbeatMillis() {
        return Math.max(1, target.streams().idleTimeout().toMillis() / 2);
    }

    public Vertx vertx() {
        return vertx;
    }

    public String name() {
        return target.name();
    }

    public long timeoutMillis() {
        return target.timeout().toMillis();
    }

    public long maxResponseSize() {
        return maxResponseSize;
    }

    /** What is known of its latest requests. */
    public Resilience resilience() {
        return resilience;
    }

    public SubgraphMeter meter() {
        return meter;
    }

    @Override
    public void close() {
        clients.forEach(HttpClient::close);
        webSockets.close();
    }
}
