package io.lancang.kit.staging;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.Rejection;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.RowRejectedException;
import io.lancang.kit.dataset.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows that the lines of a file give, sees to it that each has its place in the stage, and copies them there.
 * Belongs to one load and one thread.
 */
final class CopyRows implements RowReader.Rows, AutoCloseable {
    private final int keys;
    private final Stage stage;
    private final CopyStream stream;
    private @Nullable FileRow row;
    private long line;
    private long count;
    private long skipped;
    private boolean hasGiven = true;

    /** @param stream closed with this */
    CopyRows(Dataset.Part part, Stage stage, CopyStream stream) {
        this.keys = part.target().key().size();
        this.stage = stage;
        this.stream = stream;
    }

    /** The rows that follow are made of this row of the file. */
    void begin(FileRow next) {
        countSkipped();
        row = next;
        line = next.line();
        hasGiven = false;
    }

    long line() {
        return line;
    }

    /** The number of rows that were added. */
    long count() {
        return count;
    }

    /** The number of rows of the file that gave none, up to the one that was begun last. */
    long skipped() {
        countSkipped();
        return skipped;
    }

    private void countSkipped() {
        if (!hasGiven) {
            skipped++;
            hasGiven = true;
        }
    }

    /** @throws UncheckedIOException if the database does not take it */
    @Override
    public void add(List<@Nullable String> values) {
        if (row != null && !row.isSound()) {
            // It has values that stand for what is wrong.
            return;
        }
        checkKeys(values);
        try {
            if (!stage.hasPlaceFor(values)) {
                stream.end();
                stage.makePlaceFor(values);
            }
            stream.write(line, values);
        } catch (SQLException failure) {
            throw new UncheckedIOException(new IOException("A row cannot be copied", failure));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        count++;
        hasGiven = true;
    }

    /** The columns of the key come first. */
    private void checkKeys(List<@Nullable String> values) {
        for (int place = 0; place < keys; place++) {
            String value = values.get(place);
            if (value != null && value.length() > FileRow.LONGEST_KEY) {
                // Each part of a dataset has a name of its own for it, and the row is reported once.
                throw new RowRejectedException(new Rejection(
                        line,
                        "row",
                        "has a key of " + value.length() + " characters, which may have " + FileRow.LONGEST_KEY));
            }
        }
    }

    @Override
    public void close() throws IOException {
        stream.end();
    }
}
