package io.lancang.kit.export;

import io.vertx.core.json.Json;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line, each with all columns. There is no line that is no row, since tools read every line into the
 * same table. Numbers are exact; what is not known is null.
 */
public record NdjsonFormat() implements ExportFormat {
    @Override
    public String contentType() {
        return "application/x-ndjson";
    }

    @Override
    public RowWriter writer(List<ColumnDescriptor> columns) {
        return new Writer(
                columns.stream().map(column -> Json.encode(column.name()) + ":").toArray(String[]::new));
    }

    /** Adds a text to a line; null if it is not known. */
    public static void append(@Nullable String words, StringBuilder text) {
        Writer.append((@Nullable Object) words, text);
    }

    private static final class Writer extends TextWriter {
        private final String[] names;

        Writer(String[] names) {
            this.names = names;
        }

        @Override
        protected void write(Tuple row, StringBuilder text) {
            for (int column = 0; column < names.length; column++) {
                text.append(column == 0 ? '{' : ',').append(names[column]);
                append(row.getValue(column), text);
            }
            text.append("}\n");
        }

        private static void append(@Nullable Object value, StringBuilder text) {
            switch (value) {
                case null -> text.append("null");
                case Number number -> text.append(Numbers.plain(number));
                case Boolean truth -> text.append(truth);
                case String words
                when isPlain(words) -> text.append('"').append(words).append('"');
                default -> text.append(Json.encode(value.toString()));
            }
        }

        /** Most texts are codes, which JSON writes as they are. */
        private static boolean isPlain(String words) {
            for (int at = 0; at < words.length(); at++) {
                char letter = words.charAt(at);
                if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\') {
                    return false;
                }
            }
            return true;
        }
    }
}
