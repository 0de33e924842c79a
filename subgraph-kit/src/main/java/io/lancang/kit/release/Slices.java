package io.lancang.kit.release;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps account of the slices that a file tells and of those that its release changes, in temporary tables. */
final class Slices {
    private static final String STAGED = "staged_slice";
    private static final int MOST_NAMED = 100;

    private final Connection connection;
    private final Target.Facts facts;
    private final String columns;

    Slices(Connection connection, Target.Facts facts) {
        this.connection = connection;
        this.facts = facts;
        this.columns = String.join(", ", facts.slice());
    }

    /** Finds what the staged rows tell. Of a dataset with several tables, each has its turn. */
    void findStaged() throws SQLException {
        execute("drop table if exists " + STAGED + ", " + Derivation.CHANGED);
        if (!facts.slice().isEmpty()) {
            execute("create temp table " + STAGED + " on commit drop as select distinct " + columns + " from "
                    + Stage.TABLE);
            execute("create temp table " + Derivation.CHANGED + " on commit drop as select * from " + STAGED
                    + " with no data");
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
            String values = stagedValues(column);
            if (values != null) {
                condition
                        .append(" and t.")
                        .append(column)
                        .append(" in (")
                        .append(values)
                        .append(')');
            }
        }
        return condition + " and (" + listed("t") + ") in (select " + columns + " from " + STAGED + ")";
    }

    /** The values of a column of the staged slices, as SQL; null if there are many, or none. */
    private @Nullable String stagedValues(String column) throws SQLException {
        String sql = "select string_agg(distinct quote_literal(" + column + "::text), ', ') from " + STAGED
                + " having count(distinct " + column + ") <= " + MOST_NAMED;
        try (Statement statement = connection.createStatement();
                ResultSet values = statement.executeQuery(sql)) {
            return values.next() ? values.getString(1) : null;
        }
    }

    /** Whether rows are staged still. */
    boolean areStaged() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet staged = statement.executeQuery("select from " + Stage.TABLE + " limit 1")) {
            return staged.next();
        }
    }

    /** Notes that the slices change whose rows were staged and are not any more. */
    void takenChanged() throws SQLException {
        if (!facts.slice().isEmpty()) {
            execute("insert into " + Derivation.CHANGED + " select * from " + STAGED + " except select " + columns
                    + " from " + Stage.TABLE);
        }
    }

    /** Notes that each slice which is staged changes. */
    void allStagedChanged() throws SQLException {
        if (!facts.slice().isEmpty()) {
            execute("insert into " + Derivation.CHANGED + " select * from " + STAGED);
        }
    }

    /**
     * Runs a statement that changes rows, notes their slices and returns the number of rows.
     *
     * @param alias what the statement calls the rows
     */
    long execute(String change, String alias) throws SQLException {
        if (facts.slice().isEmpty()) {
            return execute(change);
        }
        String counting = "with changed as (" + change + " returning " + listed(alias) + "), noted as (insert into "
                + Derivation.CHANGED + " select distinct " + columns + " from changed) select count(*) from changed";
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(counting)) {
            count.next();
            return count.getLong(1);
        }
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
