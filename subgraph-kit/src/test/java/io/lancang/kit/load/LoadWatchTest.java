package io.lancang.kit.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.dataset.LoadProgress.Phase;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.Tables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What two loads that run at a time write of how far they are. */
class LoadWatchTest {
    private static final ServiceDatabase DATABASE = ServiceDatabase.start(new Tables());

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @Test
    void eachWritesAndEndsItsOwn() throws SQLException {
        try (LoadWatch rice = new LoadWatch(DATABASE.dataSource(), "rice", "rice.csv")) {
            try (LoadWatch fish = new LoadWatch(DATABASE.dataSource(), "fish", "fish.csv")) {
                rice.at(Phase.READING, 1);
                fish.at(Phase.READING, 2);
                fish.step(Phase.DERIVING, 3, 4);

                assertEquals(List.of("fish fish.csv DERIVING 2 3 4", "rice rice.csv READING 0"), running());
            }
            assertEquals(List.of("rice rice.csv READING 0"), running());
        }
        assertEquals(List.of(), running());
    }

    private static List<String> running() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select concat_ws(' ', dataset, file_name, phase, rows_read, step, steps) from release_load order by 1")) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
