package io.lancang.gateway.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ListenerProbeTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    @Test
    void hearsAServerThatAnswers() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> answer = ask(server.getLocalPort(), Duration.ofSeconds(10));
            try (Socket accepted = server.accept()) {
                assertEquals('H', accepted.getInputStream().read(), "a server answers once it is asked");
                accepted.getOutputStream().write("HTTP/1.1 404 Not Found\r\n".getBytes(US_ASCII));

                assertEquals("HTTP/1.1 404 Not Found\r\n", answer.get(10, SECONDS));
            }
        }
    }

    @Test
    void givesUpOnAServerThatAcceptsAndSaysNothing() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> answer = ask(server.getLocalPort(), Duration.ofMillis(100));

            assertInstanceOf(
                    TimeoutException.class,
                    assertThrows(ExecutionException.class, () -> answer.get(10, SECONDS))
                            .getCause());
        }
    }

    @Test
    void seesThatAPortIsClosed() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }

        CompletableFuture<String> answer = ask(port, Duration.ofSeconds(10));

        assertInstanceOf(
                ConnectException.class,
                assertThrows(ExecutionException.class, () -> answer.get(10, SECONDS))
                        .getCause());
    }

    private CompletableFuture<String> ask(int port, Duration timeout) {
        return new ListenerProbe(vertx, timeout)
                .ask(SocketAddress.inetSocketAddress(port, "127.0.0.1"))
                .toCompletionStage()
                .toCompletableFuture();
    }
}
