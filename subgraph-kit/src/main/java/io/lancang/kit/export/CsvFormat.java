package io.lancang.kit.export;

import io.lancang.kit.text.Cell;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values (RFC 4180) with a header. What is not known is blank.
 *
 * @param comments lines before the header, each marked as a comment by {@code #}
 * @param spreadsheetSafe whether texts that a spreadsheet would run as formulas are kept from it, as {@link Cell} does
 */
public record CsvFormat(List<String> comments, boolean spreadsheetSafe) implements ExportFormat {
    /** Values and header alone. */
    public CsvFormat(boolean spreadsheetSafe) {
        this(List.of(), spreadsheetSafe);
    }

    @Override
    public String contentType() {
        return "text/csv; charset=utf-8";
    }

    @Override
    public RowWriter writer(List<ColumnDescriptor> columns) {
        return new Writer(columns);
    }

    private final class Writer extends TextWriter {
        private final List<ColumnDescriptor> columns;
        private final List<KeptText> cells;

        Writer(List<ColumnDescriptor> columns) {
            this.columns = columns;
            this.cells =
                    columns.stream().map(column -> new KeptText(this::cell)).toList();
        }

        @Override
        public Buffer head() {
            StringBuilder head = new StringBuilder();
            for (String comment : comments) {
                // A line break within would begin a line that is no comment.
                String line = comment.replaceAll("\\R", " ");
                head.append("# ")
                        .append(spreadsheetSafe ? Cell.safeLine(line) : line)
                        .append("\r\n");
            }
            for (int column = 0; column < columns.size(); column++) {
                begin(column, head);
                head.append(quoted(columns.get(column).name()));
            }
            return Buffer.buffer(head.append("\r\n").toString());
        }

        @Override
        protected void write(Tuple row, StringBuilder text) {
            for (int column = 0; column < cells.size(); column++) {
                begin(column, text);
                text.append(cells.get(column).of(row.getValue(column)));
            }
            text.append("\r\n");
        }

        private static void begin(int column, StringBuilder text) {
            if (column > 0) {
                text.append(',');
            }
        }

        private String cell(@Nullable Object value) {
            return switch (value) {
                case null -> "";
                case String words -> quoted(spreadsheetSafe ? Cell.safe(words) : Cell.plain(words));
                case Number number -> Numbers.plain(number);
                default -> quoted(value.toString());
            };
        }

        private static String quoted(String field) {
            return isPlain(field) ? field : '"' + field.replace("\"", "\"\"") + '"';
        }

        private static boolean isPlain(String field) {
            for (int at = 0; at < field.length(); at++) {
                switch (field.charAt(at)) {
                    case ',', '"', '\r', '\n', '#' -> {
                        return false;
                    }
                    default -> {}
                }
            }
            return true;
        }
    }
}
