package io.lancang.kit.dataset;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A temporary table. Every row of it is compared with what is published. */
public final class TemporaryStage implements Stage {
    private final Connection connection;

    public TemporaryStage(Connection connection, Target target) throws SQLException {
        this.connection = connection;
        // `as select` takes over the types but no constraint: rules are reported by line, not by constraint name.
        execute("create temp table " + TABLE + " on commit drop as select 0::bigint as " + LINE + ", "
                + String.join(", ", target.columns()) + " from " + target.table() + " with no data");
    }

    @Override
    public String copyTarget() {
        return TABLE;
    }

    @Override
    public boolean hasPlaceFor(List<@Nullable String> row) {
        return true;
    }

    @Override
    public void makePlaceFor(List<@Nullable String> row) {
        throw new IllegalStateException("A temporary table has place for every row.");
    }

    @Override
    public long takeNew() {
        return 0;
    }

    @Override
    public void prepareNew(LoadProgress progress) {
        // It takes nothing.
    }

    @Override
    public void publishNew(long release) {
        // It takes nothing.
    }

    @Override
    public void clear() throws SQLException {
        execute("drop table " + TABLE);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
