package io.lancang.trade.export;

import io.lancang.kit.export.ExportFormat;
import io.lancang.kit.export.MadeRows;
import io.lancang.kit.export.RowWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Has a format write figures as files tell them, of rows as the table has them.
 *
 * @param base the format
 * @param columns those of the file, and of the statement
 */
record FlowFormat(ExportFormat base, List<FlowColumn> columns) implements ExportFormat {
    @Override
    public String contentType() {
        return base.contentType();
    }

    @Override
    public int rowsAtOnce() {
        return base.rowsAtOnce();
    }

    @Override
    public RowWriter writer(List<ColumnDescriptor> found) {
        RowWriter written = base.writer(IntStream.range(0, columns.size())
                .mapToObj(column -> described(columns.get(column), found.get(column)))
                .toList());
        FlowRows told = new FlowRows(columns);
        return new RowWriter() {
            @Override
            public Buffer head() {
                return written.head();
            }

            @Override
            public Buffer rows(Iterable<? extends Tuple> rows) {
                return written.rows(told.of(rows));
            }

            @Override
            public Buffer tail() {
                return written.tail();
            }

            @Override
            public boolean isWork() {
                return written.isWork();
            }
        };
    }

    private static ColumnDescriptor described(FlowColumn column, ColumnDescriptor found) {
        return column.words() == null ? found : MadeRows.text(column.name());
    }
}
