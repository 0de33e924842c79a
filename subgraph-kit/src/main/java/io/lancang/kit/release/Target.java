package io.lancang.kit.release;

import java.util.List;
import java.util.stream.Stream;

/** The table that a dataset's rows go to. Names are written into SQL as they are: they come from code, never from input. */
public sealed interface Target {
    /** The table. */
    String table();

    /** The columns that tell one row of the present from another; none of them is null. */
    List<String> key();

    /** The other columns that the dataset fills. */
    List<String> values();

    /** All columns that the dataset fills: the key, then the values. A reader gives a row in this order. */
    default List<String> columns() {
        return Stream.concat(key().stream(), values().stream()).toList();
    }

    /**
     * Rows with history. A release adds what is new or changed and closes what changed or is gone; it touches nothing
     * that stayed the same. The table also has {@code release_id} and {@code superseded_by}.
     *
     * @param scope SQL condition on the table that selects the rows of this dataset, {@code true} if the table is its
     *     own
     */
    record Facts(String table, List<String> key, List<String> values, String scope) implements Target {
        public Facts {
            key = List.copyOf(key);
            values = List.copyOf(values);
        }
    }

    /** Rows that others refer to, such as codes with names: a release adds and renames, and never removes. */
    record Terms(String table, List<String> key, List<String> values) implements Target {
        public Terms {
            key = List.copyOf(key);
            values = List.copyOf(values);
        }
    }
}
