package io.lancang.gateway.subgraph;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who wait in the name of one client that its time is over. One alarm for all of them: an operation asks several
 * subgraphs, one after the other, and is answered long before. Belongs to the client's event loop.
 */
final class DeadlineWatch {
    private final List<CallWaiter> waiting = new ArrayList<>();
    private @Nullable Alarms alarms;
    private Alarms.@Nullable Alarm alarm;

    /** @param remaining milliseconds, above zero */
    void begin(CallWaiter waiter, Alarms ofLoop, long remaining) {
        waiting.add(waiter);
        if (alarm == null) {
            alarms = ofLoop;
            alarm = ofLoop.set(remaining, this::expire);
        }
    }

    void end(CallWaiter waiter) {
        waiting.remove(waiter);
    }

    private void expire() {
        alarm = null;
        // Who leaves may make the engine ask the next, who finds the time over.
        List.copyOf(waiting).forEach(CallWaiter::expire);
    }

    /** The client has its answer, or is given more time. */
    void stop() {
        if (alarms != null && alarm != null) {
            alarms.callOff(alarm);
            alarm = null;
        }
    }
}
