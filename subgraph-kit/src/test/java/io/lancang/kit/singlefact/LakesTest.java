package io.lancang.kit.singlefact;

import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A test with tables of lakes of its own, and six releases of which some are files of lakes and the others single facts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LakesTest {
    private final ServiceDatabase database = ServiceDatabase.start(new Tables());
    private final String tables;
    private final List<Integer> files;

    private Connection connection;

    /**
     * @param tables the statements that make {@code lake} and perhaps {@code lake_past}
     * @param files the numbers of the releases that are files
     */
    LakesTest(String tables, List<Integer> files) {
        this.tables = tables;
        this.files = files;
    }

    @AfterAll
    void stopDatabase() {
        database.close();
    }

    @BeforeEach
    void makeTables() throws SQLException {
        connection = database.dataSource().getConnection();
        execute("drop table if exists lake, lake_past; truncate release, source_past restart identity;" + tables);
        execute("""
                insert into release (dataset, file_name, sha256)
                select case when id in (%s) then 'lakes' else 'single_facts' end, 'what ' || id, id from generate_series(1, 6) id
                """.formatted(files.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    Connection connection() {
        return connection;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> shown(List<UndoneEdit> undone) {
        return undone.stream()
                .map(edit -> edit.release() + " " + edit.what() + ": " + edit.values())
                .toList();
    }
}
