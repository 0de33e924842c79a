package io.lancang.kit.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.fixture.ServiceDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 502 releases of one dataset and, behind them, one of another. */
class ReleaseListTest {
    private static final ServiceDatabase DATABASE = ServiceDatabase.start();

    private final ReleaseList releases = new ReleaseList(DATABASE.dataSource());

    @BeforeAll
    static void publish() throws SQLException {
        Flyway.configure()
                .dataSource(DATABASE.dataSource())
                .locations("db/kit")
                .load()
                .migrate();
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into release (dataset, file_name, sha256)"
                    + " select 'harvest', number || '.csv', '' from generate_series(1, 502) number order by number");
            statement.execute("insert into release (dataset, file_name, sha256) values ('catch', 'catch.csv', '')");
        }
    }

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    /** 500 are listed, so that 1.csv and 2.csv are not. */
    @Test
    void hasTheLatestOfADataset() throws Exception {
        List<String> names = names("harvest");

        assertEquals(500, names.size());
        assertEquals("502.csv", names.getFirst());
        assertEquals("3.csv", names.getLast());
    }

    @Test
    void hasTheLatestOfAllDatasetsWhereNoneIsNamed() throws Exception {
        List<String> names = names(null);

        assertEquals(List.of("catch.csv", "502.csv", "501.csv"), names.subList(0, 3));
        assertEquals("4.csv", names.getLast());
    }

    private List<String> names(@Nullable String dataset) throws SQLException {
        return new JsonArray(releases.of(dataset))
                .stream()
                        .map(release -> ((JsonObject) release).getString("fileName"))
                        .toList();
    }
}
