package io.lancang.corridor.changes.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.kit.dataset.LoadProgress;
import io.lancang.kit.dataset.Rejection;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.dataset.ReleaseRejectedException;
import io.lancang.kit.dataset.Replacement;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.load.LoadRequest;
import io.lancang.kit.load.LoadResult;
import io.lancang.kit.load.ReleaseLoader;
import io.lancang.kit.singlefact.Consent;
import io.lancang.kit.startup.PackagedReleases.Packaged;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All files that ship: the first release of each dataset, and what was found since. */
class AddedFactsTest {
    private static final ServiceDatabase DATABASE = ServiceDatabase.start(new ShippedNetwork());
    private static final ReleaseLoader LOADER = new ReleaseLoader(DATABASE.dataSource());
    private static final List<Packaged> PACKAGED = new CorridorReleases().inOrder();

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    /** The rows of the first release and those that were added; rows that were stated anew are counted once. */
    @Test
    void addsWhatTheFirstReleaseLacksAndKeepsTheRest() throws SQLException {
        assertEquals(42 + 8, count("current_corridor"));
        assertEquals(164 + 53, count("current_segment"));
        assertEquals(183 + 16, count("current_location"));
        assertEquals(90 + 6, count("current_throughput"));
        assertEquals(247 + 106, count("source"));
        assertEquals(47, count("current_milestone"));
        // 448 of the gazetteer and of pages, and three of the Pan-Asia Railway.
        assertEquals(448 + 3, count("current_name"));
    }

    @Test
    void loadsNothingTwice() throws Exception {
        for (Packaged release : PACKAGED) {
            assertInstanceOf(
                    LoadResult.Unchanged.class,
                    LOADER.load(LoadRequest.packaged(release.dataset(), release.file(), release.replacement())));
        }
    }

