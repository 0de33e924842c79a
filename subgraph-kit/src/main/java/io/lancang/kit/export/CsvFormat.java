package io.lancang.kit.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.lancang.kit.text.Cell;
import io.vertx.mutiny.sqlclient.Row;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
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
    public String head(List<String> columns) {
        StringBuilder head = new StringBuilder();
        for (String comment : comments) {
            // A line break within would begin a line that is no comment.
            String line = comment.replaceAll("\\R", " ");
            head.append("# ")
                    .append(spreadsheetSafe ? Cell.safeLine(line) : line)
                    .append("\r\n");
        }
        return head + line(columns);
    }

    @Override
    public String row(Row row, boolean isFirst) {
        List<String> fields = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            fields.add(text(row.getValue(column)));
        }
        return line(fields);
    }

    @Override
    public String tail() {
        return "";
    }

    private String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case String text -> spreadsheetSafe ? Cell.safe(text) : Cell.plain(text);
            default -> value.toString();
        };
    }

    private static String line(List<String> fields) {
        StringWriter line = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(line)) {
            writer.writeRecord(fields);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }
}
