package io.lancang.kit.load;

/** Says when a load takes away far more than it brings, which is seldom meant. */
final class Losses {
    /** So few rows are soon loaded again. */
    private static final long FEW = 20;

    private static final long FACTOR = 2;

    private Losses() {}

    /** Whether somebody has to confirm the change: it closes more than 20 rows, and more than twice as many as it adds. */
    static boolean areLarge(Publication.Change change) {
        return change.closed() > FEW && change.closed() > FACTOR * change.added();
    }

    /** What happens, in a sentence. */
    static String describe(Publication.Change change) {
        return "The file closes " + change.closed() + " rows and adds " + change.added() + ".";
    }
}
