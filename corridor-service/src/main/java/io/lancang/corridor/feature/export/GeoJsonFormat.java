package io.lancang.corridor.feature.export;

import io.lancang.kit.export.ExportFormat;
import io.lancang.kit.export.RowWriter;
import io.lancang.kit.export.TextWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.util.List;

/** A feature collection (RFC 7946); the first column of each row is a feature as text. */
record GeoJsonFormat() implements ExportFormat {
    @Override
    public String contentType() {
        return "application/geo+json";
    }

    @Override
    public RowWriter writer(List<ColumnDescriptor> columns) {
        return new Writer();
    }

    /** A feature has the points of a line, which take up to a quarter of a megabyte. */
    @Override
    public int rowsAtOnce() {
        return 25;
    }

    private static final class Writer extends TextWriter {
        private boolean isBegun;

        @Override
        public Buffer head() {
            return Buffer.buffer("{\"type\":\"FeatureCollection\",\"features\":[\n");
        }

        @Override
        protected void write(Tuple row, StringBuilder text) {
            text.append(isBegun ? ",\n" : "").append(row.getString(0));
            isBegun = true;
        }

        @Override
        public Buffer tail() {
            return Buffer.buffer("\n]}\n");
        }
    }
}
