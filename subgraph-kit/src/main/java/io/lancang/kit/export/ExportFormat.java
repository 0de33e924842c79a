package io.lancang.kit.export;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;

/** How rows become a file. The texts are written one after the other: the head, each row, the tail. */
public interface ExportFormat {
    /** The media type. */
    String contentType();

    /** The beginning; {@code columns} are those of the statement. */
    String head(List<String> columns);

    /**
     * One row.
     *
     * @param isFirst whether no row was written before
     */
    String row(Row row, boolean isFirst);

    /** How many rows are read and written at once: fewer where rows are large, since so many are in memory. */
    default int rowsAtOnce() {
        return 500;
    }

    /** The end. */
    String tail();
}
