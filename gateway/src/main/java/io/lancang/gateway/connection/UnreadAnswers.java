package io.lancang.gateway.connection;

import io.lancang.gateway.config.telemetry.ClientsConfig;
import io.lancang.gateway.limits.Sweep;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Bounds what waits for clients to read it: a client that reads too slowly is closed, and if all together leave too much
 * unread, those with the most. The sweep owns this; connections come and go on their own threads.
 */
final class UnreadAnswers implements Sweep.Watched {
    private static final Logger LOG = Logger.getLogger(UnreadAnswers.class);
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final long maximum;
    private final long minRate;
    private final Map<ClientConnection, Window> connections = new ConcurrentHashMap<>();

    /**
     * What a connection had taken when the time began over which its rate is measured.
     *
     * @param waiting whether something waited for the client then
     */
    private record Window(long begin, long taken, boolean waiting) {}

    UnreadAnswers(ClientsConfig config) {
        maximum = config.maxBytesUnread().asLongValue();
        minRate = config.minReadRate().asLongValue();
    }

    void add(ClientConnection connection) {
        connections.put(connection, new Window(System.nanoTime(), 0, /* waiting= */ false));
    }

    void remove(ClientConnection connection) {
        connections.remove(connection);
    }

    @Override
    public void check(long now) {
        connections.replaceAll((connection, window) -> next(connection, window, now));
        long sum = connections.keySet().stream()
                .mapToLong(ClientConnection::unread)
                .sum();
        if (sum > maximum) {
            dropLargest(sum);
        }
    }

    private Window next(ClientConnection connection, Window window, long now) {
        boolean waiting = connection.unread() > 0;
        if (!waiting || !window.waiting()) {
            // A connection for which nothing waits keeps its window: most do, and need no new one twice a second.
            return waiting == window.waiting() ? window : new Window(now, connection.taken(), waiting);
        }
        if (now - window.begin() < WINDOW_NANOS) {
            return window;
        }
        if (connection.taken() - window.taken() < minRate * TimeUnit.NANOSECONDS.toSeconds(WINDOW_NANOS)) {
            LOG.debugf("A client left %d bytes unread and is disconnected", connection.unread());
            connection.drop();
        }
        return new Window(now, connection.taken(), /* waiting= */ true);
    }

    private void dropLargest(long sum) {
        List<ClientConnection> largest = connections.keySet().stream()
                .sorted(Comparator.comparingLong(ClientConnection::unread).reversed())
                .toList();
        long left = sum;
        for (ClientConnection connection : largest) {
            if (left <= maximum) {
                break;
            }
            left -= connection.unread();
            connection.drop();
        }
        LOG.warnf(
                "Clients left %d bytes of answers unread; those with the most were disconnected"
                        + " (lancang.gateway.clients.max-bytes-unread)",
                sum);
    }
}
