package io.lancang.kit.dataset;

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
     * The temporary table with the keys ({@link Target.Facts#key()}) of the rows that the release added or closed, up to
     * {@value #MOST_ROWS}; a row of nulls says that there are others, too.
     */
    String CHANGED_ROWS = "changed_row";

    /** How many rows {@value #CHANGED_ROWS} names: more are no small part of a slice. */
    int MOST_ROWS = 1000;

    /**
     * Runs in the transaction of the release, after its rows are in their table. It reads {@value #CHANGED}, whose
     * columns are those of {@link Target.Facts#slice()}, may read {@value #CHANGED_ROWS}, and must leave alone what did not change.
     *
     * @param release the number of the release
     */
    void derive(Connection connection, long release) throws SQLException;

    /**
     * Gives what {@link #derive} wrote another number. To be done where a dataset is numbered last
     * ({@link FactStorage#isNumberedLast}).
     *
     * @param from the number that was given to {@link #derive}, or to this before
     * @param to the number of the release
     */
    default void renumber(Connection connection, long from, long to) throws SQLException {
        throw new IllegalStateException(this + " is settled when it is written.");
    }

    /**
     * Brings what {@link #derive} made into its tables, where that was left for the last moment. Other releases wait for it.
     */
    default void complete(Connection connection) throws SQLException {
        // Nearly everything is in its table when it is written.
    }

    /** The tables that it keeps. */
    default List<String> tables() {
        return List.of();
    }
}
