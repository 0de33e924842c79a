package io.lancang.gateway.telemetry;

/** Whether a subgraph is asked. */
public enum BreakerState {
    /** It is. */
    CLOSED(0),
    /** A few requests probe whether it answers again. */
    HALF_OPEN(1),
    /** It is not, because most of its latest requests failed. */
    OPEN(2);

    private final int value;

    BreakerState(int value) {
        this.value = value;
    }

    /** The value of the gauge. */
    public int value() {
        return value;
    }
}
