package io.lancang.kit.release;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What follows from the rows of a dataset, such as sums, and is brought up to date by the release that changes them. */
@FunctionalInterface
public interface Derivation {
    /**
     * The temporary table with one row for every slice of the target in which the release added or closed a row; of a
     * dataset with several tables, of the last one if that has slices.
     */
    String CHANGED = "changed_slice";

    /**
     * Runs in the transaction of the release, after its rows are in their table. It reads {@value #CHANGED}, whose
     * columns are those of {@link Target.Facts#slice()}, and must leave alone what did not change.
     *
     * @param release the number of the release
     */
    void derive(Connection connection, long release) throws SQLException;

    /** The tables that it keeps. */
    default List<String> tables() {
        return List.of();
    }
}
