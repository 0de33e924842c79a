package io.lancang.kit.export;

import io.vertx.core.json.Json;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.util.List;
import java.util.stream.IntStream;
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
        return new Writer(IntStream.range(0, columns.size())
                .mapToObj(column -> member(column, columns.get(column).name()))
                .toArray(KeptText[]::new));
    }

    /** A member of the object of a row, with what is before it. */
    private static KeptText member(int column, String name) {
        String before = (column == 0 ? "{" : ",") + Json.encode(name) + ":";
        return new KeptText(value -> before + Writer.written(value));
    }

    private static final class Writer extends TextWriter {
        private final KeptText[] members;

        Writer(KeptText[] members) {
            this.members = members;
        }

        @Override
        protected void write(Tuple row, StringBuilder text) {
            for (int column = 0; column < members.length; column++) {
                text.append(members[column].of(row.getValue(column)));
            }
            text.append("}\n");
        }

        private static String written(@Nullable Object value) {
            return switch (value) {
                case null -> "null";
                case Number number -> Numbers.plain(number);
                case Boolean truth -> truth.toString();
                case String words when isPlain(words) -> '"' + words + '"';
                default -> Json.encode(value.toString());
            };
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
