package io.lancang.kit.load;

import io.lancang.kit.dataset.LoadProgress;
import io.lancang.kit.dataset.Replacement;
import io.lancang.kit.dataset.Stage;
import io.lancang.kit.dataset.Target;
import io.lancang.kit.staging.StagedRules;
import io.lancang.kit.staging.UniqueAttempt;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Brings the staged rows into the target table, inside the transaction of the release. */
final class Publication {
    private final Connection connection;
    private final long release;
    private final Replacement replacement;
    private final StagedRules rules;
    private final LoadProgress progress;

    /** @param rules tells of keys that are given twice, where finding them costs least */
    Publication(
            Connection connection, long release, Replacement replacement, StagedRules rules, LoadProgress progress) {
        this.connection = connection;
        this.release = release;
        this.replacement = replacement;
        this.rules = rules;
        this.progress = progress;
    }

    /** Rows added and closed. */
    record Change(long added, long closed) {
        static final Change NONE = new Change(0, 0);

        Change plus(Change other) {
            return new Change(added + other.added, closed + other.closed);
        }

        boolean isNone() {
            return added == 0 && closed == 0;
        }
    }

    /** Publishes the staged rows; none if a key is given twice, which is in the report then. */
    Change publish(Target target, Stage stage) throws SQLException {
        return switch (target) {
            case Target.Facts facts -> revise(facts, stage);
            case Target.Terms terms -> rules.areKeysUnique() ? merge(terms) : Change.NONE;
        };
    }

    /** What is new as a whole is published last, so that it is never taken for something to compare with. */
    private Change revise(Target.Facts facts, Stage stage) throws SQLException {
        Slices slices = new Slices(connection, facts);
        slices.findStaged();
        UniqueAttempt attempt = new UniqueAttempt(connection, rules);
        long taken = stage.takeNew();
        if (taken > 0) {
            slices.takenChanged();
        }
        Change change = taken == 0 || replacement == Replacement.DATASET || slices.areStaged()
                ? compare(facts, slices, stage)
                : Change.NONE;
        return attempt.run(() -> stage.prepareNew(progress)) ? change.plus(new Change(taken, 0)) : Change.NONE;
    }

    private Change compare(Target.Facts facts, Slices slices, Stage stage) throws SQLException {
        String scope = switch (replacement) {
            case EXTENT -> slices.narrowToExtent(facts.scope());
            case SLICES -> slices.narrow(facts.scope());
            case DATASET -> facts.scope();
        };
        FirstRows first = new FirstRows(connection, release, rules);
        if (first.areThese(facts, scope)) {
            return first.add(facts, slices);
        }
        if (!slices.tellKeysApart() && !rules.areKeysUnique()) {
            return Change.NONE;
        }
        count(stage);
        long closed = close(facts, scope, slices);
        return new Change(add(facts, scope, slices), closed);
    }

    /**
     * Lets the planner see the staged rows. It takes them for one row else, and would look through all of them again for each row of the
     * target that they are compared with.
     */
    private void count(Stage stage) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze " + stage.copyTarget());
        }
    }

    private long close(Target.Facts facts, String scope, Slices slices) throws SQLException {
        return slices.execute(
                "update " + facts.table() + " t set superseded_by = " + release + " where t.superseded_by is null and ("
                        + scope + ") and not exists (select 1 from " + Stage.TABLE + " s where " + sameKey(facts)
                        + " and " + row("s", facts.values()) + " is not distinct from " + row("t", facts.values())
                        + ")",
                "t");
    }

    private long add(Target.Facts facts, String scope, Slices slices) throws SQLException {
        String columns = String.join(", ", facts.published());
        return slices.execute(
                "insert into " + facts.table() + " as n (" + columns + ", release_id) select " + columns + ", "
                        + release + " from " + Stage.TABLE + " s where not exists (select 1 from " + facts.table()
                        + " t where t.superseded_by is null and (" + scope + ") and " + sameKey(facts) + ") and "
                        + isNoGap(facts, "s") + " order by " + facts.storage().order(facts.key()),
                "n");
    }

    /** The SQL condition that a staged row adds something: see {@link Target.Facts}. */
    static String isNoGap(Target.Facts facts, String alias) {
        return facts.key().stream()
                .map(column -> alias + "." + column + " is not null")
                .collect(Collectors.joining(" and "));
    }

    private static String sameKey(Target target) {
        return target.key().stream()
                .map(column -> "s." + column + " = t." + column)
                .collect(Collectors.joining(" and "));
    }

    /** Most rows of a later file are there already: these are left out as a set, and not refused one by one. */
    private Change merge(Target.Terms terms) throws SQLException {
        String columns = String.join(", ", terms.columns());
        String isThere = sameKey(terms)
                + (terms.values().isEmpty()
                        ? ""
                        : " and " + row("s", terms.values()) + " is not distinct from " + row("t", terms.values()));
        String merge = "insert into " + terms.table() + " as t (" + columns + ") select " + columns + " from "
                + Stage.TABLE + " s where not exists (select from " + terms.table() + " t where " + isThere
                + ") on conflict (" + String.join(", ", terms.key()) + ") do " + onConflict(terms);
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

    private static String row(String alias, List<String> columns) {
        return columns.stream().map(column -> alias + "." + column).collect(Collectors.joining(", ", "row(", ")"));
    }
}
