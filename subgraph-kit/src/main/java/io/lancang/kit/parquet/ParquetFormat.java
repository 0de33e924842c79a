package io.lancang.kit.parquet;

import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import io.lancang.kit.export.ExportFormat;
import io.lancang.kit.export.RowWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Apache Parquet. Texts are UTF-8, numbers that are not whole are decimals, and what is not known is null. Notes are in the footer,
 * under the key {@code notes}.
 *
 * @param notes what there is to say about the file, such as what it cites
 */
public record ParquetFormat(List<String> notes) implements ExportFormat {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    /** Rows of a group: their values wait in memory, which takes about a megabyte. */
    private static final int GROUP = 10_000;

    @Override
    public String contentType() {
        return "application/vnd.apache.parquet";
    }

    @Override
    public RowWriter writer(List<ColumnDescriptor> columns) {
        ZstdJavaCompressor compressor = new ZstdJavaCompressor();
        return new Writer(columns.stream()
                .map(column -> new Column(column.name(), ColumnType.of(column), compressor))
                .toList());
    }

    private record Group(List<Column.Chunk> chunks, int rows) {
        long plainSize() {
            return chunks.stream().mapToLong(Column.Chunk::plainSize).sum();
        }
    }

    private final class Writer implements RowWriter {
        private final List<Column> columns;
        private final List<Group> groups = new ArrayList<>();
        private long position;
        private long rows;
        private int waiting;

        Writer(List<Column> columns) {
            this.columns = columns;
        }

        /** It comes with the first group, so that what cannot be written is refused before anything is sent, where files are small. */
        @Override
        public Buffer head() {
            return Buffer.buffer(0);
        }

        @Override
        public boolean isWork() {
            return true;
        }

        @Override
        public Buffer rows(Iterable<? extends Tuple> more) {
            Buffer groups = Buffer.buffer(0);
            for (Tuple row : more) {
                for (int column = 0; column < columns.size(); column++) {
                    columns.get(column).add(row.getValue(column));
                }
                waiting++;
                // As many in each group, however many rows come at once.
                if (waiting == GROUP) {
                    groups.appendBuffer(sent(group()));
                }
            }
            return groups;
        }

        private Bytes group() {
            Bytes bytes = new Bytes();
            if (position == 0) {
                bytes.add(MAGIC);
            }
            if (waiting > 0) {
                List<Column.Chunk> chunks = new ArrayList<>();
                for (Column column : columns) {
                    chunks.add(column.write(bytes, position + bytes.length()));
                }
                groups.add(new Group(chunks, waiting));
                rows += waiting;
                waiting = 0;
            }
            return bytes;
        }

        private Buffer sent(Bytes bytes) {
            position += bytes.length();
            return Buffer.buffer(bytes.toArray());
        }

        @Override
        public Buffer tail() {
            Bytes bytes = group();
            Bytes footer = new Bytes();
            Thrift.struct(footer, this::describe);
            return sent(
                    bytes.add(footer).addFixed(footer.length(), Integer.BYTES).add(MAGIC));
        }

        private void describe(Thrift file) {
            List<Consumer<Thrift>> schema = new ArrayList<>();
            schema.add(root -> root.text(4, "schema").number(5, columns.size()));
            columns.forEach(column -> schema.add(column::describe));
            file.number(1, 2)
                    .structs(2, schema, (to, each) -> each.accept(to))
                    .count(3, rows)
                    .structs(
                            4,
                            groups,
                            (to, group) -> to.structs(1, group.chunks(), (chunkTo, chunk) -> chunk.describe(chunkTo))
                                    .count(2, group.plainSize())
                                    .count(3, group.rows()))
                    .structs(
                            5,
                            List.of(String.join("\n", notes)),
                            (to, all) -> to.text(1, "notes").text(2, all))
                    .text(6, "lancang");
        }
    }
}
