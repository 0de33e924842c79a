package io.lancang.corridor.feature.export;

import io.lancang.kit.export.ExportFormat;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;

/** A feature collection (RFC 7946); the first column of each row is a feature as text. */
record GeoJsonFormat() implements ExportFormat {
    @Override
    public String contentType() {
        return "application/geo+json";
    }

    @Override
    public String head(List<String> columns) {
        return "{\"type\":\"FeatureCollection\",\"features\":[\n";
    }

    @Override
    public String row(Row row, boolean isFirst) {
        return (isFirst ? "" : ",\n") + row.getString(0);
    }

    /** A feature has the points of a line, which take up to a quarter of a megabyte. */
    @Override
    public int rowsAtOnce() {
        return 25;
    }

    @Override
    public String tail() {
        return "\n]}\n";
    }
}
