package io.lancang.kit.export;

import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.util.List;

/** How rows become a file. */
public interface ExportFormat {
    /** The media type. */
    String contentType();

    /** Begins a file with the columns of its statement. */
    RowWriter writer(List<ColumnDescriptor> columns);

    /** How many rows are read and written at once: fewer where rows are large, since so many are in memory. */
    default int rowsAtOnce() {
        return 500;
    }
}
