package io.lancang.corridor.changes.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.dataset.LoadProgress;
import io.lancang.kit.dataset.Rejection;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.dataset.ReleaseRejectedException;
import io.lancang.kit.dataset.Replacement;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.Tables;
import io.lancang.kit.load.LoadRequest;
import io.lancang.kit.load.LoadResult;
import io.lancang.kit.load.ReleaseLoader;
import io.lancang.kit.singlefact.Consent;
import io.lancang.kit.startup.PackagedReleases.Packaged;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;

/** The files of the first release of each dataset, one row of which is changed, against the rules of their datasets. */
class CorridorReleasesTest {
    private static final int FIRST_FILES = 8;
    private static final ServiceDatabase DATABASE = ServiceDatabase.start(new Tables());
    private static final ReleaseLoader LOADER = new ReleaseLoader(DATABASE.dataSource());
    private static final List<Packaged> PACKAGED =
            new CorridorReleases().inOrder().subList(0, FIRST_FILES);

    /** A fact in the table {@code one}, and all that it names. */
    private static final String NEW_SEGMENT = """
            insert into segment values ('q-1'), ('q-2');
            insert into corridor values ('q');
            insert into location values ('q-a'), ('q-b');
            insert into release (id, dataset, file_name, sha256) overriding system value values (500, 'segments', 'q', 'q');
            create temp table one on commit drop as select * from segment_fact where id = 'clr-05' and superseded_by is null;
            update one set id = 'q-1', counted_in = 'q-2', corridor = 'q', from_location = 'q-a', to_location = 'q-b',
              release_id = 500;
            """;

    @BeforeAll
    static void loadWhatShips() throws SQLException, IOException {
        for (Packaged release : PACKAGED) {
            LOADER.load(release.dataset(), release.file());
        }
    }

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @Test
    void loadsEveryRow() throws SQLException {
        assertEquals(42, count("current_corridor"));
        assertEquals(164, count("current_segment"));
        assertEquals(183, count("current_location"));
        assertEquals(90, count("current_throughput"));
        assertEquals(13, count("current_zone"));
        assertEquals(10, count("current_industrial_transfer"));
        assertEquals(247, count("source"));
    }

    /** Their notes say `do not add`, which nothing reads: 2 parts of clr-04, 5 of clr-06, 2 and 2 of rail and river, 3 and 5 of gas and fibre. */
    @Test
    void knowsTheWholesOfAFileThatHasNoColumnForThem() throws SQLException {
        assertEquals(6, count("current_segment where not counts_in_length"));
        assertEquals(
                19,
                count("current_segment s cross join unnest(s.whole_of) part join current_segment p on p.id = part"));
    }

