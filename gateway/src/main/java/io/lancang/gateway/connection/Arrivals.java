package io.lancang.gateway.connection;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Lets the connections of each client in a few at a time. To set one up takes about as long as to answer a request, so a thousand
 * that come at once, as they do after they all were closed, would hold up whoever is connected: so many a second are let in at most,
 * and no more as long as the event loops have not got round to the last ones. Belongs to the event loop that accepts connections.
 */
// Nothing is done with the timer's future: it ends with the event loop.
@SuppressWarnings("FutureReturnValueIgnored")
final class Arrivals {
    private static final int PERIOD_MILLIS = 10;
    private static final int PERIODS_A_SECOND = 1000 / PERIOD_MILLIS;

    /** Of one client, on all event loops together. */
    private static final int MOST_UNSETTLED = 4;

    private final EventExecutor loop;
    private final int aPeriod;
    /** Clients of whom connections came in this period, wait, or are not settled. */
    private final Map<String, Line> lines = new HashMap<>();

    /** The connections of one client. */
    private final class Line {
        private final Queue<Consumer<Runnable>> waiting = new ArrayDeque<>();
        private int entered;
        private int unsettled;

        private void letIn() {
            while (entered < aPeriod && unsettled < MOST_UNSETTLED && !waiting.isEmpty()) {
                entered++;
                unsettled++;
                waiting.remove().accept(() -> loop.execute(this::settled));
            }
        }

        private void settled() {
            unsettled--;
            letIn();
        }

        private boolean isIdle() {
            return entered == 0 && unsettled == 0 && waiting.isEmpty();
        }
    }

    /** @param perSecond how many connections of one client are let in */
    Arrivals(EventExecutor loop, int perSecond) {
        this.loop = loop;
        this.aPeriod = Math.max(1, perSecond / PERIODS_A_SECOND);
    }

    /**
     * Lets a connection in, now or when its turn has come.
     *
     * @param enter lets it in; what it is given is to be called once, on any thread, when its event loop has got round to it, or it
     *     has closed
     */
    void arrive(String client, Consumer<Runnable> enter) {
        if (lines.isEmpty()) {
            loop.schedule(this::nextPeriod, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
        Line line = lines.computeIfAbsent(client, first -> new Line());
        line.waiting.add(enter);
        line.letIn();
    }

    private void nextPeriod() {
        Iterator<Line> all = lines.values().iterator();
        while (all.hasNext()) {
            Line line = all.next();
            line.entered = 0;
            line.letIn();
            if (line.isIdle()) {
                all.remove();
            }
        }
        if (!lines.isEmpty()) {
            loop.schedule(this::nextPeriod, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
