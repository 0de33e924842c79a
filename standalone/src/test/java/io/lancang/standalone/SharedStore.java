package io.lancang.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A Valkey or Redis in which several gateways keep what they know. */
final class SharedStore implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int port;
    private Process process;

    private SharedStore(int port) throws IOException {
        this.port = port;
        this.process = process(port);
    }

    /** Starts one, with nothing in it. */
    static SharedStore start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        return start(port);
    }

    /** As {@link #start()}, at a port that nobody else takes when it is killed. */
    static SharedStore start(int port) throws IOException {
        SharedStore store = new SharedStore(port);
        store.awaitListening();
        return store;
    }

    private static Process process(int port) throws IOException {
        return new ProcessBuilder(
                        program().toString(),
                        "--port",
                        String.valueOf(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--appendonly",
                        "no")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Starts another at the same address, with nothing in it. */
    void startAgain() throws IOException {
        process = process(port);
        awaitListening();
    }

    /** Whether there is one on this machine. */
    static boolean isInstalled() {
        return programs().findAny().isPresent();
    }

    private static Path program() {
        return programs().findFirst().orElseThrow(() -> new AssertionError("no valkey-server and no redis-server"));
    }

    private static Stream<Path> programs() {
        return Stream.of("/usr/bin/valkey-server", "/usr/bin/redis-server")
                .map(Path::of)
                .filter(Files::isExecutable);
    }

    private void awaitListening() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IOException("The shared store does not listen on port " + port);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The configuration of a gateway that keeps its answers here. */
    Map<String, String> settings() {
        return Map.of(
                "LANCANG_GATEWAY_CACHE_STORE", "redis", "LANCANG_GATEWAY_CACHE_REDIS_URL", "redis://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
