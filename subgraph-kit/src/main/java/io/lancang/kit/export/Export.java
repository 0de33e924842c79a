package io.lancang.kit.export;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Map;

/**
 * How a file is made of rows.
 *
 * @param rows where they are from
 * @param format how they are written
 * @param headers further headers of the answer
 */
public record Export(RowSource rows, ExportFormat format, Map<String, String> headers) {
    /** Of the rows of one statement. */
    public Export(String sql, Tuple parameters, ExportFormat format, Map<String, String> headers) {
        this(new StatementRows(sql, parameters), format, headers);
    }
}
