package io.lancang.kit.dataset;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** A rule that needs more than one row, or rows of other files. */
@FunctionalInterface
public interface RowCheck {
    /** The temporary table of the file's rows, with the columns of the target and {@value #LINE}. */
    String STAGED = Stage.TABLE;

    /** The column of {@value #STAGED} with the line of the file. */
    String LINE = Stage.LINE;

    /**
     * Tells every row that breaks the rule, before anything is published.
     *
     * @param replacement what the rows will take the place of
     */
    void check(Connection connection, Replacement replacement, Consumer<Rejection> rejections) throws SQLException;
}
