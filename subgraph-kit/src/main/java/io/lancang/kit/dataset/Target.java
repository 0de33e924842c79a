package io.lancang.kit.dataset;

import io.lancang.kit.singlefact.SingleFacts;
import io.lancang.kit.singlefact.SingleTerms;
import io.lancang.kit.singlefact.UndoneEdit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The table that a dataset's rows go to. Names are written into SQL as they are: they come from code, never from input. */
public sealed interface Target {
    /** The table. */
    String table();

    /** The columns that tell one row of the present from another; none of them is null. */
    List<String> key();

    /** The other columns that the dataset fills. */
    List<String> values();

    /** How its rows are kept. */
    default FactStorage storage() {
        return FactStorage.PLAIN;
    }

    /**
     * What a release of the dataset undid of what was changed one by one.
     *
     * @param dataset whose files write the table
     * @param release whose rows are in the table
     */
    default List<UndoneEdit> undoneBy(Connection connection, String dataset, long release) throws SQLException {
        return switch (this) {
            case Facts facts -> {
                Optional<SingleFacts> edited = facts.singleFacts(connection, dataset);
                yield edited.isPresent() ? edited.get().undoneBy(release) : List.of();
            }
            case Terms terms ->
                terms.remembered().isEmpty()
                        ? List.of()
                        : terms.singleTerms(connection, dataset).undoneBy(release);
        };
    }

    /** Whether any of these releases of other datasets changed one of its rows. */
    default boolean isChangedBy(Connection connection, String dataset, List<Long> releases) throws SQLException {
        return switch (this) {
            case Facts facts -> {
                Optional<SingleFacts> edited = facts.singleFacts(connection, dataset);
                yield edited.isPresent() && edited.get().changedBy(releases, facts.scope());
            }
            case Terms terms ->
                !terms.remembered().isEmpty()
                        && terms.singleTerms(connection, dataset).changedBy(releases);
        };
    }

    /** All columns that the dataset fills: the key, then the values. A reader gives a row in this order. */
    default List<String> columns() {
        return Stream.concat(key().stream(), values().stream()).toList();
    }

    /**
     * Rows with history. A release adds what is new or changed and closes what changed or is gone; it touches nothing
     * that stayed the same. The table also has {@code release_id} and {@code superseded_by}.
     *
     * <p>A reader may give a row whose key is null in part: it adds nothing, and says that the file speaks of its slice,
     * so that a slice can become empty.
     *
     * @param scope SQL condition on the table, with the alias {@code t}, that selects the rows of this dataset,
     *     {@code true} if the table is its own
     * @param slice columns whose values together name what a file tells in full, such as one month of one reporter, or one
     *     location; none if a file always tells all of the dataset
     * @param extent SQL expressions on the row {@code t} whose values, with those of the slice, name what a file is about if it has
     *     a part of a slice; none if a file always tells slices in full
     * @param storage how the table keeps its rows
     */
    record Facts(
            String table,
            List<String> key,
            List<String> values,
            String scope,
            List<String> slice,
            List<String> extent,
            FactStorage storage)
            implements Target {
        public Facts {
            key = List.copyOf(key);
            values = List.copyOf(values);
            slice = List.copyOf(slice);
            extent = List.copyOf(extent);
        }

        /** Rows of a dataset that a file always tells in full. */
        public Facts(String table, List<String> key, List<String> values, String scope) {
            this(table, key, values, scope, List.of(), List.of(), FactStorage.PLAIN);
        }

        /** Rows that a file always tells in full slices. */
        public Facts(
                String table,
                List<String> key,
                List<String> values,
                String scope,
                List<String> slice,
                FactStorage storage) {
            this(table, key, values, scope, slice, List.of(), storage);
        }

        /** Rows of one plain table. */
        public Facts(String table, List<String> key, List<String> values, String scope, List<String> slice) {
            this(table, key, values, scope, slice, List.of(), FactStorage.PLAIN);
        }

        /** The rows that were changed one by one; none where a table is written by loads alone. */
        public Optional<SingleFacts> singleFacts(Connection connection, String dataset) {
            return storage.isNumberedLast()
                    ? Optional.empty()
                    : Optional.of(new SingleFacts(connection, dataset, table, key, values));
        }

        /** What a row keeps of the stage: what the dataset fills, and what the storage keeps beside. */
        public List<String> published() {
            return Stream.concat(columns().stream(), storage.keptOfStage().stream())
                    .toList();
        }
    }

    /**
     * Rows that others refer to, such as codes with names: a release adds and renames, and never removes.
     *
     * @param remembered those of the values whose former values are kept: a table with {@code _past} behind the name has them with
     *     the key, and with the release that changed them in {@code superseded_by}
     */
    record Terms(String table, List<String> key, List<String> values, List<String> remembered) implements Target {
        public Terms {
            key = List.copyOf(key);
            values = List.copyOf(values);
            remembered = List.copyOf(remembered);
        }

        /** Rows of which only the present is kept. */
        public Terms(String table, List<String> key, List<String> values) {
            this(table, key, values, List.of());
        }

        private SingleTerms singleTerms(Connection connection, String dataset) {
            return new SingleTerms(connection, dataset, table, key, remembered);
        }
    }
}
