package io.lancang.kit.dataset;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of one part of a load wait until they are published, within the transaction of the load. They are read
 * under the name {@value #TABLE}. Belongs to one load and one thread.
 */
public interface Stage {
    /** The relation that has the rows which wait. */
    String TABLE = "staged";

    /** The column that has the line of the file which gave the row, a whole number of any width. */
    String LINE = "line_number";

    /** The table that rows are copied to. */
    String copyTarget();

    /** Whether there is a place for a row. Asked for every row, so it must be quick. */
    boolean hasPlaceFor(List<@Nullable String> row);

    /** Makes a place for rows like this one. No row is being copied meanwhile. */
    void makePlaceFor(List<@Nullable String> row) throws SQLException;

    /**
     * Takes those rows from {@value #TABLE} that are published as they are, because there is nothing yet to compare them
     * with.
     *
     * @return their number
     */
    long takeNew() throws SQLException;

    /** Makes ready what {@link #takeNew} took, and tells how far it is; fails with a unique violation if it has a key twice. */
    void prepareNew(LoadProgress progress) throws SQLException;

    /** Ends the waiting of rows, and makes room for the next part. What {@link #takeNew} took stays. */
    void clear() throws SQLException;

    /** Publishes what {@link #takeNew} took. The last step, and a short one: other releases wait for it. */
    void publishNew(long release) throws SQLException;
}
