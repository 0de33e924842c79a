package io.lancang.federation.differential.run;

/** There is nothing to ask, since the federation differs from the whole already. */
public final class DifferenceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Difference difference;

    DifferenceException(Difference difference, Throwable cause) {
        super(difference.explanation(), cause);
        this.difference = difference;
    }

    DifferenceException(Difference difference) {
        super(difference.explanation());
        this.difference = difference;
    }

    public Difference difference() {
        return difference;
    }
}
