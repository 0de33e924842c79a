package io.lancang.kit.event;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A release that is served from now on.
 *
 * @param id its number; grows in the order of publication
 * @param dataset code of its dataset
 * @param fileName name of the file
 * @param sha256 checksum of the file, empty for a withdrawal
 * @param rows how many rows the file has
 * @param added facts that it added
 * @param closed facts that it superseded
 * @param publishedAt when
 * @param withdraws number of the release that it withdraws; null for a file
 */
public record PublishedRelease(
        long id,
        String dataset,
        String fileName,
        String sha256,
        long rows,
        long added,
        long closed,
        OffsetDateTime publishedAt,
        @Nullable Long withdraws) {
    /** The columns of the table of releases that it is made of. */
    public static final String COLUMNS =
            "id, dataset, file_name, sha256, row_count, facts_added, facts_closed, loaded_at, withdraws";

    /** The release of a row with {@link #COLUMNS}. */
    public static PublishedRelease of(Row row) {
        return new PublishedRelease(
                row.getLong("id"),
                row.getString("dataset"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getLong("row_count"),
                row.getLong("facts_added"),
                row.getLong("facts_closed"),
                row.getOffsetDateTime("loaded_at"),
                row.getLong("withdraws"));
    }
}
