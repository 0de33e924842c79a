package io.lancang.gateway.access.service;

import io.lancang.gateway.events.EventParser;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The stream of changes, opened again whenever it breaks. It counts as broken when it was silent for three seconds, since the service
 * says each second that it is there. Thread-safe.
 */
final class ChangeStream {
    private static final Logger LOG = Logger.getLogger(ChangeStream.class);
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long PERIOD_MILLIS = 500;
    private static final int LARGEST_EVENT = 64 * 1024;

    private final Vertx vertx;
    private final KeyService service;
    private final Listener listener;
    private final LongSupplier nanoTime;
    private volatile long timer;
    private volatile @Nullable HttpClientResponse open;
    private volatile boolean isOpening;
    private volatile boolean isReady;
    private volatile long heardAt;
    private volatile long readyAt;
    private volatile boolean isClosed;

    /** Hears of the stream, one call after the other. */
    interface Listener {
        /** From now on changes are heard of. */
        void ready();

        /**
         * Something has changed.
         *
         * @param data JSON
         */
        void changed(String data);

        /** Changes are not heard of now; called each time that this is noticed, twice a second. */
        void broken();
    }

    ChangeStream(Vertx vertx, KeyService service, Listener listener, LongSupplier nanoTime) {
        this.vertx = vertx;
        this.service = service;
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    void start() {
        // All on one context: the timer's.
        vertx.getOrCreateContext().runOnContext(ignored -> {
            timer = vertx.setPeriodic(PERIOD_MILLIS, each -> look());
            look();
        });
    }

    /** Whether changes since {@link #readyAt} are known. */
    boolean isAlive() {
        return isReady && nanoTime.getAsLong() - heardAt < SILENCE_NANOS;
    }

    /** When changes began to be heard of, on the clock. */
    long readyAt() {
        return readyAt;
    }

    private void look() {
        if (isClosed) {
            return;
        }
        HttpClientResponse response = open;
        if (response != null && nanoTime.getAsLong() - heardAt >= SILENCE_NANOS) {
            LOG.warn("The stream of changes of keys is silent; it is opened again");
            broke(response);
            response.request().reset();
        }
        if (open == null) {
            listener.broken();
            if (!isOpening) {
                isOpening = true;
                service.changes().onSuccess(this::opened).onComplete(end -> isOpening = false);
            }
        }
    }

    private void opened(HttpClientResponse response) {
        if (isClosed) {
            response.request().reset();
            return;
        }
        heardAt = nanoTime.getAsLong();
        open = response;
        EventParser events = new EventParser(new Events(response), LARGEST_EVENT);
        response.exceptionHandler(failure -> broke(response));
        response.endHandler(ended -> broke(response));
        response.handler(part -> {
            heardAt = nanoTime.getAsLong();
            events.receive(part);
        });
        response.resume();
    }

    /** Takes the events of one response. */
    private final class Events implements EventParser.Receiver {
        private final HttpClientResponse response;

        Events(HttpClientResponse response) {
            this.response = response;
        }

        @Override
        public void event(String name, byte[] data) {
            ChangeStream.this.event(response, name, new String(data, StandardCharsets.UTF_8));
        }

        @Override
        public void tooLarge() {
            broke(response);
            response.request().reset();
        }
    }

    private void event(HttpClientResponse response, String name, String data) {
        if (!response.equals(open)) {
            return;
        }
        switch (name) {
            case "ready" -> {
                readyAt = nanoTime.getAsLong();
                isReady = true;
                LOG.info("Changes of keys are heard of");
                listener.ready();
            }
            case "changed" -> listener.changed(data);
            default -> {
                // One of a later version.
            }
        }
    }

    private void broke(HttpClientResponse response) {
        if (response.equals(open)) {
            open = null;
            isReady = false;
        }
    }

    void close() {
        isClosed = true;
        vertx.cancelTimer(timer);
        HttpClientResponse response = open;
        if (response != null) {
            open = null;
            response.request().reset();
        }
    }
}
