package io.lancang.kit.release;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Streams a file through its row rules into a temporary table of the transaction by COPY. Memory does not grow with
 * the file.
 */
final class Staging {
    static final String TABLE = "staged";
    static final String LINE = "line_number";
    private static final int BUFFER = 1 << 16;

    private final Connection connection;
    private final List<String> header;
    private final Dataset.Part part;
    private final RejectionReport report;

    Staging(Connection connection, List<String> header, Dataset.Part part, RejectionReport report) {
        this.connection = connection;
        this.header = header;
        this.part = part;
        this.report = report;
    }

    /** Fills the table and returns the number of its rows. Rows that break a rule are in the report instead. */
    long fill(ReleaseFile file) throws SQLException, IOException {
        String columns = String.join(", ", part.target().columns());
        try (Statement statement = connection.createStatement()) {
            // `as select` takes over the types but no constraint: rules are told by line, not by constraint name.
            statement.execute("create temp table " + TABLE + " on commit drop as select 0::bigint as " + LINE + ", "
                    + columns + " from " + part.target().table() + " with no data");
        }
        String copy = "copy " + TABLE + " (" + LINE + ", " + columns + ") from stdin with (format csv)";
        try (InputStream content = file.open();
                CsvReader<CsvRecord> reader = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .detectBomHeader(true)
                        .ofCsvRecord(content);
                OutputStream table = new BufferedOutputStream(
                        new PGCopyOutputStream(connection.unwrap(PGConnection.class), copy), BUFFER)) {
            return copyRows(reader.iterator(), table);
        }
    }

    /** Makes room for the next part. */
    void clear() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table " + TABLE);
        }
    }

    private long copyRows(Iterator<CsvRecord> records, OutputStream table) throws IOException {
        CopyRows rows = new CopyRows(table);
        try {
            if (!records.hasNext() || !hasHeader(records.next())) {
                return 0;
            }
            while (records.hasNext() && !report.isFull()) {
                copyRow(records.next(), rows);
            }
        } catch (CsvParseException malformed) {
            // Past this place the parser cannot tell where a row begins, so the report ends here.
            report.add(new Rejection(rows.line + 1, "row", "is no CSV: " + malformed.getMessage()));
        }
        return rows.count;
    }

    private boolean hasHeader(CsvRecord first) {
        if (first.getFields().equals(header)) {
            return true;
        }
        report.add(new Rejection(
                first.getStartingLineNumber(), "header", "is " + first.getFields() + " and must be " + header));
        return false;
    }

    private void copyRow(CsvRecord record, CopyRows rows) throws IOException {
        long line = record.getStartingLineNumber();
        if (record.getFieldCount() != header.size()) {
            report.add(new Rejection(
                    line, "row", "has " + record.getFieldCount() + " fields and must have " + header.size()));
            return;
        }
        try {
            rows.line = line;
            part.reader().read(new FileRow(line, header, record.getFields()), rows);
        } catch (RowRejectedException rejected) {
            report.add(rejected.rejection());
        }
        rows.flush();
    }

    /** Writes rows in COPY's CSV form: null is nothing between commas, any text is quoted. */
    private static final class CopyRows implements RowReader.Rows {
        private final OutputStream table;
        private final StringBuilder text = new StringBuilder();
        private long line;
        private long count;

        CopyRows(OutputStream table) {
            this.table = table;
        }

        @Override
        public void add(List<@Nullable String> values) {
            text.append(line);
            for (String value : values) {
                text.append(',');
                if (value != null) {
                    text.append('"').append(value.replace("\"", "\"\"")).append('"');
                }
            }
            text.append('\n');
            count++;
        }

        void flush() throws IOException {
            table.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }
    }
}
