package io.lancang.kit.release;

/** A load or a withdrawal cannot be done now, for a reason that is no fault of a file. Nothing was changed. */
public final class LoadRefusedException extends RuntimeException {
    private LoadRefusedException(String message) {
        super(message, null, false, false);
    }

    static LoadRefusedException running(String dataset) {
        return new LoadRefusedException("Another release of " + dataset + " is being loaded or withdrawn.");
    }

    static LoadRefusedException notCurrent(String dataset, long release) {
        return new LoadRefusedException(
                "Release " + release + " is not the latest of " + dataset + ", and later ones build on it.");
    }

    static LoadRefusedException builtUpon(String dataset, long release) {
        return new LoadRefusedException("Single facts were changed since release " + release + " of " + dataset
                + ", and would be lost with it. Load a corrected file instead.");
    }

    static LoadRefusedException unconfirmed(String dataset, String losses) {
        return new LoadRefusedException(losses + " Nothing was changed in " + dataset
                + ". If that is meant, send it again with confirm=true (--confirm).");
    }

    static LoadRefusedException terms(String dataset) {
        return new LoadRefusedException(
                "Releases of " + dataset + " give names to codes that other figures use, and are not withdrawn.");
    }
}
