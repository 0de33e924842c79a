package io.lancang.trade.export;

import io.lancang.kit.export.CsvFormat;
import io.lancang.kit.export.ExportFormat;
import io.lancang.kit.export.MadeRows;
import io.lancang.kit.export.NdjsonFormat;
import io.lancang.kit.export.RowWriter;
import io.lancang.kit.export.TextWriter;
import io.lancang.trade.export.FlowColumn.Kind;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has the database write the lines of files of text, where no code has letters that a line would have to mark: a row is three texts then,
 * what is before the one column of any letters, that, and what is behind it. To take 18 values of each row apart and put them together again
 * takes several times as long. The file is the same.
 *
 * @param base the format, which writes the head and texts of any letters
 * @param columns those of the file
 */
record FlowLines(ExportFormat base, List<FlowColumn> columns) implements ExportFormat {
    /** Whether every code has letters that neither CSV nor JSON marks, and begins no formula. One row, one column. */
    static final String ARE_PLAIN = Stream.of(
                    "source where id", "partner where code", "dataset where code", "product where code")
            .map(codes -> "not exists (select from " + codes + " !~ '^[A-Za-z0-9][A-Za-z0-9_.:-]*$')")
            .collect(Collectors.joining(" and ", "select ", ""));

    /** Rows are small, and each reading is a way there and back. */
    private static final int ROWS_AT_ONCE = 2_000;

    /** The columns of the statement: three texts. */
    String select() {
        boolean isCsv = base instanceof CsvFormat;
        int free = columns.stream().map(FlowColumn::kind).toList().indexOf(Kind.TEXT);
        Function<FlowColumn, String> written = isCsv ? FlowLines::ofCsv : FlowLines::ofJson;
        List<String> before = columns.subList(0, free).stream().map(written).toList();
        List<String> behind =
                columns.subList(free + 1, columns.size()).stream().map(written).toList();
        return isCsv
                ? "select concat(" + String.join(", ',', ", before) + ", ','), "
                        + columns.get(free).sql() + ", concat(',', " + String.join(", ',', ", behind) + ", E'\\r\\n')"
                : "select concat('{', " + String.join(", ',', ", before) + ", ',"
                        + name(columns.get(free)) + "'), " + columns.get(free).sql()
                        + ", concat(',', " + String.join(", ',', ", behind) + ", E'}\\n')";
    }

    /** What is not known is blank, which is what {@code concat} makes of null. */
    private static String ofCsv(FlowColumn column) {
        return switch (column.kind()) {
            case CODE, NUMBER, TEXT -> column.sql();
            case TRUTH -> "case " + column.sql() + " when true then 'true' when false then 'false' end";
        };
    }

    private static String ofJson(FlowColumn column) {
        String value = switch (column.kind()) {
            case CODE -> "coalesce('\"' || " + column.sql() + " || '\"', 'null')";
            case NUMBER, TEXT -> "coalesce(" + column.sql() + "::text, 'null')";
            case TRUTH -> "case " + column.sql() + " when true then 'true' when false then 'false' else 'null' end";
        };
        return "'" + name(column) + "', " + value;
    }

    private static String name(FlowColumn column) {
        return "\"" + column.name() + "\":";
    }

    @Override
    public String contentType() {
        return base.contentType();
    }

    @Override
    public int rowsAtOnce() {
        return ROWS_AT_ONCE;
    }

    @Override
    public RowWriter writer(List<ColumnDescriptor> texts) {
        RowWriter written = base.writer(
                columns.stream().map(column -> MadeRows.text(column.name())).toList());
        return new TextWriter() {
            @Override
            public Buffer head() {
                return written.head();
            }

            @Override
            protected void write(Tuple row, StringBuilder text) {
                text.append(row.getString(0));
                append(row.getString(1), text);
                text.append(row.getString(2));
            }
        };
    }

    private void append(@Nullable String words, StringBuilder text) {
        switch (base) {
            case CsvFormat csv -> csv.append(words, text);
            case NdjsonFormat _ -> NdjsonFormat.append(words, text);
            default -> throw new IllegalStateException(base + " has no lines");
        }
    }
}
