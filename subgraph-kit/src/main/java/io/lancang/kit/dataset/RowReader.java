package io.lancang.kit.dataset;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns one row of a file into none, one or several rows of the target table. */
@FunctionalInterface
public interface RowReader {
    /** Reads {@code row}; the accessors of the row reject what breaks their rule. */
    void read(FileRow row, Rows rows);

    /** Takes the rows of the target table. */
    @FunctionalInterface
    interface Rows {
        /** One row of the table: values in PostgreSQL's text form, in the order of {@link Target#columns()}. */
        void add(List<@Nullable String> values);

        /** As {@link #add(List)}. */
        default void add(@Nullable String... values) {
            add(Arrays.asList(values));
        }
    }
}
