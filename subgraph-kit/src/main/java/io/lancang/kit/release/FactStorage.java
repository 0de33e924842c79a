package io.lancang.kit.release;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How a table of facts keeps its rows, as far as a load has to know. */
public interface FactStorage {
    /** One table that has its rows in no particular order. */
    FactStorage PLAIN = new FactStorage() {
        @Override
        public Stage begin(Connection connection, Target target) throws SQLException {
            return new TemporaryStage(connection, target);
        }

        @Override
        public List<String> keptOfStage() {
            return List.of();
        }
    };

    /** Makes the place where a load's rows wait. */
    Stage begin(Connection connection, Target target) throws SQLException;

    /** Columns of the stage beside those of the dataset that rows keep: {@link Stage#LINE} or none. */
    List<String> keptOfStage();
}
