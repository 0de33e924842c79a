package io.lancang.trade.storage;

import io.lancang.kit.dataset.Derivation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Keeps the sums by partner and by product, and how many figures there are, up to the figures of a dataset. The migration that makes them says how. */
final class RollupDerivation implements Derivation {
    private static final String REFRESH =
            "select refresh_trade_rollups(?::smallint, ?) from set_config('lancang.attaches_last', 'on', true)";

    private static final String RENUMBER = "select renumber_trade_rollups(?::smallint, ?, ?)";
    private static final String ATTACH = "select attach_trade_rollups(?::smallint)";

    private final String dataset;

    /** @param dataset the number of the dataset */
    RollupDerivation(String dataset) {
        this.dataset = dataset;
    }

    @Override
    public List<String> tables() {
        return List.of(
                "trade_rollup",
                "trade_product_rollup",
                "trade_product_year",
                "trade_level_total",
                "trade_flow_tally",
                "trade_amount_tally");
    }

    @Override
    public void derive(Connection connection, long release) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REFRESH)) {
            statement.setString(1, dataset);
            statement.setLong(2, release);
            statement.execute();
        }
    }

    @Override
    public void renumber(Connection connection, long from, long to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RENUMBER)) {
            statement.setString(1, dataset);
            statement.setLong(2, from);
            statement.setLong(3, to);
            statement.execute();
        }
    }

    @Override
    public void complete(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ATTACH)) {
            statement.setString(1, dataset);
            statement.execute();
        }
    }
}
