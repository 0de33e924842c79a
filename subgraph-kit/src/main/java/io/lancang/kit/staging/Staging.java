package io.lancang.kit.staging;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.LoadProgress;
import io.lancang.kit.dataset.Rejection;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.dataset.RowRejectedException;
import io.lancang.kit.dataset.Stage;
import io.lancang.kit.text.UnreadableTextException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/**
 * Streams a file through its row rules into the stage of its table by COPY. Memory does not grow with
 * the file.
 */
public final class Staging {
    private static final int ROWS_BETWEEN_REPORTS = 50_000;
    private static final int MOST_COLUMNS = 1_000;
    private static final Pattern STARTING_LINE = Pattern.compile("starting at line (\\d{1,18})");

    private final Connection connection;
    private final List<String> header;
    private final Dataset.Part part;
    private final RejectionReport report;
    private final LoadProgress progress;
    private final int longestRow;
    private final char delimiter;
    private final Stage stage;
    private final Set<String> refused = new HashSet<>();
    private long skipped;
    private boolean isComplete;

    public Staging(
            Connection connection,
            List<String> header,
            Dataset.Part part,
            RejectionReport report,
            LoadProgress progress,
            ReleaseFile file)
            throws SQLException {
        this.connection = connection;
        this.header = header;
        this.part = part;
        this.report = report;
        this.progress = progress;
        this.longestRow = file.longestRow();
        this.delimiter = file.delimiter();
        this.stage = part.target().storage().begin(connection, part.target());
    }

    /** Where the rows are. */
    public Stage stage() {
        return stage;
    }

    /** Fills the table and returns the number of its rows. Rows that break a rule are in the report instead. */
    public long fill(InputStream content) throws SQLException, IOException {
        String copy = "copy " + stage.copyTarget() + " (" + Stage.LINE + ", "
                + String.join(", ", part.target().columns()) + ") from stdin";
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true)
                .maxBufferSize(longestRow)
                .build(records(), content);
        try (CopyRows rows = new CopyRows(part, stage, new CopyStream(connection.unwrap(PGConnection.class), copy))) {
            return copyRows(reader.iterator(), rows);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** What a record may be: more is a file without ends of rows, or with a quote that never closes. */
    private CsvRecordHandler records() {
        return CsvRecordHandler.builder()
                .maxFields(MOST_COLUMNS)
                .maxFieldSize(longestRow)
                .maxRecordSize(longestRow)
                .build();
    }

    /** The number of rows of the file that gave none to the table. */
    public long skipped() {
        return skipped;
    }

    /** Whether the file was read to its end. */
    public boolean isComplete() {
        return isComplete;
    }

    /** The keys of the rows that are in the report instead, of a part whose key is one column of the file. */
    public Set<String> refused() {
        return refused;
    }

    private long copyRows(Iterator<CsvRecord> records, CopyRows rows) {
        try {
            if (!records.hasNext() || !hasHeader(records.next())) {
                return 0;
            }
            Map<String, Integer> places = new HashMap<>();
            header.forEach(column -> places.put(column, places.size()));
            while (records.hasNext() && !report.isFull()) {
                copyRow(new FileRow(places, records.next()), rows);
            }
            isComplete = !records.hasNext();
        } catch (CsvParseException malformed) {
            report(malformed, rows.line() + 1);
        } catch (UnreadableTextException unreadable) {
            report.add(new Rejection(unreadable.line(), "row", unreadable.reason()));
        }
        skipped = rows.skipped();
        return rows.count();
    }

    /**
     * The parser wraps whatever the reading of bytes throws, which has its own line or its own answer. Past the place of a
     * fault it cannot tell where a row begins, so the report ends here.
     */
    private void report(CsvParseException malformed, long nextLine) {
        switch (malformed.getCause()) {
            case UnreadableTextException unreadable ->
                report.add(new Rejection(unreadable.line(), "row", unreadable.reason()));
            case RuntimeException refused -> throw refused;
            case null, default -> {
                String message = String.valueOf(malformed.getMessage());
                report.add(new Rejection(lineOf(message).orElse(nextLine), "row", "is no CSV: " + message));
            }
        }
    }

    /** The parser names the line where a row begins that has no end, which is past any number of empty lines. */
    private static OptionalLong lineOf(String message) {
        Matcher line = STARTING_LINE.matcher(message);
        return line.find() ? OptionalLong.of(Long.parseLong(line.group(1))) : OptionalLong.empty();
    }

    private boolean hasHeader(CsvRecord first) {
        if (!first.getFields().equals(header)) {
            reject(first, "is " + first.getFields() + " and must be " + header);
            return false;
        }
        Set<String> known = new HashSet<>();
        for (String column : header) {
            String name = column.strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !known.add(name)) {
                reject(first, "has the column '" + column + "' twice; nothing tells which one counts");
                return false;
            }
        }
        return true;
    }

    private void reject(CsvRecord header, String reason) {
        report.add(new Rejection(header.getStartingLineNumber(), "header", reason));
    }

    private void copyRow(FileRow row, CopyRows rows) {
        rows.begin(row);
        if (!row.fits(header.size())) {
            String reason = "has " + row.fieldCount() + " fields and must have " + header.size();
            refuse(row, List.of(new Rejection(row.line(), "row", reason)));
            return;
        }
        try {
            part.reader().read(row, rows);
            refuse(row, row.faults());
        } catch (RowRejectedException rejected) {
            // What follows from a cell that is wrong already may be right.
            refuse(row, row.isSound() ? List.of(rejected.rejection()) : row.faults());
        }
        if (row.line() % ROWS_BETWEEN_REPORTS == 0) {
            progress.at(LoadProgress.Phase.READING, row.line() - 1);
        }
    }

    private void refuse(FileRow row, List<Rejection> faults) {
        faults.forEach(report::add);
        List<String> key = part.target().key();
        if (!faults.isEmpty() && key.size() == 1) {
            row.asFarAsItGoes(part.fileColumn(key.getFirst())).ifPresent(refused::add);
        }
    }
}
