package io.lancang.corridor.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.vertx.mutiny.sqlclient.Row;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Comma-separated values (RFC 4180) with a header. What is not known is blank. */
record CsvFormat() implements Export.Format {
    @Override
    public String contentType() {
        return "text/csv; charset=utf-8";
    }

    @Override
    public String head(List<String> columns) {
        return line(columns);
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

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
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
