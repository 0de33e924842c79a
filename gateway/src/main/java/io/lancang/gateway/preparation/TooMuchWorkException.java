package io.lancang.gateway.preparation;

/** More work waits already than may. */
public final class TooMuchWorkException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int maximum;
    private final int maximumPerClient;

    TooMuchWorkException(WaitingWork.Bounds bounds) {
        super("more than " + bounds.count() + " tasks wait", null, false, false);
        this.maximum = bounds.count();
        this.maximumPerClient = bounds.countPerClient();
    }

    /** How many tasks may wait. */
    public int maximum() {
        return maximum;
    }

    /** How many tasks of one client may wait. */
    public int maximumPerClient() {
        return maximumPerClient;
    }
}
