package io.lancang.gateway.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the event loops threw and nobody caught since this was made: Quarkus does no more than log it. */
public final class UncaughtExceptions extends Handler {
    // Held, since the logging library keeps loggers weakly.
    private final Logger logger = Logger.getLogger("io.quarkus.vertx.core.runtime.VertxCoreRecorder");
    private final List<String> messages = new CopyOnWriteArrayList<>();

    private UncaughtExceptions() {}

    /** Begins to collect; {@link #close()} ends it. */
    public static UncaughtExceptions collected() {
        UncaughtExceptions uncaught = new UncaughtExceptions();
        uncaught.logger.addHandler(uncaught);
        return uncaught;
    }

    /** One text an exception, in the order in which they came. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void publish(LogRecord entry) {
        Throwable thrown = entry.getThrown();
        messages.add(thrown == null ? entry.getMessage() : thrown.toString());
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