    @Test
    void loadsNothingTwice() throws SQLException, IOException {
        for (Packaged release : PACKAGED) {
            assertInstanceOf(LoadResult.Unchanged.class, LOADER.load(release.dataset(), release.file()));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    corridors.csv | "CN,LA",operational,2021  | "CN,LA",running,2021      | 2 | status         | 'running' is none of
                    corridors.csv | 中老铁路,rail              | 中老铁路,train              | 2 | mode           | 'train' is none of
                    corridors.csv | "CN,LA",operational,2021  | "CN,QQ",operational,2021  | 2 | countries_iso2 | 'QQ' is no ISO 3166 alpha-2 code
                    corridors.csv | 2021-12-03,1035           | 3 Dec 2021,1035           | 2 | key_date       | '3 Dec 2021' is no date written YYYY, YYYY-MM or YYYY-MM-DD
                    corridors.csv | partly operational,,,via Laos | partly operational,2021,,via Laos | 3 | key_date | '2021' is a date of 'ksr-central', but neither a column key_date_event nor vocabulary/decisions.csv says what happened then
                    segments.csv  | clr-05,clr,5,mohan,boten  | clr-05,clr,5,mohan,botan  | 6 | to_node        | 'botan' is no known location
                    segments.csv  | clr-05,clr,5,mohan,boten  | clr-05,crl,5,mohan,boten  | 6 | corridor_id    | 'crl' is no known corridor
                    segments.csv  | whole),503.9              | whole),0                  | 5 | length_km      | 0 is no length: it must be above 0 and at most 50000 kilometres
                    segments.csv  | S_CLR_2412                | S_UNHEARD_OF              | 6 | source         | 'S_UNHEARD_OF' is no known source
                    nodes.csv     | ,,25.03889,102.71833      | ,,25.03889,               | 2 | lon            | latitude and longitude must both be given or both be blank
                    nodes.csv     | ,,25.03889,102.71833      | ,,95.03889,102.71833      | 2 | lat            | 95.03889 is not from -90 to 90 degrees
                    nodes.csv     | Yunnan,city,CNKNM         | Yunnan,metropolis,CNKNM   | 2 | kind           | 'metropolis' is none of
                    nodes.csv     | ,,25.03889,102.71833      | ,,15.03889,102.71833      | 2 | lat            | 15.03889, 102.71833 is in THA, 688 km from CHN
                    nodes.csv     | ,,25.03889,102.71833      | ,,25.03889,-102.71833     | 2 | lat            | 25.03889, -102.71833 is more than 2000 km from CHN
                    nodes.csv     | CNANN                     | CNKNM                     | 6 | unlocode       | 'CNKNM' was given in line 2 already
                    segments.csv  | clr-05,clr,5,mohan,boten  | clr-04,clr,5,mohan,boten  | 6 | segment_id     | 'clr-04' was given in line 5 already
                    nodes.csv     | CNANN                     | cnann                     | 6 | unlocode       | 'cnann' is no UN/LOCODE: two letters of the country, then three letters or digits from 2 to 9, without a blank
                    nodes.csv     | CNANN                     | LAANN                     | 6 | unlocode       | 'LAANN' is of the country LA, and the location is in CHN
                    nodes.csv     | ,KMG,                     | ,Kunming,                 | 3 | iata           | 'Kunming' is no IATA code: three letters in capitals
                    segments.csv  | clr-05,clr,5,mohan,boten  | clr-05,clr,5,mohan,mohan  | 6 | to_node        | 'mohan' is where the segment begins, too
                    zones.csv     | free_trade_zone_area,kunming | free_trade_zone_area,kumming | 2 | node_id   | 'kumming' is no known location
                    flows.csv     | corridor,clr,freight_total,2021-12-03,2022-04-06 | corridor,crl,freight_total,2021-12-03,2022-04-06 | 2 | subject_id | 'crl' is no known corridor
                    flows.csv     | 2021-12-03,2022-04-06     | 2022-12-03,2022-04-06     | 2 | period_end     | 2022-04-06 is before the start 2022-12-03
                    flows.csv     | 1300000,t,cumulative      | many,t,cumulative         | 2 | value          | 'many' is no number
                    industrial_transfers.csv | 303000000,CNY revenue | 303000000,      | 2 | unit           | a value and its unit must both be given or both be blank
                    """)
    void refusesARowThatBreaksARule(String file, String text, String changed, long line, String column, String reason)
            throws Exception {
        Packaged release = packaged(file);

        ReleaseRejectedException rejected = assertThrows(
                ReleaseRejectedException.class,
                () -> LOADER.load(release.dataset(), changed(release.file(), text, changed)));

        Rejection first = rejected.rejections().getFirst();
        assertEquals(line, first.line());
        assertEquals(column, first.column());
        assertEquals(
                reason,
                first.reason()
                        .substring(0, Math.min(reason.length(), first.reason().length())));
        assertInstanceOf(
                LoadResult.Unchanged.class,
                LOADER.load(release.dataset(), release.file()),
                "nothing of a rejected release is kept");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    id            = 'x', segment x
                    corridor      = 'x', corridor x
                    from_location = 'x', location x
                    to_location   = 'x', location x
                    counted_in    = 'x', segment x
                    release_id    = 999, release 999
                    superseded_by = 999, release 999
                    """)
    void refusesAFactOfASegmentThatNamesWhatIsNotThere(String change, String missing) {
        String added = NEW_SEGMENT + "update one set " + change + "; insert into segment_fact select * from one";
        String changed = "update segment_fact set " + change + " where id = 'clr-05'";

        assertEquals("A fact of a segment names the " + missing + ", which is not there.", refusal(added));
        assertEquals("A fact of a segment names the " + missing + ", which is not there.", refusal(changed));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    segment,  id = 'q-1'
                    segment,  id = 'q-2'
                    corridor, id = 'q'
                    location, id = 'q-a'
                    location, id = 'q-b'
                    release,  sha256 = 'q'
                    """)
    void keepsWhatAFactOfASegmentNames(String table, String which) {
        String named = NEW_SEGMENT + "insert into segment_fact select * from one;";

        assertEquals(
                "A fact of the segment q-1 names what would be gone from the table " + table + ".",
                refusal(named + "delete from " + table + " where " + which));
    }

    @ParameterizedTest
    @CsvSource({"segment, q-1", "corridor, q", "location, q-b"})
    void neverCallsAnythingOtherwiseThatAFactMayName(String table, String id) {
        assertEquals(
                "What is " + id + " in the table " + table + " is never called z.",
                refusal(NEW_SEGMENT + "update " + table + " set id = 'z' where id = '" + id + "'"));
    }

    /** A row of the past is like one of the present in what they are known by: a release that changes nothing else would be refused. */
    @Test
    void keepsFactsUniqueAmongThoseOfThePresentAlone() throws SQLException {
        String unique = "pg_index x join pg_attribute a on a.attrelid = x.indrelid and a.attname = 'superseded_by'"
                + " where x.indisunique and not x.indisprimary and pg_get_expr(x.indpred, x.indrelid)";

        assertEquals(0, count(unique + " is distinct from '(superseded_by IS NULL)'"));
        assertEquals(17, count(unique + " = '(superseded_by IS NULL)'"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', textBlock = """
                    update segment_fact set length_km = 0 where id = 'clr-05'
                    update segment_fact set great_circle_km = 0 where id = 'clr-05'
                    update corridor_fact set length_km = 0 where id = 'clr'
                    update zone_fact set area_km2 = 0
                    ^insert into segment_line select 'clr-05', 1, '{1,2}', '{1,2}', '{1,2}', 0, max(id) from release^
                    """)
    void hasNothingWithoutALengthOrAnArea(String change) {
        assertEquals("23514", refused(change).getSQLState());
    }

    @Test
    void takesAPeriodOfOneDay() throws SQLException {
        assertTrue(rowsChanged("update throughput set period_end = period_start where period_start is not null") > 0);
        assertEquals(1, rowsChanged("""
                        insert into milestone (id, subject_kind, subject, event, planned, first_day, last_day, release_id)
                        select 'q', 'SEGMENT', 'clr-05', 'OPENING', false, '2021-12-03', '2021-12-03', max(id) from release
                        """));
    }

    /** How many rows a statement changes; they are put back. */
    private static long rowsChanged(String sql) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            return statement.getLargeUpdateCount();
        }
    }

    private static PSQLException refused(String sql) {
        return assertThrows(PSQLException.class, () -> rowsChanged(sql));
    }

    /** The message of a refused statement that breaks a reference. */
    private static String refusal(String sql) {
        PSQLException refused = refused(sql);
        assertEquals("23503", refused.getSQLState());
        return String.valueOf(
                Objects.requireNonNull(refused.getServerErrorMessage()).getMessage());
    }

    @Test
    void refusesToLeaveOutALocationThatASegmentRefersTo() throws Exception {
        Packaged locations = packaged("nodes.csv");
        String row = "boten,Boten border post,磨丁口岸,LA,Luang Namtha,border_crossing,LABTN,,21.16667,101.66667,"
                + "UN/LOCODE:LABTN,arc-minute,paired with Mohan (CN),S_W_BVR\n";

        SQLException refused = assertThrows(
                SQLException.class, () -> LOADER.load(locations.dataset(), changed(locations.file(), row, "")));

        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("The location boten is left out, but segment bt-hx-exp-01"), message);
        assertEquals(183, count("current_location"), "nothing of a refused release is kept");
    }

    @Test
    void leavesOutALocationThatNothingRefersTo() throws Exception {
        Packaged locations = packaged("nodes.csv");

        LOADER.load(locations.dataset(), changed(locations.file(), "kabul,Kabul,", "kabul2,Kabul,"));

        assertEquals(0, count("current_location where id = 'kabul'"));
        LOADER.load(new LoadRequest(
                locations.dataset(),
                locations.file(),
                Replacement.DATASET,
                LoadRequest.Outcome.PUBLISH,
                Consent.ALL,
                LoadRequest.Contention.WAIT,
                LoadProgress.NONE));
        assertEquals(1, count("current_location where id = 'kabul'"));
    }

    private static Packaged packaged(String file) {
        return PACKAGED.stream()
                .filter(release -> release.file().name().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private static ReleaseFile changed(ReleaseFile original, String text, String changed) throws IOException {
        String content;
        try (InputStream stream = original.open()) {
            content = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (!content.contains(text)) {
            throw new AssertionError(original.name() + " does not contain " + text);
        }
        int start = content.indexOf(text);
        String edited = content.substring(0, start) + changed + content.substring(start + text.length());
        return new ReleaseFile() {
            @Override
            public String name() {
                return original.name();
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(edited.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static long count(String table) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }
}
