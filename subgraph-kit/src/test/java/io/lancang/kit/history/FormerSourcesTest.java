package io.lancang.kit.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.Tables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What sources were called: one was renamed by the releases 2 and 5, another one never. */
class FormerSourcesTest {
    private static final ServiceDatabase DATABASE = ServiceDatabase.start(new Tables());

    @BeforeAll
    static void rename() throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into source (id, title) values ('renamed', 'First'), ('same', 'Same')");
            for (int release = 1; release <= 6; release++) {
                statement.execute(
                        "insert into release (dataset, file_name, sha256) values ('d', 'f', '" + release + "')");
                if (release == 2 || release == 5) {
                    statement.execute("update source set title = 'Of " + release + "' where id = 'renamed'");
                }
            }
        }
    }

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @Test
    void isWhatALaterReleaseChanged() throws SQLException {
        List<String> titles = new ArrayList<>();
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        select string_agg(s.title, ', ' order by s.id) from generate_series(1, 6) release, source_at(release) s
                        group by release order by release""")) {
            while (found.next()) {
                titles.add(found.getString(1));
            }
        }

        assertEquals(
                List.of("First, Same", "Of 2, Same", "Of 2, Same", "Of 2, Same", "Of 5, Same", "Of 5, Same"), titles);
    }
}
