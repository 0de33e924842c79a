package io.lancang.kit.export;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;

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
    public String head(List<String> columns) {
        return "";
    }

    @Override
    public String row(Row row, boolean isFirst) {
        JsonObject object = new JsonObject();
        for (int column = 0; column < row.size(); column++) {
            object.put(row.getColumnName(column), row.getValue(column));
        }
        return object.encode() + "\n";
    }

    @Override
    public String tail() {
        return "";
    }
}