    /** A sample of the sheets, each by another column. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    current_segment where id = 'nn-hanoi-02' and status = 'OPERATIONAL' and opened = '2025-12-05'
                    (select count(*) as n, percentile_cont(0.5) within group (order by length_km / great_circle_km) as median from current_segment where mode in ('RAIL', 'ROAD', 'WATERWAY', 'SEA') and counts_in_length and length_km is not null and great_circle_km is not null) s where n = 79 and round(median::numeric, 2) = 1.15
                    current_segment where id = 'lc-exp-05' and status = 'APPROVED' and status_note = 'approved (July 2024)'
                    current_segment where id = 'gms-sec-05' and status = 'CLOSED' and length_km = 0.62 and opened = '2019-04'
                    current_segment where id = 'ksr-central-06' and opened is null and length_km is null
                    current_segment where id = 'clr-06' and whole_of = '{clr-07,clr-08,clr-09,clr-10,clr-11}' and not counts_in_length
                    current_segment where id = 'ksr-central-08' and whole_of = '{my-sg-02}' and not counts_in_length
                    current_segment where id = 'r13n-01' and counted_in = 'kbe-07' and counts_in_length
                    current_segment where id = 'kh-nr5-04' and length_km is null and status = 'PARTLY_OPERATIONAL'
                    current_segment where id = 'cv-power-02' and length_km = 300 and cost = 'CNY 413m (US$53m)'
                    current_location where id = 'tuas' and coordinate_precision = 'BRIDGE' and name_zh is null
                    current_location where id = 'moreh' and paired_with = 'tamu' and country = 'IND'
                    current_location where id = 'mengkang' and paired_with = 'lantouy'
                    current_corridor where id = 'tlh' and status = 'PARTLY_OPERATIONAL' and countries = '{IND,MMR}'
                    current_throughput where corridor = 'clr' and period_end = '2022-12-02' and value = 11200000
                    current_stated_doubt where subject = 'ah14-mm-03' and detail = '460 km (S_LCA_MMR); 453 km (S_INVMM); 477 km (S_W_NH3MM)'
                    current_milestone where subject = 'my-sg-04' and last_day = '2026-12-31' and planned and stated_on = '2023'
                    current_milestone where subject = 'lchnhp-rail-03' and event = 'COMPLETION' and first_day is null and last_day = '2030-12-31'
                    current_milestone where subject = 'kyaukpyu-sez' and event = 'COMPLETION' and first_day is null and last_day is null
                    current_name where subject = 'vientiane' and language = 'lo' and name = 'ວຽງຈັນ'
                    current_citation where subject = 'khh-road-05' and source = 'S_VNP15'
                    """)
    void holdsWhatTheSheetsSay(String fact) throws SQLException {
        assertEquals(1, count(fact));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    ,,,maybe            | doubts: 'maybe' is no doubt: one of [APPROXIMATE, DERIVED, SOURCES_DISAGREE, UNVERIFIED], a colon and what is doubtful
                    ,,,DERIVED:         | doubts: 'DERIVED:' is no doubt: one of [APPROXIMATE, DERIVED, SOURCES_DISAGREE, UNVERIFIED], a colon and what is doubtful
                    ,clr-02;clr-99,,    | whole_of: 'clr-99' is no known segment
                    ,clr-02;t-1,,       | whole_of: 't-1' is the segment itself
                    ,,clr-99,           | counted_in: 'clr-99' is no known segment
                    """)
    void refusesAColumnThatNamesNothing(String statusNoteAndMore, String fault) {
        String file =
                "segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,"
                        + "great_circle_km,source,status_note,whole_of,counted_in,doubts\n"
                        + "t-1,clr,90,kunming,mohan,RAIL,Test,,,,PLANNED,,,,,S_W_BVR," + statusNoteAndMore + "\n";

        Rejection rejection = rejection("segments-2026-11.csv", file);

        assertEquals(fault, rejection.column() + ": " + rejection.reason());
    }

    @Test
    void refusesAMilestoneOrNameOfSomethingUnknown() {
        assertEquals("'clr-99' is no known segment", reason("milestones.csv", """
                        subject_kind,subject_id,event,planned,earliest,latest,stated_on,note,source,doubts
                        segment,clr-99,OPENING,true,2030,2030,2026,,S_W_BVR,
                        """));
        assertEquals("'2029' is before '2030'", reason("milestones.csv", """
                        subject_kind,subject_id,event,planned,earliest,latest,stated_on,note,source,doubts
                        segment,clr-01,OPENING,true,2030,2029,2026,,S_W_BVR,
                        """));
        assertEquals("'atlantis' is no known location", reason("names.csv", """
                        subject_kind,subject_id,language,script,name,note,source
                        node,atlantis,en,Latn,Atlantis,,S_W_BVR
                        """));
        assertEquals("'Lao' is not an ISO 639 code of two or three small letters, or und", reason("names.csv", """
                        subject_kind,subject_id,language,script,name,note,source
                        node,boten,Lao,Laoo,ບໍ່ເຕັນ,,S_W_BVR
                        """));
    }

    private static String reason(String dataset, String content) {
        return rejection(dataset, content).reason();
    }

    private static Rejection rejection(String dataset, String content) {
        Packaged packaged = packaged(dataset);
        return assertThrows(
                        ReleaseRejectedException.class,
                        () -> LOADER.load(new LoadRequest(
                                packaged.dataset(),
                                file(content),
                                Replacement.SLICES,
                                LoadRequest.Outcome.CHECK,
                                Consent.ALL,
                                LoadRequest.Contention.WAIT,
                                LoadProgress.NONE)))
                .rejections()
                .getFirst();
    }

    private static ReleaseFile file(String content) {
        return new ReleaseFile() {
            @Override
            public String name() {
                return "test.csv";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static Packaged packaged(String file) {
        return PACKAGED.stream()
                .filter(release -> release.file().name().equals(file))
                .findFirst()
                .orElseThrow();
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
