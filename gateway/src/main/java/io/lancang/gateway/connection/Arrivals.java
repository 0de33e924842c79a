package io.lancang.gateway.connection;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Lets the connections of each client in a few at a time. To set one up takes about as long as to answer a request, so a thousand
 * that come at once, as they do after they all were closed, would hold up whoever is connected. Belongs to the event loop that
 * accepts connections.
 */
// Nothing is done with the timer's future: it ends with the event loop.
@SuppressWarnings("FutureReturnValueIgnored")
final class Arrivals {
    private static final int PERIOD_MILLIS = 10;
    private static final int PERIODS_A_SECOND = 1000 / PERIOD_MILLIS;

    private final EventExecutor loop;
    private final int atOnce;
    /** Clients of whom connections came in this period, or wait. */
    private final Map<String, Line> lines = new HashMap<>();

    /** The connections of one client. */
    private static final class Line {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int entered;
    }

    /** @param perSecond how many connections of one client are let in */
    Arrivals(EventExecutor loop, int perSecond) {
        this.loop = loop;
        this.atOnce = Math.max(1, perSecond / PERIODS_A_SECOND);
    }

    /** Lets a connection in, now or when its turn has come. */
    void arrive(String client, Runnable enter) {
        if (lines.isEmpty()) {
            loop.schedule(this::nextPeriod, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
        Line line = lines.computeIfAbsent(client, first -> new Line());
        if (line.entered < atOnce) {
            line.entered++;
            enter.run();
        } else {
            line.waiting.add(enter);
        }
    }

    private void nextPeriod() {
        Iterator<Line> all = lines.values().iterator();
        while (all.hasNext()) {
            Line line = all.next();
            line.entered = 0;
            while (line.entered < atOnce && !line.waiting.isEmpty()) {
                line.entered++;
                line.waiting.remove().run();
            }
            if (line.entered == 0) {
                all.remove();
            }
        }
        if (!lines.isEmpty()) {
            loop.schedule(this::nextPeriod, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
