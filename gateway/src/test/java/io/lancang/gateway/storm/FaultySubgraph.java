package io.lancang.gateway.storm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A subgraph on a port of the loopback that fails as the weather says, down to its sockets. */
final class FaultySubgraph implements AutoCloseable {
    /** How late an answer is that is slow. */
    static final long SLOW_MILLIS = 3_000;

    private static final long DRIP_MILLIS = 200;

    private final UnaryOperator<byte[]> answers;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final int port;
    private volatile ServerSocket listener;
    private volatile Weather weather = Weather.FAIR;

    /** @param answers the body of a request to that of its answer */
    FaultySubgraph(UnaryOperator<byte[]> answers) throws IOException {
        this.answers = answers;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
    }

    private ServerSocket listen(int at) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 1024);
        threads.execute(() -> accept(socket));
        return socket;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port + "/graphql");
    }

    void weather(Weather next) {
        weather = next;
    }

    /** How many answers were late so far. */
    int late() {
        return late.get();
    }

    /** How many requests have arrived so far. */
    int asked() {
        return asked.get();
    }

    /** Refuses connections, and ends those that are open. */
    void goAway() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    void comeBack() throws IOException {
        listener = listen(port);
    }

    private void accept(ServerSocket socket) {
        try (socket) {
            while (true) {
                Socket connection = socket.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException away) {
            // Closed: there is nobody to accept any more.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            for (byte[] body = read(in); body != null; body = read(in)) {
                if (!answer(connection, out, body)) {
                    return;
                }
            }
        } catch (IOException left) {
            // The gateway gave up, or this went away.
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    /** The next request's body; null at the end. */
    private static byte @Nullable [] read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!endsWithBlankLine(head)) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
        }
        int length = head.toString(ISO_8859_1)
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        return in.readNBytes(length);
    }

    private static boolean endsWithBlankLine(ByteArrayOutputStream head) {
        return head.size() >= 4 && head.toString(ISO_8859_1).endsWith("\r\n\r\n");
    }

    /** False if the connection is to be closed. */
    private boolean answer(Socket connection, OutputStream out, byte[] body) throws IOException, InterruptedException {
        asked.incrementAndGet();
        switch (weather.next(ThreadLocalRandom.current())) {
            case NONE -> send(out, "200 OK", "application/json", answers.apply(body));
            case STATUS_500 -> send(out, "500 Internal Server Error", "text/plain", "broken".getBytes(UTF_8));
            case STATUS_503 -> send(out, "503 Service Unavailable", "text/plain", "away".getBytes(UTF_8));
            case HTML -> send(out, "200 OK", "text/html", "<html><body>Welcome</body></html>".getBytes(UTF_8));
            case HALF_JSON -> {
                byte[] whole = answers.apply(body);
                send(out, "200 OK", "application/json", Arrays.copyOf(whole, whole.length / 2));
            }
            case CUT -> {
                byte[] whole = answers.apply(body);
                head(out, "200 OK", "application/json", whole.length);
                out.write(whole, 0, whole.length / 2);
                out.flush();
                return false;
            }
            case RESET -> {
                connection.setSoLinger(true, 0);
                return false;
            }
            case HANG -> {
                closed.await();
                return false;
            }
            case DRIP -> {
                head(out, "200 OK", "application/json", 1_000_000);
                while (!closed.await(DRIP_MILLIS, TimeUnit.MILLISECONDS)) {
                    out.write(' ');
                    out.flush();
                }
                return false;
            }
            case SLOW -> {
                late.incrementAndGet();
                if (closed.await(SLOW_MILLIS, TimeUnit.MILLISECONDS)) {
                    return false;
                }
                send(out, "200 OK", "application/json", answers.apply(body));
            }
        }
        return true;
    }

    private static void send(OutputStream out, String status, String contentType, byte[] body) throws IOException {
        head(out, status, contentType, body.length);
        out.write(body);
        out.flush();
    }

    private static void head(OutputStream out, String status, String contentType, int length) throws IOException {
        String head = "HTTP/1.1 " + status + "\r\ncontent-type: " + contentType + "\r\ncontent-length: " + length
                + "\r\n\r\n";
        out.write(head.getBytes(ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        goAway();
        threads.shutdownNow();
    }
}
