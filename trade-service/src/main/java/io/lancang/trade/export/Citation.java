package io.lancang.trade.export;

import java.time.OffsetDateTime;

/**
 * A release that figures of a file come from.
 *
 * @param dataset id of its dataset
 * @param title what the dataset is called
 * @param release its number
 * @param fileName the file that it was loaded from
 * @param sha256 checksum of that
 * @param loadedAt when
 * @param figures how many figures of the file
 */
record Citation(
        String dataset,
        String title,
        long release,
        String fileName,
        String sha256,
        OffsetDateTime loadedAt,
        long figures) {
    /** As a sentence. */
    String sentence() {
        return "%s (%s), release %d of %s, %s, sha256 %s: %d figures"
                .formatted(title, dataset, release, loadedAt, fileName, sha256, figures);
    }
}
