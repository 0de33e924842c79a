package io.lancang.kit.catalog;

import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.util.List;

/** Tells the types of columns as Table Schema names them. */
public final class TableFields {
    private TableFields() {}

    /** The fields of a table with the columns of a statement. */
    public static List<CatalogFile.Field> of(List<ColumnDescriptor> columns) {
        return columns.stream()
                .map(column -> new CatalogFile.Field(column.name(), typeOf(column)))
                .toList();
    }

    private static String typeOf(ColumnDescriptor column) {
        return switch (column.jdbcType()) {
            case BOOLEAN, BIT -> "boolean";
            case SMALLINT, INTEGER, BIGINT -> "integer";
            case NUMERIC, DECIMAL, REAL, DOUBLE, FLOAT -> "number";
            case DATE -> "date";
            default -> "string";
        };
    }
}
