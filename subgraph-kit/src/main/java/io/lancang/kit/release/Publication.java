package io.lancang.kit.release;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Brings the staged rows into the target table, inside the transaction of the release. */
final class Publication {
    private final Connection connection;
    private final long release;

    Publication(Connection connection, long release) {
        this.connection = connection;
        this.release = release;
    }

    /** Rows added and closed. */
    record Change(long added, long closed) {
        static final Change NONE = new Change(0, 0);

        Change plus(Change other) {
            return new Change(added + other.added, closed + other.closed);
        }
    }

    Change publish(Target target) throws SQLException {
        Change change = switch (target) {
            case Target.Facts facts -> revise(facts);
            case Target.Terms terms -> merge(terms);
        };
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze " + target.table());
        }
        return change;
    }

    private Change revise(Target.Facts facts) throws SQLException {
        String sameKey = facts.key().stream()
                .map(column -> "s." + column + " = t." + column)
                .collect(Collectors.joining(" and "));
        String close = "update " + facts.table() + " t set superseded_by = ? where t.superseded_by is null and ("
                + facts.scope() + ") and not exists (select 1 from " + Staging.TABLE + " s where " + sameKey + " and "
                + row("s", facts.values()) + " is not distinct from " + row("t", facts.values()) + ")";
        long closed = execute(close);
        String columns = String.join(", ", facts.columns());
        String add = "insert into " + facts.table() + " (" + columns + ", release_id) select " + columns
                + ", ? from " + Staging.TABLE + " s where not exists (select 1 from " + facts.table()
                + " t where t.superseded_by is null and " + sameKey + ")";
        return new Change(execute(add), closed);
    }

    private Change merge(Target.Terms terms) throws SQLException {
        String columns = String.join(", ", terms.columns());
        String merge = "insert into " + terms.table() + " as t (" + columns + ") select " + columns + " from "
                + Staging.TABLE + " on conflict (" + String.join(", ", terms.key()) + ") do " + onConflict(terms);
        try (Statement statement = connection.createStatement()) {
            return new Change(statement.executeLargeUpdate(merge), 0);
        }
    }

    private static String onConflict(Target.Terms terms) {
        if (terms.values().isEmpty()) {
            return "nothing";
        }
        String assignments = terms.values().stream()
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return "update set " + assignments + " where " + row("t", terms.values()) + " is distinct from "
                + row("excluded", terms.values());
    }

    private long execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, release);
            return statement.executeLargeUpdate();
        }
    }

    private static String row(String alias, List<String> columns) {
        return columns.stream().map(column -> alias + "." + column).collect(Collectors.joining(", ", "row(", ")"));
    }
}
