package io.lancang.gateway.subgraph.timing;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What is to happen at its moment, unless it is called off before: for what nearly always is, as the time-outs of requests to
 * subgraphs. All of an event loop have one timer, which is set for the earliest and left where that is called off, so that to set
 * one and to call it off costs next to nothing. Belongs to its event loop.
 */
public final class Alarms {
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final List<Alarm> set = new ArrayList<>();
    private long timer = NO_TIMER;
    private long timerMoment;

    public Alarms(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Something that is to happen once. */
    public static final class Alarm {
        private static final int OFF = -1;
        private static final int DUE = -2;

        private final Context context;
        private final long moment;
        private final Runnable action;
        /** Where it is among those that are set. */
        private int place = OFF;

        private Alarm(Context context, long moment, Runnable action) {
            this.context = context;
            this.moment = moment;
            this.action = action;
        }
    }

    /**
     * Has something happen, on the context that this is called on.
     *
     * @param millis from now on, one at least
     */
    public Alarm set(long millis, Runnable action) {
        long moment = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        Alarm alarm = new Alarm(vertx.getOrCreateContext(), moment, action);
        alarm.place = set.size();
        set.add(alarm);
        if (timer == NO_TIMER || moment - timerMoment < 0) {
            wakeAt(moment, millis);
        }
        return alarm;
    }

    /** Calls something off that may have happened already. */
    public void callOff(Alarm alarm) {
        if (alarm.place >= 0) {
            remove(alarm);
        }
        alarm.place = Alarm.OFF;
    }

    private void remove(Alarm alarm) {
        Alarm last = set.removeLast();
        if (alarm.place < set.size()) {
            set.set(alarm.place, last);
            last.place = alarm.place;
        }
    }

    private void wakeAt(long moment, long millis) {
        if (timer != NO_TIMER) {
            vertx.cancelTimer(timer);
        }
        timerMoment = moment;
        timer = vertx.setTimer(millis, ignored -> wake());
    }

    private void wake() {
        timer = NO_TIMER;
        long now = System.nanoTime();
        for (Alarm alarm : takeDue(now)) {
            // Each by itself: what one of them throws is nothing to the others, and one may call another off.
            alarm.context.runOnContext(ignored -> happen(alarm));
        }
        set.stream()
                .mapToLong(alarm -> alarm.moment - now)
                .min()
                .ifPresent(nanos -> wakeAt(now + nanos, millis(nanos)));
    }

    /** In the order of their moments. */
    private List<Alarm> takeDue(long now) {
        List<Alarm> due = new ArrayList<>();
        // From the last one on, whose place one that is removed gets.
        for (int index = set.size() - 1; index >= 0; index--) {
            Alarm alarm = set.get(index);
            if (alarm.moment - now <= 0) {
                remove(alarm);
                alarm.place = Alarm.DUE;
                due.add(alarm);
            }
        }
        due.sort(Comparator.comparingLong(alarm -> alarm.moment - now));
        return due;
    }

    private static void happen(Alarm alarm) {
        if (alarm.place == Alarm.DUE) {
            alarm.place = Alarm.OFF;
            alarm.action.run();
        }
    }

    /** Rounded up, so that what is woken at its moment is not early. */
    private static long millis(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos + 999_999));
    }
}
