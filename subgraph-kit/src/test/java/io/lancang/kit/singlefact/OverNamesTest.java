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
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rivers with a name, a basin and a length, of which the first two are remembered; release 1 is a file. */
class OverNamesTest {
    private static final Dataset RIVERS = new Dataset(
            "rivers",
            List.of("id", "name", "basin", "length"),
            new Target.Terms("river", List.of("id"), List.of("name", "basin", "length"), List.of("name", "basin")),
            List.of(),
            (row, rows) -> rows.add(Arrays.asList(
                    row.text("id"),
                    row.text("name"),
                    row.optional("basin").orElse(null),
                    row.amount("length").toPlainString())));
    private static final ServiceDatabase DATABASE = ServiceDatabase.start();

    private final ReleaseLoader loader = new ReleaseLoader(DATABASE.dataSource());

    @BeforeAll
    static void createTables() throws SQLException {
        Flyway.configure()
                .dataSource(DATABASE.dataSource())
                .locations("db/kit")
                .load()
                .migrate();
        execute("create table river (id text primary key, name text not null, basin text, length numeric)");
        execute("create table river_past (id text, name text, basin text, superseded_by bigint,"
                + " primary key (id, superseded_by))");
        execute("""
                create function keep_past_river() returns trigger language plpgsql as $$
                begin
                  insert into river_past select old.id, old.name, old.basin, max(r.id) from release r on conflict do nothing;
                  return null;
                end $$""");
        execute(
                "create trigger river_is_kept after update on river for each row"
                        + " when ((old.name, old.basin) is distinct from (new.name, new.basin)) execute function keep_past_river()");
    }

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @BeforeEach
    void loadAFile() throws Exception {
        execute("truncate river, river_past, source_past, release restart identity");
        load(Consent.NONE, "m,Mekong,South,4300", "r,Red River,,1100");
    }

    @Test
    void refusesAFileThatWouldUndoANameAndSaysWhose() throws Exception {
        edit("rename m", "m", "name = 'Lancang'");

        LoadRefusedException refused =
                assertThrows(LoadRefusedException.class, () -> load(Consent.NONE, "m,Mekong,South,4300"));

        assertEquals(
                "The file would undo what stewards changed: release 2 (rename m): name Lancang to Mekong. "
                        + "Nothing was changed in rivers. If that is meant, send it again with overEdits=2 (--over-edits 2).",
                refused.getMessage());
        assertEquals(List.of(), check("m,Lancang,South,4909").undone(), "what the file has too, or nobody edited");
        assertEquals(List.of(), check("r,Song Hong,,1149").undone(), "a row that nobody edited");
    }

    @Test
    void undoesTheOnesThatAreAgreedTo() throws Exception {
        edit("rename m", "m", "name = 'Lancang'");
        edit("place r", "r", "basin = 'North'");
        String[] file = {"m,Mekong,South,4300", "r,Red River,,1100"};

        LoadRefusedException refused =
                assertThrows(LoadRefusedException.class, () -> load(new Consent(false, named(2)), file));
        assertEquals(
                "The file would undo what stewards changed: release 3 (place r): basin North to nothing. "
                        + "Nothing was changed in rivers. If that is meant, send it again with overEdits=3 (--over-edits 3).",
                refused.getMessage());

        LoadResult.Loaded loaded =
                assertInstanceOf(LoadResult.Loaded.class, load(new Consent(false, named(2, 3)), file));
        assertEquals(
                List.of(
                        new UndoneEdit(2, "rename m", "name Lancang to Mekong"),
                        new UndoneEdit(3, "place r", "basin North to nothing")),
                loaded.undone());
    }

    @Test
    void leavesAValueThatTheFileHasTooThoughItChangesAnother() throws Exception {
        edit("place m", "m", "basin = 'East'");

        assertEquals(List.of(), check("m,Mae Khong,East,4300").undone());
    }

    @Test
    void namesTheEditThatGaveTheValueOfEachColumn() throws Exception {
        edit("rename m", "m", "name = 'Lancang'");
        edit("place m", "m", "basin = 'East'");

        assertEquals(
                List.of(
                        new UndoneEdit(2, "rename m", "name Lancang to Mekong"),
                        new UndoneEdit(3, "place m", "basin East to South")),
                check("m,Mekong,South,4300").undone());
    }

    /** An edit that came back to what the file had is one, too, and the file of before it none any more. */
    @Test
    void namesTheLastThatGaveAValue() throws Exception {
        edit("rename m", "m", "name = 'Lancang'");
        load(Consent.ALL, "m,Mekong,South,4300");

        assertEquals(List.of(), check("m,Mae Khong,South,4300").undone(), "a name that a file gave last");
        edit("rename m again", "m", "name = 'Lancang'");
        edit("back", "m", "name = 'Mekong'");
        assertEquals(
                List.of(new UndoneEdit(6, "back", "name Mekong to Mae Khong")), // a check takes a number, too
                check("m,Mae Khong,South,4300").undone());
    }

    @Test
    void aFileThatIsSentAgainAfterAnEditIsNotUnchanged() throws Exception {
        edit("rename m", "m", "name = 'Lancang'");

        assertThrows(LoadRefusedException.class, () -> load(Consent.NONE, "m,Mekong,South,4300", "r,Red River,,1100"));
    }

    private static Consent.Edits named(long... releases) {
        return new Consent.Edits.Named(
                Set.copyOf(Arrays.stream(releases).boxed().toList()));
    }

    private LoadResult.Checked check(String... rows) throws SQLException, IOException {
        return assertInstanceOf(
                LoadResult.Checked.class, loader.load(request(LoadRequest.Outcome.CHECK, Consent.NONE, rows)));
    }

    private LoadResult load(Consent consent, String... rows) throws SQLException, IOException {
        return loader.load(request(LoadRequest.Outcome.PUBLISH, consent, rows));
    }

    private static LoadRequest request(LoadRequest.Outcome outcome, Consent consent, String... rows) {
        String content = "id,name,basin,length\n" + String.join("\n", rows) + "\n";
        ReleaseFile file = new ReleaseFile() {
            @Override
            public String name() {
                return "rivers.csv";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
            }
        };
        return new LoadRequest(
                RIVERS, file, Replacement.EXTENT, outcome, consent, LoadRequest.Contention.REFUSE, LoadProgress.NONE);
    }

    /** As a mutation does: a release of its own, and the change in its transaction. */
    private static void edit(String what, String id, String change) throws SQLException {
        execute("insert into release (dataset, file_name, sha256, row_count, facts_added) values ('single_facts', '"
                + what + "', md5(random()::text), 0, 0); update river set " + change + " where id = '" + id + "'");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
