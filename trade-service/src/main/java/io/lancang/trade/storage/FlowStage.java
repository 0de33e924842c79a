package io.lancang.trade.storage;

import io.lancang.kit.dataset.LoadProgress;
import io.lancang.kit.dataset.Stage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes the flows of one load into a table with a part for each range of years. A part that the dataset has no partition
 * of becomes that partition; the rows of another wait to be compared with what is there. Where figures are distributed over
 * several servers there are no partitions to become: all rows wait, and are inserted.
 *
 * <p>It is no temporary table, since a part may stay. Nobody else sees it before the transaction ends, and no other load
 * uses its name, since one load of a dataset runs at a time.
 */
final class FlowStage implements Stage {
    private final Connection connection;
    private final String dataset;
    private final List<FlowStorage.Years> all;
    private final String loading;
    private final List<FlowStorage.Years> placed = new ArrayList<>();
    /** By name: loads of two datasets attach to the same tables in the same order, so that neither waits for the other. */
    private final SortedMap<String, FlowStorage.Years> fresh = new TreeMap<>();
    /** Of the last row: nearly always that of the next too. Dates are compared as they are written. */
    private String frequency = "";

    private String starts = "";
    private String ends = "";

    FlowStage(Connection connection, String dataset, List<FlowStorage.Years> years) throws SQLException {
        this.connection = connection;
        this.dataset = dataset;
        this.all = List.copyOf(years);
        this.loading = "trade_flow_loading_d" + dataset;
        execute("create table " + loading + " (like trade_flow_row including constraints)"
                + " partition by range (frequency, period)");
        execute("create temp view " + TABLE + " as select * from " + loading);
    }

    @Override
    public String copyTarget() {
        return loading;
    }

    @Override
    public boolean hasPlaceFor(List<@Nullable String> row) {
        String period = periodOf(row);
        if (frequencyOf(row).equals(frequency) && period.compareTo(starts) >= 0 && period.compareTo(ends) < 0) {
            return true;
        }
        LocalDate day = LocalDate.parse(period);
        for (FlowStorage.Years years : placed) {
            if (years.has(frequencyOf(row), day)) {
                remember(years);
                return true;
            }
        }
        return false;
    }

    private void remember(FlowStorage.Years years) {
        frequency = years.frequency();
        starts = years.starts().equals(LocalDate.MIN) ? "" : years.starts().toString();
        ends = years.ends().equals(LocalDate.MAX) ? ":" : years.ends().toString();
    }

    @Override
    public void makePlaceFor(List<@Nullable String> row) throws SQLException {
        LocalDate day = LocalDate.parse(periodOf(row));
        FlowStorage.Years years = all.stream()
                .filter(each -> each.has(frequencyOf(row), day))
                .findFirst()
                .orElseThrow(() -> new SQLException("No years are kept for " + frequencyOf(row) + " " + day));
        String partition = "trade_flow_" + years.name() + "_d" + dataset;
        boolean waits = exists(partition) || !exists(parentOf(years));
        // What is only compared need not survive a crash of the database.
        execute("create " + (waits ? "unlogged table " + loading + "_" + years.name() : "table " + partition)
                + " partition of " + loading + " for values from ('" + years.frequency() + "', '"
                + FlowStorage.Years.written(years.starts()) + "') to ('" + years.frequency() + "', '"
                + FlowStorage.Years.written(years.ends()) + "')");
        if (!waits) {
            fresh.put(partition, years);
        }
        placed.add(years);
        remember(years);
    }

    @Override
    public long takeNew() throws SQLException {
        long taken = 0;
        for (String partition : fresh.keySet()) {
            taken += number("select count(*) from " + partition);
            execute("alter table " + loading + " detach partition " + partition);
        }
        return taken;
    }

    /**
     * Makes the indexes, each in one go and by several workers, and looks through the rows once to see that they belong where
     * they go, so that attaching is done in a moment: it takes a lock that two loads cannot have at once.
     */
    @Override
    public void prepareNew(LoadProgress progress) throws SQLException {
        int step = 0;
        for (Map.Entry<String, FlowStorage.Years> each : fresh.entrySet()) {
            progress.step(LoadProgress.Phase.INDEXING, ++step, fresh.size());
            execute("alter table " + each.getKey() + " add column superseded_by integer");
            execute("select prepare_partition('" + each.getKey() + "', '" + parentOf(each.getValue()) + "', " + dataset
                    + "::smallint)");
        }
    }

    /** A column that is added with a default is not written to the rows. */
    @Override
    public void publishNew(long release) throws SQLException {
        for (Map.Entry<String, FlowStorage.Years> each : fresh.entrySet()) {
            execute("alter table " + each.getKey() + " add column release_id integer not null default " + release);
            execute("select attach_partition('" + each.getKey() + "', '" + parentOf(each.getValue()) + "', " + dataset
                    + "::smallint)");
            execute("alter table " + each.getKey() + " alter column release_id drop default");
        }
    }

    private static String parentOf(FlowStorage.Years years) {
        return "trade_flow_" + years.name();
    }

    @Override
    public void clear() throws SQLException {
        execute("drop view " + TABLE);
        execute("drop table " + loading);
    }

    private static String frequencyOf(List<@Nullable String> row) {
        return Objects.requireNonNull(row.get(Figure.PLACE_OF_FREQUENCY));
    }

    private static String periodOf(List<@Nullable String> row) {
        return Objects.requireNonNull(row.get(Figure.PLACE_OF_PERIOD));
    }

    private boolean exists(String table) throws SQLException {
        return number("select count(to_regclass('" + table + "'))") > 0;
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
