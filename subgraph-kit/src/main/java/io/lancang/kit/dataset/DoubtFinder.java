package io.lancang.kit.dataset;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Looks at the rows of a file, once they are in their table, for what is odd and may be right nevertheless. */
@FunctionalInterface
public interface DoubtFinder {
    /** How many doubts of a file are reported. */
    int LIMIT = 100;

    /** Whether it looks before the rows are in their table, while all of them are in {@value RowCheck#STAGED}. */
    default boolean isBeforePublication() {
        return false;
    }

    /**
     * Tells what it finds, in the order of lines; what is found beyond {@value #LIMIT} is dropped. It reads
     * {@value RowCheck#STAGED} for the lines.
     */
    void find(Connection connection, Consumer<Doubt> doubts) throws SQLException;
}
