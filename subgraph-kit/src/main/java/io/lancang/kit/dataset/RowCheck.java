package io.lancang.kit.dataset;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;

/** A rule that needs more than one row, or rows of other files. */
@FunctionalInterface
public interface RowCheck {
    /** The temporary table of the file's rows, with the columns of the target and {@value #LINE}. */
    String STAGED = Stage.TABLE;

    /** The column of {@value #STAGED} with the line of the file. */
    String LINE = Stage.LINE;

    /**
     * What there is besides the rows that wait.
     *
     * @param replacement what the rows will take the place of
     * @param refused the keys of rows of the file that are wrong by themselves, and so are not in {@value #STAGED}: what rests on
     *     one of them is not at fault. At most as many as rows are reported
     */
    record Beside(Replacement replacement, Set<String> refused) {
        public Beside {
            refused = Set.copyOf(refused);
        }
    }

    /** Tells every row that breaks the rule, before anything is published. */
    void check(Connection connection, Beside beside, Consumer<Rejection> rejections) throws SQLException;
}
