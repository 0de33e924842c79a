package io.lancang.gateway.preparation;

/** More work waits already than may. */
public final class TooMuchWorkException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int maximum;

    TooMuchWorkException(int maximum) {
        super("more than " + maximum + " tasks wait", null, false, false);
        this.maximum = maximum;
    }

    /** How many tasks may wait. */
    public int maximum() {
        return maximum;
    }
}
