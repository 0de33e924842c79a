package io.lancang.kit.export;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Map;

/**
 * A file that is made of the rows of one statement.
 *
 * @param name name of the file, as a client may save it
 * @param sql the statement
 * @param parameters its parameters
 * @param format how its rows are written
 * @param headers further headers of the answer
 */
public record Export(String name, String sql, Tuple parameters, ExportFormat format, Map<String, String> headers) {
    /** A file of a statement without parameters. */
    public Export(String name, String sql, ExportFormat format) {
        this(name, sql, Tuple.tuple(), format, Map.of());
    }
}
