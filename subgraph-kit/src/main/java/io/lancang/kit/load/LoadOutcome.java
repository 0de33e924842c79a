package io.lancang.kit.load;

import io.lancang.kit.dataset.ReleaseRejectedException;

/** How a load ended. The names in lower case are values of the metrics' tag {@code outcome}. */
enum LoadOutcome {
    /** A release was published. */
    LOADED,
    /** The content was there already. */
    UNCHANGED,
    /** A dry run found no fault. */
    CHECKED,
    /** The file has bad rows. */
    REJECTED,
    /** It was not tried: another load of the dataset ran, or its terms do not allow it. */
    REFUSED,
    /** The database or the transfer failed. */
    FAILED;

    static LoadOutcome of(LoadResult result) {
        return switch (result) {
            case LoadResult.Loaded loaded -> LOADED;
            case LoadResult.Unchanged unchanged -> UNCHANGED;
            case LoadResult.Checked checked -> CHECKED;
        };
    }

    static LoadOutcome of(Exception failure) {
        return switch (failure) {
            case ReleaseRejectedException rejected -> REJECTED;
            case LoadRefusedException refused -> REFUSED;
            default -> FAILED;
        };
    }
}
