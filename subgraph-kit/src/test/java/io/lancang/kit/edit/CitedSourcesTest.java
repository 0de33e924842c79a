package io.lancang.kit.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.Tables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which table cites a source, among tables of every kind that a service may have. */
class CitedSourcesTest {
    private static final ServiceDatabase DATABASE = ServiceDatabase.start(new Tables());

    private static final String MAKE = """
            create table river (source text);
            create table lake (source_ids text[]);
            create view brook as select source from river;
            create table sea (source_id text) partition by list (source_id);
            create table bay partition of sea default;
            create table gauge (source integer);
            create schema elsewhere;
            create table elsewhere.abyss (source text);
            insert into gauge values (1);
            insert into elsewhere.abyss values ('s');
            insert into release (id, dataset, file_name, sha256) overriding system value values (1, 'd', 'f', '1');
            insert into source (id, title) values ('s', 'S'), ('other', 'O');
            """;
    private static final String FORGET = """
            drop schema if exists elsewhere cascade;
            drop view if exists brook;
            drop table if exists river, lake, sea, gauge;
            truncate release, source cascade;
            """;

    private Connection connection;

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = DATABASE.dataSource().getConnection();
        execute(FORGET + MAKE);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private @Nullable String cites(String source) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select cites_source('" + source + "')")) {
            found.next();
            return found.getString(1);
        }
    }

    /** Another schema, a column of numbers and another source do not; a view is of what a table has. */
    @Test
    void isNoneWhereNoRowDoes() throws SQLException {
        execute("insert into river values ('other'); insert into lake values ('{other}');"
                + " insert into source_past (id, title, superseded_by) values ('other', 'Was', 1)");

        assertNull(cites("s"));
    }

    @Test
    void isTheFirstByName() throws SQLException {
        execute("insert into river values ('s'); insert into lake values ('{other,s}')");

        assertEquals("lake", cites("s"));
    }

    /** The table is named, and not its partition. */
    @Test
    void isATableAndNoPartOfOne() throws SQLException {
        execute("insert into sea values ('s')");

        assertEquals("sea", cites("s"));
    }

    @Test
    void isWhatItWasCalledBefore() throws SQLException {
        execute("insert into source_past (id, title, superseded_by) values ('s', 'Was', 1)");

        assertEquals("source_past", cites("s"));
    }
}
