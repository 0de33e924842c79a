package io.lancang.kit.dataset;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One table, whose rows wait in a temporary one. */
public interface PlainStorage extends FactStorage {
    @Override
    default Stage begin(Connection connection, Target target) throws SQLException {
        return new TemporaryStage(connection, target);
    }

    @Override
    default List<String> keptOfStage() {
        return List.of();
    }
}
