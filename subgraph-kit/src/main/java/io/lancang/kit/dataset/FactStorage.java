package io.lancang.kit.dataset;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How a table of facts keeps its rows, as far as a load has to know. */
public interface FactStorage {
    /** One table. */
    FactStorage PLAIN = new PlainStorage() {};

    /**
     * One table with an index in space. Rows are written in an order that has nothing to do with where they are: points that
     * come one after the other along a straight line would split a page of the index for each point, which took 14 ms a point.
     */
    FactStorage IN_SPACE = new PlainStorage() {
        @Override
        public String order(List<String> key) {
            return "md5(concat_ws(' ', " + PlainStorage.super.order(key) + "))";
        }
    };

    /** Makes the place where a load's rows wait. */
    Stage begin(Connection connection, Target target) throws SQLException;

    /**
     * The order in which new rows are written, as SQL: that of the table's unique index, which keeps it small, unless there is
     * a better one.
     *
     * @param key the columns of the key
     */
    default String order(List<String> key) {
        return String.join(", ", key);
    }

    /**
     * Whether rows may be written before the number of their release is settled: no foreign key refers to the release, and rows
     * of a dataset are changed by loads of that dataset only.
     */
    default boolean isNumberedLast() {
        return false;
    }

    /** Columns of the stage beside those of the dataset that rows keep: {@link Stage#LINE} or none. */
    List<String> keptOfStage();
}
