package io.lancang.kit.arrival;

import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;

/**
 * Puts {@link Arrivals} where the HTTP server accepts connections. Vert.x has no such place of its own, so it is a handler of
 * Netty's on the server's channel.
 */
@Singleton
class Listeners {
    private static final String NAME = "lancang-arrivals";

    private final Vertx vertx;

    Listeners(Vertx vertx) {
        this.vertx = vertx;
    }

    void onHttp(@ObservesAsync HttpServerStart start) {
        pace(start.options().getPort());
    }

    void onHttps(@ObservesAsync HttpsServerStart start) {
        pace(start.options().getPort());
    }

    /** Paces the server that listens on this port; all servers if the port was left to chance, as tests do. */
    private void pace(int port) {
        for (EventExecutor executor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            if (executor instanceof SingleThreadEventLoop acceptor) {
                acceptor.execute(() -> acceptor.registeredChannelsIterator().forEachRemaining(channel -> {
                    if (listensOn(channel, port) && channel.pipeline().get(NAME) == null) {
                        channel.pipeline().addFirst(NAME, new Arrivals());
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
}
