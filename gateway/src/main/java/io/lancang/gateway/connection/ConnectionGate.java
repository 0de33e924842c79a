package io.lancang.gateway.connection;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.limits.ClientAddress;
import io.lancang.gateway.limits.ClientLimits;
import io.lancang.gateway.limits.ClientRate;
import io.lancang.gateway.limits.Places;
import io.lancang.gateway.limits.Sweep;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.shutdown.Shutdown;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Stands where the HTTP server accepts connections: lets no more in than there are places, none once the gateway
 * has said for long enough that it is going to stop, and has the others watched. Vert.x
 * has no such place of its own, so this is a handler of Netty's on the server's channel.
 */
@Singleton
// What is done with a connection that closes needs no answer.
@SuppressWarnings("FutureReturnValueIgnored")
class ConnectionGate {
    private static final String NAME = "lancang-gate";

    /** How many connections at the same time get the reason why they are closed; more are closed without one. */
    private static final int TURNED_AWAY_POLITELY = 100;

    private static final Set<String> ANY_HOST = Set.of("0.0.0.0", "::", "[::]");

    private final Vertx vertx;
    private final ClientLimits limits;
    private final Sweep sweep;
    private final Shutdown shutdown;
    private final UnreadAnswers unread;
    private final ClientConnection.Bounds bounds;
    private final AtomicInteger turnedAway = new AtomicInteger();
    private volatile @Nullable SocketAddress plainAddress;

    @Inject
    ConnectionGate(
            Vertx vertx,
            ClientLimits limits,
            Sweep sweep,
            Shutdown shutdown,
            GatewayConfig config,
            @ConfigProperty(name = "quarkus.http.limits.max-concurrent-streams", defaultValue = "100") int streams) {
        ClientRate resets = new ClientRate(limits.config().maxResets());
        sweep.add(resets);
        bounds = new ClientConnection.Bounds(
                limits.config().headTimeout(),
                config.subscriptions().maxFramesPerSecond(),
                streams,
                resets,
                limits.config().maxRequestsAhead());
        this.vertx = vertx;
        this.limits = limits;
        this.sweep = sweep;
        this.shutdown = shutdown;
        unread = new UnreadAnswers(limits.config());
        sweep.add(unread);
    }

    void onHttp(@ObservesAsync HttpServerStart start) {
        HttpServerOptions options = start.options();
        if (!options.isUseProxyProtocol() && options.getPort() > 0) {
            String host = ANY_HOST.contains(options.getHost()) ? "127.0.0.1" : options.getHost();
            plainAddress = SocketAddress.inetSocketAddress(options.getPort(), host);
        }
        guard(options.getPort());
    }

    /** Where this process itself can ask the server in plain HTTP; null if it cannot. */
    @Nullable
    SocketAddress plainAddress() {
        return plainAddress;
    }

    void onHttps(@ObservesAsync HttpsServerStart start) {
        guard(start.options().getPort());
    }

    /** Puts the gate on the server that listens on this port; on all servers if the port was left to chance, as tests do. */
    private void guard(int port) {
        for (EventExecutor executor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            if (executor instanceof SingleThreadEventLoop acceptor) {
                acceptor.execute(() -> acceptor.registeredChannelsIterator().forEachRemaining(channel -> {
                    if (listensOn(channel, port) && channel.pipeline().get(NAME) == null) {
                        channel.pipeline().addFirst(NAME, new Gate(acceptor));
                    }
                }));
            }
        }
    }

    private static boolean listensOn(Channel channel, int port) {
        return channel instanceof ServerChannel
                && channel.localAddress() instanceof InetSocketAddress address
                && (port <= 0 || address.getPort() == port);
    }

    private void accept(ChannelHandlerContext server, Channel channel, Arrivals arrivals) {
        String client = channel.remoteAddress() instanceof InetSocketAddress address && address.getAddress() != null
                ? ClientAddress.of(address.getAddress().getHostAddress())
                : ClientAddress.UNKNOWN;
        if (shutdown.refusesConnections()) {
            turnAway(server, channel, new TurnedAway(Refusal.shuttingDown()));
            return;
        }
        Places places = limits.connections();
        Places.Answer answer = places.enter(client);
        if (answer != Places.Answer.TAKEN) {
            turnAway(server, channel, TurnedAway.of(answer, places));
            return;
        }
        ClientConnection connection = new ClientConnection(channel, client, bounds);
        channel.pipeline().addFirst(connection);
        sweep.add(connection);
        unread.add(connection);
        channel.closeFuture().addListener(ignored -> {
            places.leave(client);
            sweep.remove(connection);
            unread.remove(connection);
        });
        arrivals.arrive(client, settled -> {
            connection.onSettled(settled);
            server.fireChannelRead(channel);
        });
    }

    private void turnAway(ChannelHandlerContext server, Channel channel, TurnedAway politely) {
        if (turnedAway.incrementAndGet() <= TURNED_AWAY_POLITELY) {
            channel.pipeline().addFirst(politely);
            channel.closeFuture().addListener(ignored -> turnedAway.decrementAndGet());
            server.fireChannelRead(channel);
        } else {
            turnedAway.decrementAndGet();
            channel.unsafe().closeForcibly();
        }
    }

    /** Sees each connection before the HTTP server does. */
    private final class Gate extends ChannelInboundHandlerAdapter {
        private final Arrivals arrivals;

        Gate(EventExecutor acceptor) {
            arrivals = new Arrivals(acceptor, limits.config().maxConnectionsPerSecond());
        }

        @Override
        public void channelRead(ChannelHandlerContext server, Object accepted) {
            accept(server, (Channel) accepted, arrivals);
        }
    }
}
