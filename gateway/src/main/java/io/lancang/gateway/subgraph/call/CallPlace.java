package io.lancang.gateway.subgraph.call;

import io.lancang.gateway.subgraph.endpoint.SubgraphEndpoint;
import io.lancang.gateway.subgraph.resilience.Bulkhead;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The place of one call in the bulkhead of its subgraph: it is taken, waited for, or refused. Belongs to the event loop of the call. */
final class CallPlace {
    private static final long NO_TIMER = -1;

    private final Bulkhead bulkhead;
    private final Vertx vertx;
    private final long patienceMillis;
    private boolean isTaken;
    private @Nullable Consumer<Bulkhead> turn;
    private long patience = NO_TIMER;

    CallPlace(Bulkhead bulkhead, SubgraphEndpoint endpoint) {
        this.bulkhead = bulkhead;
        this.vertx = endpoint.vertx();
        this.patienceMillis = endpoint.resilience().patienceMillis();
    }

    /**
     * Takes the place, or waits for it. To be called once.
     *
     * @param isOver whether the call has ended while it waited
     * @param entered called when the place is taken
     * @param refused called if there is none in time
     */
    void enter(BooleanSupplier isOver, Runnable entered, Runnable refused) {
        Context context = vertx.getOrCreateContext();
        Consumer<Bulkhead> mine = free -> context.runOnContext(ignored -> {
            turn = null;
            if (isOver.getAsBoolean()) {
                free.leave();
            } else {
                isTaken = true;
                stopWaiting();
                entered.run();
            }
        });
        switch (bulkhead.enter(mine)) {
            case ENTERED -> {
                isTaken = true;
                entered.run();
            }
            case WAITS -> {
                turn = mine;
                patience = vertx.setTimer(patienceMillis, ignored -> refused.run());
            }
            case REFUSED -> refused.run();
        }
    }

    /** Gives the place back, or waits no more. */
    void leave() {
        stopWaiting();
        if (isTaken) {
            isTaken = false;
            bulkhead.leave();
        } else if (turn != null) {
            // If it is too late, whoever is called gives the place back.
            bulkhead.giveUp(turn);
        }
    }

    private void stopWaiting() {
        if (patience != NO_TIMER) {
            vertx.cancelTimer(patience);
            patience = NO_TIMER;
        }
    }
}
