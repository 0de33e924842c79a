package io.lancang.corridor.export;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;

/**
 * A file that is made of the rows of one statement.
 *
 * @param name name of the file, as it stands in the address
 * @param sql the statement
 * @param format how its rows are written
 */
record Export(String name, String sql, Format format) {
    /** How rows become a file. The texts are written one after the other: the head, each row, the tail. */
    sealed interface Format permits CsvFormat, GeoJsonFormat {
        String contentType();

        /** The beginning; {@code columns} are those of the statement. */
        String head(List<String> columns);

        /**
         * One row.
         *
         * @param isFirst whether no row was written before
         */
        String row(Row row, boolean isFirst);

        String tail();
    }
}
