package io.lancang.kit.bounds;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of one request one after the other, never on an event loop, and each on the request's context, so that what
 * it asks next is asked for the same client. Safe for any thread: what waits is guarded by the monitor.
 */
final class RequestTasks implements Executor {
    private static final Logger LOG = Logger.getLogger(RequestTasks.class);

    private final Context context;
    private final WorkerExecutor heavyThreads;
    private final BooleanSupplier isHeavy;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean isRunning;

    /**
     * @param context the request's own
     * @param heavyThreads where the steps run once it is heavy; until then they run where all blocking work does
     */
    RequestTasks(Context context, WorkerExecutor heavyThreads, BooleanSupplier isHeavy) {
        this.context = context;
        this.heavyThreads = heavyThreads;
        this.isHeavy = isHeavy;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            waiting.add(task);
            if (isRunning) {
                return;
            }
            isRunning = true;
        }
        goOn();
    }

    private void goOn() {
        // The executor of heavy work takes its context from whoever asks.
        if (context.equals(Vertx.currentContext())) {
            dispatch();
        } else {
            context.runOnContext(ignored -> dispatch());
        }
    }

    private void dispatch() {
        boolean heavy = isHeavy.getAsBoolean();
        var run = heavy
                ? heavyThreads.executeBlocking(() -> run(true), false)
                : context.executeBlocking(() -> run(false), false);
        run.onFailure(failure -> LOG.errorf(failure, "A step of a request failed"));
    }

    /** Runs what waits, and hands the rest on when the request has become heavy meanwhile. */
    private boolean run(boolean heavy) {
        while (true) {
            @Nullable Runnable task;
            synchronized (this) {
                task = waiting.poll();
                isRunning = task != null;
            }
            if (task == null) {
                return true;
            }
            try {
                task.run();
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "A step of a request failed");
            }
            if (!heavy && isHeavy.getAsBoolean()) {
                goOn();
                return true;
            }
        }
    }
}
