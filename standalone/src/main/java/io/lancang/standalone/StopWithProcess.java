package io.lancang.standalone;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Stops the set when the process is asked to end. One that is just being started is given up first: the thread that starts it is
 * interrupted, and stops what it has begun.
 */
final class StopWithProcess {
    private final Thread starting = Thread.currentThread();
    private final CountDownLatch startOver = new CountDownLatch(1);
    private volatile @Nullable LancangSet running;

    private StopWithProcess() {}

    /** To be called by the thread that will start the set. */
    static StopWithProcess register() {
        StopWithProcess stop = new StopWithProcess();
        Runtime.getRuntime().addShutdownHook(new Thread(stop::stop, "stop"));
        return stop;
    }

    /** The set runs, and has to be stopped with the process. To be said before the start is over. */
    void started(LancangSet set) {
        running = set;
    }

    /** The start is over: either the set runs, as was said before, or nothing is left of it. */
    void over() {
        startOver.countDown();
    }

    private void stop() {
        if (startOver.getCount() > 0) {
            starting.interrupt();
        }
        try {
            startOver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        LancangSet set = running;
        if (set != null) {
            set.close();
        }
    }
}
