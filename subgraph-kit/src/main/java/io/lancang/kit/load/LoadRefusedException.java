package io.lancang.kit.load;

import io.lancang.kit.singlefact.SingleFacts;
import io.lancang.kit.singlefact.UndoneEdit;
import java.util.List;
import java.util.stream.Collectors;

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

    static LoadRefusedException overEdits(String dataset, List<UndoneEdit> edits) {
        String listed = edits.stream()
                .limit(SingleFacts.MOST_NAMED)
                .map(UndoneEdit::toString)
                .collect(Collectors.joining("; "));
        boolean areAll = edits.size() <= SingleFacts.MOST_NAMED;
        String releases = areAll
                ? edits.stream().map(edit -> String.valueOf(edit.release())).collect(Collectors.joining(","))
                : "ALL";
        return new LoadRefusedException("The file would undo what stewards changed: " + listed
                + (areAll ? "" : "; and more") + ". Nothing was changed in " + dataset
                + ". If that is meant, send it again with overEdits=" + releases + " (--over-edits " + releases + ").");
    }

    static LoadRefusedException terms(String dataset) {
        return new LoadRefusedException(
                "Releases of " + dataset + " give names to codes that other figures use, and are not withdrawn.");
    }
}
