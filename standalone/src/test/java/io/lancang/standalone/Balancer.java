package io.lancang.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address for several processes, as a Service of a cluster is: each new connection goes to one of those that were ready when they were looked at
 * last, in turn, and stays there until either end closes it. One that was killed is found out at the next look, so that some connections lead to
 * nobody, as in a cluster.
 */
final class Balancer implements AutoCloseable {
    private static final int BACKLOG = 512;
    private static final long LOOK_MILLIS = 500;

    private final List<ServiceProcess> all;
    private final ServerSocket server;
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("looks").factory());
    private volatile List<ServiceProcess> ready;

    private Balancer(List<ServiceProcess> all, int port) throws IOException {
        this.all = List.copyOf(all);
        this.ready = this.all;
        this.server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        Thread.ofVirtual().start(this::accept);
        ScheduledFuture<?> _ = looks.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    static Balancer start(List<ServiceProcess> all, int port) throws IOException {
        return new Balancer(all, port);
    }

    /** Looks which are ready, now. If none is, the last ones are kept: who asks them learns that nobody answers. */
    void look() {
        List<ServiceProcess> found =
                all.stream().filter(ServiceProcess::isReady).toList();
        if (!found.isEmpty()) {
            ready = found;
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> lead(client));
            }
        } catch (IOException closed) {
            open.forEach(Balancer::end);
        }
    }

    private void lead(Socket client) {
        List<ServiceProcess> to = ready;
        int port = to.get(Math.floorMod(turn.getAndIncrement(), to.size()))
                .application()
                .port();
        open.add(client);
        try (client;
                Socket there = new Socket(InetAddress.getLoopbackAddress(), port)) {
            open.add(there);
            client.setTcpNoDelay(true);
            there.setTcpNoDelay(true);
            Thread answers = Thread.ofVirtual().start(() -> copy(there, client));
            copy(client, there);
            answers.join();
            open.remove(there);
        } catch (IOException refused) {
            // Nobody is there: whoever connected learns of it by the end of the connection.
            end(client);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException broken) {
            // One side has ended; so does the other.
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        looks.shutdownNow();
        server.close();
    }
}
