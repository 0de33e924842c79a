package io.lancang.kit.bounds;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Who a request is executed for. Safe for any thread.
 *
 * @param request over HTTP, or that which a WebSocket began with; null where the service asks itself
 */
record Caller(@Nullable HttpServerRequest request) {
    /** By which callers are distinguished; empty where nothing is known. */
    String address() {
        SocketAddress address = request == null ? null : request.remoteAddress();
        return address == null ? "" : Objects.requireNonNullElse(address.hostAddress(), "");
    }

    /** Whether nobody waits for the answer any more. A request of HTTP/2 can be left without its connection. */
    boolean hasLeft() {
        if (request == null) {
            return false;
        }
        Channel channel = channel();
        boolean isClosed = channel != null && !channel.isActive();
        return isClosed || (request.response().closed() && !request.response().ended());
    }

    /** Whether it asks for nothing else meanwhile by the same request. */
    boolean isOfOneRequest() {
        return request != null && request.getHeader(HttpHeaders.UPGRADE) == null;
    }

    /** The same events, as long as the caller is there. */
    <T> Publisher<T> whileThere(Publisher<T> events) {
        Channel channel = channel();
        return channel == null ? events : new EventsForClient<>(events, channel);
    }

    private @Nullable Channel channel() {
        return request != null && request.connection() instanceof ConnectionBase connection
                ? connection.channel()
                : null;
    }
}
