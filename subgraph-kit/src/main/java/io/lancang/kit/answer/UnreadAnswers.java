package io.lancang.kit.answer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Bounds what waits for clients to read it, on all connections together. What is written to a connection is kept until its
 * client takes it, whether one asks for answer after answer or lets events come. Safe for any thread.
 */
@Singleton
final class UnreadAnswers {
    private static final Logger LOG = Logger.getLogger(UnreadAnswers.class);
    private static final String NAME = "lancang-unread";
    /** Before anything of a request is answered, be it that it is refused. */
    private static final int FIRST = 10_000;
    /** Who takes what it is sent has bytes to read for a moment as well, and must not pay for who does not. */
    private static final Comparator<Reader> WORST_LAST =
            Comparator.comparing(Reader::lags).thenComparingLong(Reader::unread);

    private final long most;
    private final long patienceMillis;
    private final AtomicLong unread = new AtomicLong();
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final Counter disconnected;

    UnreadAnswers(ReadingLimits limits, MeterRegistry metrics) {
        this.most = limits.unread().asLongValue();
        this.patienceMillis = limits.patience().toMillis();
        Gauge.builder("lancang.answers.unread", unread, AtomicLong::get)
                .baseUnit("bytes")
                .description("Bytes of answers that clients have not read yet")
                .register(metrics);
        this.disconnected = Counter.builder("lancang.answers.disconnected")
                .description("Connections that were closed because their clients left answers unread")
                .register(metrics);
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FIRST);
    }

    /** The connection is seen with its first request: before, there is nothing to be sent. */
    private void watch(RoutingContext request) {
        if (request.request().connection() instanceof ConnectionBase connection
                && connection.channel().pipeline().get(NAME) == null) {
            watch(connection.channel());
        }
        request.next();
    }

    /** Counts what is sent to a connection from now on. To be called on its event loop. */
    @SuppressWarnings("FutureReturnValueIgnored") // That the listener hears of it is all that is wanted.
    void watch(Channel channel) {
        Reader reader = new Reader(this, channel, patienceMillis);
        readers.add(reader);
        channel.closeFuture().addListener(closed -> readers.remove(reader));
        // Next to the socket, so that all that is sent passes it as bytes.
        channel.pipeline().addFirst(NAME, reader);
    }

    /** Counts bytes that are to be read, and makes room where they are too many. */
    void add(long bytes) {
        unread.addAndGet(bytes);
        boolean isFreed = true;
        while (isFreed && unread.get() > most) {
            isFreed = readers.stream().max(WORST_LAST).filter(this::drop).isPresent();
        }
    }

    private boolean drop(Reader worst) {
        long freed = worst.drop();
        LOG.warnf(
                "Clients leave more than %d bytes unread (lancang.answers.unread); the one with %d of them is"
                        + " disconnected",
                most, freed);
        return freed > 0;
    }

    /** Counts bytes that were read. */
    void remove(long bytes) {
        unread.addAndGet(-bytes);
    }

    /** Counts a client that is disconnected, and the bytes that it will never read. */
    void disconnect(long bytes) {
        unread.addAndGet(-bytes);
        disconnected.increment();
    }
}
