package io.lancang.gateway.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Asks a server as its clients do, for a bounded time and without blocking a thread. Thread-safe. */
final class ListenerProbe {
    /** There is nothing at this path, and that there is nothing is an answer too. */
    private static final String REQUEST = "HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private final Vertx vertx;
    private final Duration timeout;
    private final NetClient client;

    ListenerProbe(Vertx vertx, Duration timeout) {
        this.vertx = vertx;
        this.timeout = timeout;
        client = vertx.createNetClient(new NetClientOptions().setConnectTimeout((int) timeout.toMillis()));
    }

    /** The first bytes of the answer; fails if there is none in time. */
    Future<String> ask(SocketAddress address) {
        Promise<String> answer = Promise.promise();
        long timer = vertx.setTimer(timeout.toMillis(), ignored -> answer.tryFail(new TimeoutException("no answer")));
        client.connect(address).onSuccess(socket -> ask(socket, answer)).onFailure(answer::tryFail);
        return answer.future().onComplete(ignored -> vertx.cancelTimer(timer));
    }

    private static void ask(NetSocket socket, Promise<String> answer) {
        answer.future().onComplete(ignored -> socket.close());
        socket.handler((Buffer bytes) -> answer.tryComplete(bytes.toString(US_ASCII)));
        socket.closeHandler(ignored -> answer.tryFail(new IllegalStateException("closed without an answer")));
        socket.write(REQUEST).onFailure(answer::tryFail);
    }
}
