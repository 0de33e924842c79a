package io.lancang.gateway.subgraph.timing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who wait in the name of one client that its time is over. One alarm for all of them: an operation asks several
 * subgraphs, one after the other, and is answered long before. Belongs to the client's event loop.
 */
public final class DeadlineWatch {
    /** One who waits. */
    public interface Waiter {
        /** The client has no more time. */
        void expire();
    }

    private final List<Waiter> waiting = new ArrayList<>();
    private @Nullable Alarms alarms;
    private Alarms.@Nullable Alarm alarm;

    /**
     * Somebody waits.
     *
     * @param remaining milliseconds, above zero
     */
    public void begin(Waiter waiter, Alarms ofLoop, long remaining) {
        waiting.add(waiter);
        if (alarm == null) {
            alarms = ofLoop;
            alarm = ofLoop.set(remaining, this::expire);
        }
    }

    public void end(Waiter waiter) {
        waiting.remove(waiter);
    }

    private void expire() {
        alarm = null;
        // Who leaves may make the engine ask the next, who finds the time over.
        List.copyOf(waiting).forEach(Waiter::expire);
    }

    /** The client has its answer, or is given more time. */
    public void stop() {
        if (alarms != null && alarm != null) {
            alarms.callOff(alarm);
            alarm = null;
        }
    }
}
