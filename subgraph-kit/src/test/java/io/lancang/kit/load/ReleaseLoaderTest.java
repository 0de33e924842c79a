package io.lancang.kit.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.Derivation;
import io.lancang.kit.dataset.LoadProgress;
import io.lancang.kit.dataset.Rejection;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.dataset.ReleaseRejectedException;
import io.lancang.kit.dataset.Replacement;
import io.lancang.kit.dataset.Target;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.singlefact.Consent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReleaseLoaderTest {
    private static final Dataset HARVEST = new Dataset(
            "harvest",
            List.of("year", "fruit", "tonnes"),
            new Target.Facts("harvest", List.of("year", "fruit"), List.of("tonnes"), "true"),
            List.of(new Dataset.TableReference("fruit", "fruit", "code", "fruit")),
            (row, rows) -> rows.add(List.of(
                    String.valueOf(row.integer("year", 1900, 2100)),
                    row.oneOf("fruit", Map.of("durian", "D", "mango", "M", "kiwi", "K")),
                    row.amount("tonnes").toPlainString())));

    /** The same, where a file tells years in full. */
    private static final Dataset BY_YEAR = new Dataset(
            HARVEST.id(),
            HARVEST.header(),
            new Target.Facts("harvest", List.of("year", "fruit"), List.of("tonnes"), "true", List.of("year")),
            HARVEST.parts().getFirst().references(),
            HARVEST.parts().getFirst().reader());

    private static final ServiceDatabase DATABASE = ServiceDatabase.start();
    private final ReleaseLoader loader = new ReleaseLoader(DATABASE.dataSource());

    @BeforeAll
    static void createTables() throws SQLException {
        Flyway.configure()
                .dataSource(DATABASE.dataSource())
                .locations("db/kit")
                .load()
                .migrate();
        execute("create table fruit (code text primary key)");
        execute("insert into fruit values ('D'), ('M')");
        execute("create table harvest (year int, fruit text, tonnes numeric, release_id bigint not null,"
                + " superseded_by bigint)");
        execute("create unique index harvest_current on harvest (year, fruit) where superseded_by is null");
    }

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @BeforeEach
    void forgetReleases() throws SQLException {
        execute("truncate harvest, source_past, release restart identity");
    }

    @Test
    void loadsAFileAsARelease() throws Exception {
        LoadResult result = loader.load(HARVEST, file("2020,durian,5.50", "2020,mango,7"));

        assertEquals(new LoadResult.Loaded(1, 2, 0, 2, 0), result);
        assertEquals(List.of("2020 D 5.50 1 null", "2020 M 7 1 null"), facts());
    }

    @Test
    void changesNothingWhenTheFileIsTheSame() throws Exception {
        loader.load(HARVEST, file("2020,durian,5"));

        assertEquals(new LoadResult.Unchanged(1), loader.load(HARVEST, file("2020,durian,5")));
        assertEquals(List.of("2020 D 5 1 null"), facts());
    }

    @Test
    void keepsWhatALaterReleaseRevises() throws Exception {
        loader.load(HARVEST, file("2019,durian,1", "2020,durian,5", "2020,mango,7"));

        LoadResult result = loader.load(HARVEST, file("2019,durian,1", "2020,durian,6", "2021,mango,8"));

        assertEquals(new LoadResult.Loaded(2, 3, 0, 2, 2), result);
        assertEquals(
                List.of("2019 D 1 1 null", "2020 D 5 1 2", "2020 D 6 2 null", "2020 M 7 1 2", "2021 M 8 2 null"),
                facts());

        loader.load(HARVEST, file("2019,durian,1", "2020,durian,9", "2021,mango,8"));

        assertEquals(
                List.of(
                        "2019 D 1 1 null",
                        "2020 D 5 1 2",
                        "2020 D 6 2 3",
                        "2020 D 9 3 null",
                        "2020 M 7 1 2",
                        "2021 M 8 2 null"),
                facts());
    }

    /** A row without a key is a gap in the file: the first load leaves it out as later ones do. */
    @Test
    void addsNothingOfARowWithoutAKey() throws Exception {
        Dataset gappy = new Dataset(
                "gappy",
                HARVEST.header(),
                HARVEST.parts().getFirst().target(),
                List.of(),
                (row, rows) ->
                        rows.add(Arrays.asList("2020", row.optional("fruit").orElse(null), row.text("tonnes"))));

        assertEquals(new LoadResult.Loaded(1, 2, 0, 1, 0), loader.load(gappy, file("2020,D,5", "2020,,7")));
        assertEquals(new LoadResult.Loaded(2, 2, 0, 1, 1), loader.load(gappy, file("2020,D,6", "2020,,8")));
        assertEquals(List.of("2020 D 5 1 2", "2020 D 6 2 null"), facts());
    }

    /** Each fruit has a year of its own, though a key is the year alone. */
    @Test
    void leavesWhatAnotherDatasetHasOfTheSameKey() throws Exception {
        loader.load(byYearAlone("durians", "D"), file("2019,durian,4", "2020,durian,5"));
        loader.load(byYearAlone("mangos", "M"), file("2019,mango,6"));

        loader.load(byYearAlone("mangos", "M"), file("2019,mango,6", "2020,mango,7"));

        assertEquals(List.of("2019 D 4 1 null", "2019 M 6 2 null", "2020 D 5 1 null", "2020 M 7 3 null"), facts());
    }

    private static Dataset byYearAlone(String name, String code) {
        return new Dataset(
                name,
                HARVEST.header(),
                new Target.Facts("harvest", List.of("year"), List.of("fruit", "tonnes"), "t.fruit = '" + code + "'"),
                List.of(),
                HARVEST.parts().getFirst().reader());
    }

    /** 2019 was put right by the second release: before the third it was 2, and 1 is longer ago. */
    @Test
    void putsBackWhatWasSeenLastAndNothingFromBefore() throws Exception {
        loader.load(HARVEST, file("2019,durian,1", "2020,mango,7"));
        loader.load(HARVEST, file("2019,durian,2", "2020,mango,7"));
        loader.load(HARVEST, file("2019,durian,3"));

        loader.withdraw(HARVEST, 3, WithdrawalEntry.NONE);

        assertEquals(
                List.of(
                        "2019 D 1 1 2",
                        "2019 D 2 2 3",
                        "2019 D 3 3 4",
                        "2019 D 2 4 null",
                        "2020 M 7 1 3",
                        "2020 M 7 4 null"),
                facts());
    }

    @Test
    void leavesALoadedFileAloneWhenAPackagedOneComesAgain() throws Exception {
        loader.load(HARVEST, file("2020,durian,5"));
        loader.load(HARVEST, file("2020,durian,6"));

        assertEquals(new LoadResult.Unchanged(1), loader.load(HARVEST, file("2020,durian,5")));
        assertEquals(List.of("2020 D 5 1 2", "2020 D 6 2 null"), facts());
    }

    @Test
    void replacesOnlyTheSlicesThatAFileHas() throws Exception {
        load(file("2019,durian,1", "2020,durian,5", "2020,mango,7"), Replacement.SLICES);

        LoadResult result = load(file("2020,durian,6"), Replacement.SLICES);

        assertEquals(new LoadResult.Loaded(2, 1, 0, 1, 2), result);
        assertEquals(List.of("2019 D 1 1 null", "2020 D 5 1 2", "2020 D 6 2 null", "2020 M 7 1 2"), facts());
    }

    /** Two datasets have one table, and a fruit of their own each. */
    @Test
    void putsBackNothingOfAnotherDatasetInTheSameTable() throws Exception {
        Dataset durians = ofFruit("durians", "D");
        loader.load(durians, file("2020,durian,5"));
        loader.load(ofFruit("mangos", "M"), file("2020,mango,7"));
        loader.load(durians, file("2020,durian,6"));

        assertEquals(new LoadResult.Loaded(4, 1, 0, 1, 1), loader.withdraw(durians, 3, WithdrawalEntry.NONE));
        assertEquals(List.of("2020 D 5 1 3", "2020 D 6 3 4", "2020 D 5 4 null", "2020 M 7 2 null"), facts());
    }

    private static Dataset ofFruit(String name, String code) {
        return new Dataset(
                name,
                HARVEST.header(),
                new Target.Facts("harvest", List.of("year", "fruit"), List.of("tonnes"), "t.fruit = '" + code + "'"),
                List.of(),
                HARVEST.parts().getFirst().reader());
    }

    @Test
    void namesTheSlicesThatChangedToWhatFollows() throws Exception {
        List<String> changed = new ArrayList<>();
        Dataset observed = BY_YEAR.deriving((connection, release) -> {
            try (Statement statement = connection.createStatement();
                    ResultSet slices =
                            statement.executeQuery("select distinct year from " + Derivation.CHANGED + " order by 1")) {
                while (slices.next()) {
                    changed.add(release + ": " + slices.getString(1));
                }
            }
        });

        loader.load(observed, file("2018,durian,1", "2019,durian,1", "2020,durian,5"));
        loader.load(observed, file("2019,durian,1", "2020,durian,6", "2021,durian,1"));

        assertEquals(List.of("1: 2018", "1: 2019", "1: 2020", "2: 2018", "2: 2020", "2: 2021"), changed);
    }

    @Test
    void tellsOfADryRunWhatWouldChangeAndKeepsNothing() throws Exception {
        loader.load(HARVEST, file("2020,durian,5"));

        LoadResult result = loader.load(new LoadRequest(
                HARVEST,
                file("2020,durian,6", "2021,durian,1"),
                Replacement.DATASET,
                LoadRequest.Outcome.CHECK,
                Consent.ALL,
                LoadRequest.Contention.REFUSE,
                LoadProgress.NONE));

        assertEquals(new LoadResult.Checked(2, 0, 2, 1), result);
        assertEquals(List.of("2020 D 5 1 null"), facts());
        assertEquals(List.of("1"), query("select id from release"));
    }

    @Test
    void makesNoReleaseOfAFileThatChangesNothing() throws Exception {
        load(file("2020,durian,5", "2020,mango,7"), Replacement.SLICES);

        assertEquals(new LoadResult.Unchanged(1), load(file("2020,mango,7", "2020,durian,5"), Replacement.SLICES));
        assertEquals(List.of("1"), query("select id from release"));
    }

    @Test
    void knowsTheSameContentAgainWhenItIsReadOnce() throws Exception {
        load(once("year,fruit,tonnes\n2020,durian,5\n"), Replacement.DATASET);

        assertEquals(
                new LoadResult.Unchanged(1), load(once("year,fruit,tonnes\n2020,durian,5\n"), Replacement.DATASET));
    }

    @Test
    void refusesALoadWhileAnotherOfTheDatasetRuns() throws Exception {
        List<RuntimeException> refused = new ArrayList<>();
        Dataset meeting = HARVEST.deriving((connection, release) -> {
            try {
                load(file("2021,durian,5"), Replacement.DATASET);
            } catch (LoadRefusedException other) {
                refused.add(other);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });

        loader.load(meeting, file("2020,durian,5"));

        assertEquals(1, refused.size());
        assertEquals(List.of("2020 D 5 1 null"), facts());
    }

    @Test
    void keepsTabsQuotesAndBackslashesAsTheyAre() throws Exception {
        execute("create table note (code text primary key, words text)");
        Dataset notes = new Dataset(
                "notes",
                List.of("code", "words"),
                new Target.Terms("note", List.of("code"), List.of("words")),
                List.of(),
                (row, rows) -> rows.add(row.text("code"), row.optional("words").orElse(null)));

        // In d they stand behind a letter that is not ASCII.
        loader.load(notes, content("code,words\na,\"x\ty\\N \"\"z\"\"\n2\"\nb,\nc,\\N\nd,\"é\ty\\N\n2\"\n"));

        assertEquals(
                List.of("a x\ty\\N \"z\"\n2", "b null", "c \\N", "d é\ty\\N\n2"),
                query("select code, words from note order by code"));
    }

    @Test
    void namesEveryBadRowAndKeepsNothing() throws Exception {
        ReleaseRejectedException rejected = assertThrows(
                ReleaseRejectedException.class,
                () -> loader.load(
                        HARVEST, file("2020,durian,5", "20x,durian,5", "2020,apple,5", "2020,mango,-1", "2020,mango")));

        assertEquals(
                List.of(
                        "line 3, column year: '20x' is no whole number",
                        "line 4, column fruit: 'apple' is none of [durian, kiwi, mango]",
                        "line 5, column tonnes: -1 is negative",
                        "line 6, column row: has 2 fields and must have 3"),
                rejected.rejections().stream().map(Rejection::toString).toList());
        assertEquals(List.of(), facts());
    }

    @Test
    void refusesKeysThatAreGivenTwiceInTheirOrder() {
        ReleaseRejectedException rejected = assertThrows(
                ReleaseRejectedException.class,
                () -> loader.load(
                        HARVEST,
                        file("2020,durian,5", "2020,mango,5", "2020,durian,6", "2021,durian,6", "2020,mango,6")));

        assertEquals(
                List.of(
                        new Rejection(4, "year, fruit", "'2020, D' was given in line 2 already"),
                        new Rejection(6, "year, fruit", "'2020, M' was given in line 3 already")),
                rejected.rejections());
    }

    @Test
    void refusesReferencesThatAreUnknownInTheirOrder() {
        ReleaseRejectedException rejected = assertThrows(
                ReleaseRejectedException.class,
                () -> loader.load(HARVEST, file("2020,durian,5", "2020,kiwi,5", "2021,kiwi,5")));

        assertEquals(
                List.of(
                        new Rejection(3, "fruit", "'K' is no known fruit"),
                        new Rejection(4, "fruit", "'K' is no known fruit")),
                rejected.rejections());
    }

    @Test
    void refusesAFileWithAnotherHeader() {
        ReleaseRejectedException rejected = assertThrows(
                ReleaseRejectedException.class, () -> loader.load(HARVEST, content("year,fruit\n2020,durian\n")));

        assertEquals(
                List.of(new Rejection(1, "header", "is [year, fruit] and must be [year, fruit, tonnes]")),
                rejected.rejections());
    }

    @Test
    void refusesAFileWithoutRows() {
        assertThrows(ReleaseRejectedException.class, () -> loader.load(HARVEST, file()));
    }

    @Test
    void stopsTheReportAtItsLimit() {
        String[] bad = new String[ReleaseRejectedException.LIMIT + 50];
        Arrays.fill(bad, "2020,durian,x");

        ReleaseRejectedException rejected =
                assertThrows(ReleaseRejectedException.class, () -> loader.load(HARVEST, file(bad)));

        assertEquals(ReleaseRejectedException.LIMIT, rejected.rejections().size());
    }

    @Test
    void loadsOnceWhenTwoInstancesStartTogether() throws Exception {
        List<LoadResult> results = new ArrayList<>();
        try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
            Callable<LoadResult> start = () -> loader.load(HARVEST, file("2020,durian,5"));
            for (Future<LoadResult> instance : instances.invokeAll(List.of(start, start))) {
                results.add(instance.get());
            }
        }

        assertEquals(
                1, results.stream().filter(LoadResult.Loaded.class::isInstance).count());
        assertEquals(
                1,
                results.stream().filter(LoadResult.Unchanged.class::isInstance).count());
        assertEquals(List.of("2020 D 5 1 null"), facts());
    }

    @Test
    void addsAndRenamesTermsButRemovesNone() throws Exception {
        execute("create table crop (code text primary key, name text)");
        Dataset crops = new Dataset(
                "crops",
                List.of("code", "name"),
                new Target.Terms("crop", List.of("code"), List.of("name")),
                List.of(),
                (row, rows) -> rows.add(List.of(row.text("code"), row.text("name"))));
        loader.load(crops, content("code,name\nD,durain\nM,mango\n"));

        LoadResult result = loader.load(crops, content("code,name\nD,durian\nR,rambutan\n"));

        assertInstanceOf(LoadResult.Loaded.class, result);
        assertEquals(List.of("D durian", "M mango", "R rambutan"), query("select code, name from crop order by code"));
    }

    /** The second name would win, and nobody would know of the first. */
    @Test
    void refusesATermThatIsGivenTwice() throws Exception {
        execute("create table palm (code text primary key)");
        Dataset palms = new Dataset(
                "palms",
                List.of("code"),
                new Target.Terms("palm", List.of("code"), List.of()),
                List.of(),
                (row, rows) -> rows.add(List.of(row.text("code"))));

        ReleaseRejectedException rejected =
                assertThrows(ReleaseRejectedException.class, () -> loader.load(palms, content("code\nD\nM\nD\n")));

        assertEquals(List.of(new Rejection(4, "code", "'D' was given in line 2 already")), rejected.rejections());
        assertEquals(List.of(), query("select code from palm"));
    }

    @Test
    void learnsOfATermWhatWasUnknownAndForgetsWhatIsUnknownNow() throws Exception {
        execute("create table tree (code text primary key, name text)");
        Dataset trees = new Dataset(
                "trees",
                List.of("code", "name"),
                new Target.Terms("tree", List.of("code"), List.of("name")),
                List.of(),
                (row, rows) -> rows.add(
                        Arrays.asList(row.text("code"), row.optional("name").orElse(null))));
        loader.load(trees, content("code,name\nD,\nM,mango\n"));

        loader.load(trees, content("code,name\nD,durian\nM,\n"));

        assertEquals(List.of("D durian", "M null"), query("select code, name from tree order by code"));
    }

    @Test
    void fillsSeveralTablesFromOneFileOrNone() throws Exception {
        execute("create table orchard (code text primary key)");
        Dataset orchards = new Dataset(
                "orchards",
                List.of("year", "fruit", "tonnes"),
                List.of(
                        new Dataset.Part(
                                new Target.Terms("orchard", List.of("code"), List.of()),
                                List.of(),
                                (row, rows) -> rows.add(List.of(row.text("fruit")))),
                        new Dataset.Part(
                                HARVEST.parts().getFirst().target(),
                                List.of(new Dataset.TableReference("fruit", "orchard", "code", "fruit")),
                                (row, rows) ->
                                        rows.add(List.of(row.text("year"), row.text("fruit"), row.text("tonnes"))))));

        ReleaseRejectedException rejected =
                assertThrows(ReleaseRejectedException.class, () -> loader.load(orchards, file("2020,fig,")));
        assertEquals(List.of(new Rejection(2, "tonnes", "is blank and must not be")), rejected.rejections());
        assertEquals(List.of(), query("select code from orchard"));

        loader.load(orchards, file("2020,fig,5"));
        assertEquals(List.of("fig"), query("select code from orchard"));
        assertEquals(List.of("fig 5"), query("select fruit, tonnes from harvest"));

        loader.load(orchards, file("2020,fig,6", "2020,plum,1"));
        assertEquals(List.of("fig", "plum"), query("select code from orchard order by 1"));
    }

    @Test
    void tellsAFaultOnceThatSeveralTablesHave() throws Exception {
        execute("create table store (fruit text, tonnes numeric, release_id bigint, superseded_by bigint)");
        Dataset stored = new Dataset(
                "stored",
                HARVEST.header(),
                List.of(
                        HARVEST.parts().getFirst(),
                        new Dataset.Part(
                                new Target.Facts("store", List.of("fruit"), List.of("tonnes"), "true"),
                                List.of(),
                                (row, rows) -> rows.add(List.of(
                                        row.text("fruit"), row.amount("tonnes").toPlainString())))));

        ReleaseRejectedException rejected =
                assertThrows(ReleaseRejectedException.class, () -> loader.load(stored, file("2020,durian,heavy")));

        assertEquals(1, rejected.rejections().size());
    }

    @Test
    void takesRowsWithoutAKeyForNoDuplicates() throws Exception {
        Dataset gaps = new Dataset(
                HARVEST.id(),
                HARVEST.header(),
                BY_YEAR.parts().getFirst().target(),
                List.of(),
                (row, rows) -> rows.add(Arrays.asList(
                        row.text("year"),
                        row.optional("fruit").orElse(null),
                        row.optional("tonnes").orElse(null))));

        loader.load(gaps, file("2020,D,4", "2021,D,5"));

        loader.load(gaps, file("2020,,", "2020,,", "2021,D,5"));

        assertEquals(List.of("2020 D 4 1 2", "2021 D 5 1 null"), facts());
    }

    @Test
    void checksWhatTheDatabaseChecksLast() throws Exception {
        execute("create table grove (code text, fruit text references fruit deferrable initially deferred,"
                + " release_id bigint, superseded_by bigint)");
        Dataset groves = new Dataset(
                "groves",
                List.of("code", "fruit"),
                new Target.Facts("grove", List.of("code"), List.of("fruit"), "true"),
                List.of(),
                (row, rows) -> rows.add(List.of(row.text("code"), row.text("fruit"))));

        SQLException refused = assertThrows(
                SQLException.class,
                () -> loader.load(new LoadRequest(
                        groves,
                        content("code,fruit\nnorth,fig\n"),
                        Replacement.DATASET,
                        LoadRequest.Outcome.CHECK,
                        Consent.NONE,
                        LoadRequest.Contention.REFUSE,
                        LoadProgress.NONE)));

        assertEquals("23503", refused.getSQLState());
    }

    /** An instance was killed an hour ago, whose row is still there. */
    @Test
    void tellsSinceWhenItRunsBehindALoadThatWasKilled() throws Exception {
        execute(
                "insert into release_load (dataset, file_name, phase, rows_read, started_at, updated_at, step, steps)"
                        + " select 'harvest', 'killed.csv', 'DERIVING', 7, began, began, 2, 3 from (select now() - interval '1 hour') l (began)");

        try (LoadWatch watch = new LoadWatch(DATABASE.dataSource(), "harvest", "harvest.csv")) {
            watch.at(LoadProgress.Phase.READING, 0);

            assertEquals(
                    List.of("harvest.csv READING 0 null null now"),
                    query("select file_name, phase, rows_read, step, steps, " + since("started_at")
                            + " from release_load"));
        }
        assertEquals(List.of(), query("select dataset from release_load"));
    }

    @Test
    void tellsSinceWhenItIsInItsPhase() throws Exception {
        String phase = "select phase, " + since("phase_started_at") + " from release_load";
        try (LoadWatch watch = new LoadWatch(DATABASE.dataSource(), "harvest", "harvest.csv")) {
            watch.at(LoadProgress.Phase.DERIVING, 0);
            execute("update release_load set phase_started_at = now() - interval '1 hour'");

            watch.step(LoadProgress.Phase.DERIVING, 1, 2);
            assertEquals(List.of("DERIVING for long"), query(phase));

            watch.at(LoadProgress.Phase.PUBLISHING, 0);
            assertEquals(List.of("PUBLISHING now"), query(phase));
        }
    }

    private static String since(String moment) {
        return "case when " + moment + " > now() - interval '30 minutes' then 'now' else 'for long' end";
    }

    private LoadResult load(ReleaseFile file, Replacement replacement) throws SQLException, IOException {
        return loader.load(new LoadRequest(
                BY_YEAR,
                file,
                replacement,
                LoadRequest.Outcome.PUBLISH,
                Consent.ALL,
                LoadRequest.Contention.REFUSE,
                LoadProgress.NONE));
    }

    /** Content that a second reading finds empty, as that of a request. */
    private static ReleaseFile once(String text) {
        InputStream content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new ReleaseFile() {
            @Override
            public String name() {
                return "body";
            }

            @Override
            public InputStream open() {
                return content;
            }

            @Override
            public boolean isRepeatable() {
                return false;
            }
        };
    }

    private static ReleaseFile file(String... rows) {
        return content("year,fruit,tonnes\n" + String.join("\n", rows) + "\n");
    }

    private static ReleaseFile content(String text) {
        return new ReleaseFile() {
            @Override
            public String name() {
                return "harvest.csv";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static List<String> facts() throws SQLException {
        return query("select year, fruit, tonnes, release_id, superseded_by from harvest order by 1, 2, 4");
    }

    private static List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    cells.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join(" ", cells));
            }
        }
        return rows;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
