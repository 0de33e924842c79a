package io.lancang.gateway.subgraph.resilience;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the latest hedges were worth their requests. Where answers are late because everything is busy, the second request comes no
 * sooner and makes matters worse; where single answers hang, it nearly always wins. Thread-safe.
 */
final class HedgeWorth {
    private static final int ALL = 1000;
    private static final int ENOUGH = 250;
    /** How many of the latest hedges count, about. */
    private static final int LATEST = 16;

    private static final int USUAL_COST = 1;
    private static final int COST_IN_VAIN = 10;

    /** The share that won, in thousandths; each hedge counts more than the one before it. */
    private final AtomicInteger won = new AtomicInteger(ALL);

    void won() {
        won.updateAndGet(share -> share + (ALL - share) / LATEST);
    }

    void lost() {
        won.updateAndGet(share -> share - share / LATEST);
    }

    /** How many requests of the budget the next hedge takes: more while fewer than one in four of the latest won. */
    int cost() {
        return won.get() >= ENOUGH ? USUAL_COST : COST_IN_VAIN;
    }
}
