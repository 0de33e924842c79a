package io.lancang.kit.export;

import io.smallrye.mutiny.Multi;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.sql.JDBCType;
import java.util.List;

/**
 * Rows that are no statement's: made of what the service has in memory, for instance. They have one order, which the data give.
 *
 * @param columns their columns
 * @param pieces rows with a value for each column, some hundreds at a time, made while they are taken
 */
public record MadeRows(List<ColumnDescriptor> columns, Multi<List<Tuple>> pieces) implements RowSource {
    /** A column of texts. */
    public static ColumnDescriptor text(String name) {
        return new Column(name, JDBCType.VARCHAR);
    }

    /** A column of decimal numbers. */
    public static ColumnDescriptor number(String name) {
        return new Column(name, JDBCType.NUMERIC);
    }

    private record Column(String name, JDBCType jdbcType) implements ColumnDescriptor {
        @Override
        public boolean isArray() {
            return false;
        }

        @Override
        public String typeName() {
            return jdbcType.getName();
        }
    }
}
