package io.lancang.kit.export;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Map;

/**
 * How a file is made of the rows of one statement.
 *
 * @param sql the statement; its rows have one order, which the data give, so that each reading gives the same file
 * @param parameters its parameters
 * @param format how its rows are written
 * @param headers further headers of the answer
 */
public record Export(String sql, Tuple parameters, ExportFormat format, Map<String, String> headers) {}
