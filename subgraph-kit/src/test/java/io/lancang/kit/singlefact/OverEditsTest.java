package io.lancang.kit.singlefact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.LoadProgress;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.dataset.Replacement;
import io.lancang.kit.dataset.Target;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.load.LoadRefusedException;
import io.lancang.kit.load.LoadRequest;
import io.lancang.kit.load.LoadResult;
import io.lancang.kit.load.ReleaseLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bridges with a state and a load; release 1 is a file, later ones are single facts. */
class OverEditsTest {
    private static final Dataset BRIDGES = new Dataset(
            "bridges",
            List.of("id", "state", "tonnes"),
            new Target.Facts("bridge", List.of("id"), List.of("state", "tonnes"), "true", List.of("id")),
            List.of(),
            (row, rows) -> rows.add(List.of(
                    row.text("id"), row.text("state"), row.amount("tonnes").toPlainString())));
    private static final ServiceDatabase DATABASE = ServiceDatabase.start();

    private final ReleaseLoader loader = new ReleaseLoader(DATABASE.dataSource());

    @BeforeAll
    static void createTables() throws SQLException {
        Flyway.configure()
                .dataSource(DATABASE.dataSource())
                .locations("db/kit")
                .load()
                .migrate();
        execute("create table bridge (id text, state text, tonnes numeric, release_id bigint not null,"
                + " superseded_by bigint)");
    }

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @BeforeEach
    void loadAFile() throws Exception {
        execute("truncate bridge, source_past, release restart identity");
        load(Consent.NONE, "east,open,10", "west,open,20");
    }

    @Test
    void refusesAFileThatWouldUndoASingleFact() throws Exception {
        edit("close east", "east", "'closed', tonnes");

        LoadRefusedException refused =
                assertThrows(LoadRefusedException.class, () -> load(Consent.NONE, "east,open,10", "west,open,30"));

        assertEquals(
                "The file would undo what stewards changed: release 2 (close east): state closed to open. "
                        + "Nothing was changed in bridges. If that is meant, send it again with overEdits=2 (--over-edits 2).",
                refused.getMessage());
        assertEquals(List.of(), check("west,open,30").undone(), "a row that nobody edited");
    }

    @Test
    void undoesTheOnesThatAreAgreedTo() throws Exception {
        edit("close east", "east", "'closed', tonnes");
        edit("close west", "west", "'closed', tonnes");
        String[] file = {"east,open,10", "west,open,20"};

        LoadRefusedException refused =
                assertThrows(LoadRefusedException.class, () -> load(new Consent(false, named(2)), file));
        assertEquals(
                "The file would undo what stewards changed: release 3 (close west): state closed to open. "
                        + "Nothing was changed in bridges. If that is meant, send it again with overEdits=3 (--over-edits 3).",
                refused.getMessage());

        LoadResult.Loaded loaded =
                assertInstanceOf(LoadResult.Loaded.class, load(new Consent(false, named(2, 3)), file));
        assertEquals(
                List.of(
                        new UndoneEdit(2, "close east", "state closed to open"),
                        new UndoneEdit(3, "close west", "state closed to open")),
                loaded.undone());
    }

    @Test
    void leavesASingleFactThatTheFileHasToo() throws Exception {
        edit("close east", "east", "'closed', tonnes");

        assertEquals(List.of(), check("east,closed,15").undone());
    }

    @Test
    void namesEachEditOfARowForWhatItGave() throws Exception {
        edit("close east", "east", "'closed', tonnes");
        edit("strengthen east", "east", "state, 40");

        assertEquals(
                List.of(
                        new UndoneEdit(2, "close east", "state closed to open"),
                        new UndoneEdit(3, "strengthen east", "tonnes 40 to 10")),
                check("east,open,10").undone());
        assertEquals(
                List.of(new UndoneEdit(3, "strengthen east", "tonnes 40 to 10")),
                check("east,closed,10").undone());
    }

    @Test
    void saysThatARowIsGone() throws Exception {
        edit("close east", "east", "'closed', tonnes");

        assertEquals(
                List.of(new UndoneEdit(2, "close east", "gone")),
                check(Replacement.DATASET, "west,open,20").undone());
    }

    @Test
    void forgetsAnEditThatALaterFileUndidOrTookOver() throws Exception {
        edit("close east", "east", "'closed', tonnes");
        load(Consent.ALL, "east,closed,12");

        assertEquals(List.of(), check("east,open,12").undone());
    }

