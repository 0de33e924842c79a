package io.lancang.kit.export;

import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The rows of one statement.
 *
 * @param sql the statement; its rows have one order, which the data give, so that each reading gives the same file
 * @param parameters its parameters
 */
public record StatementRows(String sql, Tuple parameters) implements RowSource {}
