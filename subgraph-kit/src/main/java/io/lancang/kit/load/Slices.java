package io.lancang.kit.load;

import io.lancang.kit.dataset.Derivation;
import io.lancang.kit.dataset.Stage;
import io.lancang.kit.dataset.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps account of the slices that a file tells, of those that its release changes, and of the rows if they are few, in temporary tables. */
final class Slices {
    private static final String STAGED = "staged_slice";
    private static final String EXTENT = "staged_extent";
    private static final int MOST_NAMED = 100;

    private final Connection connection;
    private final Target.Facts facts;
    private final String columns;
    private boolean keysAreApart;

    Slices(Connection connection, Target.Facts facts) {
        this.connection = connection;
        this.facts = facts;
        this.columns = String.join(", ", facts.slice());
    }

    /** Finds what the staged rows tell. Of a dataset with several tables, each has its turn. */
    void findStaged() throws SQLException {
        execute("drop table if exists " + STAGED + ", " + Derivation.CHANGED + ", " + Derivation.CHANGED_ROWS);
        if (!facts.slice().isEmpty()) {
            long staged = execute("create temp table " + STAGED + " on commit drop as select distinct " + columns
                    + " from " + Stage.TABLE);
            keysAreApart = facts.key().containsAll(facts.slice()) && areStaged(staged);
            execute("create temp table " + Derivation.CHANGED + " on commit drop as select * from " + STAGED
                    + " with no data");
            execute("create temp table " + Derivation.CHANGED_ROWS + " on commit drop as select " + keys() + " from "
                    + Stage.TABLE + " with no data");
            // Whether a slice is staged is asked row by row where one row is enough to know.
            execute("create unique index on " + STAGED + " (" + columns + ")");
            execute("analyze " + STAGED);
        }
    }

    /**
     * The condition {@code scope} on rows {@code t}, narrowed to the slices that are staged. Where they are of few values these are
     * named, so that the partitions of others are not opened: for one row of a month, its year is looked at and not all years.
     */
    String narrow(String scope) throws SQLException {
        if (facts.slice().isEmpty()) {
            return scope;
        }
        StringBuilder condition = new StringBuilder("(" + scope + ")");
        for (String column : facts.slice()) {
            condition.append(isStaged("t." + column, column, STAGED));
        }
        return condition + " and (" + listed("t") + ") in (select " + columns + " from " + STAGED + ")";
    }

    /**
     * The condition {@code scope} on rows {@code t}, narrowed to what the staged rows are about. That is looked for in the rows which
     * are staged still: what took its place as a whole had nothing to compare with.
     */
    String narrowToExtent(String scope) throws SQLException {
        if (facts.extent().isEmpty()) {
            return narrow(scope);
        }
        List<String> names = IntStream.range(0, facts.extent().size())
                .mapToObj(index -> "extent_" + index)
                .toList();
        List<String> named = IntStream.range(0, names.size())
                .mapToObj(index -> facts.extent().get(index) + " as " + names.get(index))
                .toList();
        execute("drop table if exists " + EXTENT);
        execute("create temp table " + EXTENT + " on commit drop as select distinct " + columns + ", "
                + String.join(", ", named) + " from " + Stage.TABLE + " t");
        execute("analyze " + EXTENT);
        StringBuilder condition = new StringBuilder(narrow(scope));
        for (int index = 0; index < names.size(); index++) {
            condition.append(isStaged(facts.extent().get(index), names.get(index), EXTENT));
        }
        return condition + " and (" + listed("t") + ", " + String.join(", ", facts.extent()) + ") in (select " + columns
                + ", " + String.join(", ", names) + " from " + EXTENT + ")";
    }

    /** A condition that names the values of a column, if they are few, as the end of a longer one. */
    private String isStaged(String expression, String column, String table) throws SQLException {
        String values = stagedValues(column, table);
        return values == null ? "" : " and " + expression + " in (" + values + ")";
    }

    /** The values of a column, as SQL; null if there are many, or none. */
    private @Nullable String stagedValues(String column, String table) throws SQLException {
        // No more are read than are named: to sort every one of a large file takes as long as to copy it.
        String sql = "select string_agg(quote_literal(" + column + "::text), ', ') from (select distinct " + column
                + " from " + table + " limit " + (MOST_NAMED + 1) + ") v having count(" + column + ") <= " + MOST_NAMED;
        try (Statement statement = connection.createStatement();
                ResultSet values = statement.executeQuery(sql)) {
            return values.next() ? values.getString(1) : null;
        }
    }

    /** Whether no two rows that were staged are of one slice, so that no two of them have one key: it has the columns of the slice. */
    boolean tellKeysApart() {
        return keysAreApart;
    }

    /** Whether no more rows than that are staged, one for each slice. */
    private boolean areStaged(long slices) throws SQLException {
        String sql = "select count(*) from (select from " + Stage.TABLE + " limit " + (slices + 1) + ") s";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1) == slices;
        }
    }

    /** Whether rows are staged still. */
    boolean areStaged() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet staged = statement.executeQuery("select from " + Stage.TABLE + " limit 1")) {
            return staged.next();
        }
    }

    /** Notes that the slices change whose rows were staged and are not any more. Which rows these are is not looked for. */
    void takenChanged() throws SQLException {
        if (!facts.slice().isEmpty()) {
            noteOtherRows();
            execute("insert into " + Derivation.CHANGED + " select * from " + STAGED + " except select " + columns
                    + " from " + Stage.TABLE);
        }
    }

    /** Notes that each slice which is staged changes. */
    void allStagedChanged() throws SQLException {
        if (!facts.slice().isEmpty()) {
            execute("insert into " + Derivation.CHANGED + " select * from " + STAGED);
            noteRows(execute("insert into " + Derivation.CHANGED_ROWS + " select " + keys() + " from " + Stage.TABLE
                    + " limit " + (Derivation.MOST_ROWS + 1)));
        }
    }

    /** Notes that more rows changed than are named. */
    private void noteOtherRows() throws SQLException {
        execute("insert into " + Derivation.CHANGED_ROWS + " default values");
    }

    private void noteRows(long changed) throws SQLException {
        if (changed > Derivation.MOST_ROWS) {
            noteOtherRows();
        }
    }

    /**
     * Runs a statement that changes rows, notes their slices, and themselves if they are few, and returns their number.
     *
     * @param alias what the statement calls the rows
     */
    long execute(String change, String alias) throws SQLException {
        if (facts.slice().isEmpty()) {
            return execute(change);
        }
        String returned = Stream.concat(facts.slice().stream(), facts.key().stream())
                .distinct()
                .map(column -> alias + "." + column)
                .collect(Collectors.joining(", "));
        String counting = "with changed as (" + change + " returning " + returned + "), noted as (insert into "
                + Derivation.CHANGED + " select distinct " + columns + " from changed), named as (insert into "
                + Derivation.CHANGED_ROWS + " select " + keys() + " from changed limit " + Derivation.MOST_ROWS
                + ") select count(*) from changed";
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(counting)) {
            count.next();
            long changed = count.getLong(1);
            noteRows(changed);
            return changed;
        }
    }

    private String keys() {
        return String.join(", ", facts.key());
    }

    private long execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }

    private String listed(String alias) {
        return facts.slice().stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }
}