    @Test
    void takesTheSameFileForUnchangedOnlyIfNothingWasEditedSince() throws Exception {
        assertInstanceOf(LoadResult.Unchanged.class, load(Consent.NONE, "east,open,10", "west,open,20"));
        edit("close east", "east", "'closed', tonnes");

        assertInstanceOf(LoadResult.Loaded.class, load(Consent.ALL, "east,open,10", "west,open,20"));
    }

    /** A single fact may take a row away and give none in its place. */
    @Test
    void takesTheSameFileForChangedWhereASingleFactTookARowAway() throws Exception {
        execute("""
                with removed as (
                  insert into release (dataset, file_name, sha256, row_count)
                  values ('single_facts', 'remove east', 'remove east', 1) returning id)
                update bridge set superseded_by = removed.id from removed
                where bridge.id = 'east' and superseded_by is null
                """);

        LoadResult.Loaded loaded =
                assertInstanceOf(LoadResult.Loaded.class, load(Consent.NONE, "east,open,10", "west,open,20"));
        assertEquals(1, loaded.added());
    }

    /** Releases 3 to 27 close a bridge each. Of 25, 21 are agreed to: one more than an error names. */
    @Test
    void refusesToUndoTheOnesBehindManyThatAreAgreedTo() throws Exception {
        String[] file = IntStream.rangeClosed(1, 25)
                .mapToObj(number -> "bridge " + number + ",open,10")
                .toArray(String[]::new);
        load(Consent.NONE, file);
        for (int number = 1; number <= 25; number++) {
            edit("close " + number, "bridge " + number, "'closed', tonnes");
        }

        LoadRefusedException refused = assertThrows(
                LoadRefusedException.class,
                () -> load(new Consent(true, named(LongStream.rangeClosed(3, 23).toArray())), file));

        assertEquals(
                "The file would undo what stewards changed: release 24 (close 22): state closed to open; "
                        + "release 25 (close 23): state closed to open; release 26 (close 24): state closed to open; "
                        + "release 27 (close 25): state closed to open. Nothing was changed in bridges. If that is meant, "
                        + "send it again with overEdits=24,25,26,27 (--over-edits 24,25,26,27).",
                refused.getMessage());
        assertEquals(21, check(file).undone().size(), "as many as anybody reads");
    }

    @Test
    void readsReleasesOrAllOfThem() {
        assertEquals(named(57, 61), Consent.Edits.parse("57,61"));
        assertEquals(new Consent.Edits.All(), Consent.Edits.parse("ALL"));
        assertEquals(named(), Consent.Edits.parse(""));
    }

    private static Consent.Edits named(long... releases) {
        return new Consent.Edits.Named(Set.of(Arrays.stream(releases).boxed().toArray(Long[]::new)));
    }

    private LoadResult load(Consent consent, String... rows) throws SQLException, IOException {
        return load(Replacement.SLICES, LoadRequest.Outcome.PUBLISH, consent, rows);
    }

    private LoadResult.Checked check(String... rows) throws SQLException, IOException {
        return check(Replacement.SLICES, rows);
    }

    private LoadResult.Checked check(Replacement replacement, String... rows) throws SQLException, IOException {
        return assertInstanceOf(
                LoadResult.Checked.class, load(replacement, LoadRequest.Outcome.CHECK, Consent.NONE, rows));
    }

    private LoadResult load(Replacement replacement, LoadRequest.Outcome outcome, Consent consent, String... rows)
            throws SQLException, IOException {
        byte[] content = ("id,state,tonnes\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
        ReleaseFile file = new ReleaseFile() {
            @Override
            public String name() {
                return "bridges.csv";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content);
            }
        };
        return loader.load(new LoadRequest(
                BRIDGES, file, replacement, outcome, consent, LoadRequest.Contention.REFUSE, LoadProgress.NONE));
    }

    /** A steward gives a bridge other values, as a release. */
    private static void edit(String what, String id, String values) throws SQLException {
        execute("""
                with edited as (
                  insert into release (dataset, file_name, sha256, row_count, facts_added)
                  values ('single_facts', '%1$s', '%1$s', 1, 1) returning id),
                closed as (
                  update bridge set superseded_by = edited.id from edited
                  where bridge.id = '%2$s' and superseded_by is null returning bridge.*)
                insert into bridge (id, state, tonnes, release_id) select closed.id, %3$s, edited.id from closed, edited
                """.formatted(what, id, values));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
