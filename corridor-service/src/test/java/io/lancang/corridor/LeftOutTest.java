package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What something refers to stays: a release that others build on is not withdrawn before them, and no row names what is not there. */
@QuarkusTest
@TestSecurity(user = "mei", roles = "steward")
class LeftOutTest extends RunningService {
    private static final String SEGMENTS =
            "segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source\n";
    private static final String SEGMENT = "%s,%s,%d,%s,road,N,,,,operational,,,,,S_W_BVR\n";

    @Inject
    DataSource database;

    /**
     * Two segments, a zone and a figure are of lv-a, the segments and the figure in a second form. The third segment and the second zone were of
     * lv-a once, and are of lv-b.
     */
    @Test
    void tellsWhatRefersToWhatWouldBeGone() {
        String location = """
                node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source
                %s,T,测,LA,,town,,,,,,,,S_W_BVR
                """;
        String corridor = """
                corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,length_km,note,source
                %s,T,测,road,LA,operational,,,,S_W_BVR
                """;
        String zones = """
                zone_id,name_en,name_zh,kind,node_id,date,note,area_km2,source
                lv-z2,Z,区,industrial_park,%s,,,,S_W_BVR
                """;
        String figures = """
                subject_kind,subject_id,metric,period_start,period_end,value,unit,basis,note,source
                node,lv-a,cargo,2023-01-01,2023-12-31,%1$d,t,period,,S_W_BVR
                corridor,lv,cargo,2023-01-01,2023-12-31,%1$d,t,period,,S_W_BVR
                """;
        String transfers = """
                zone_id,subject,sector,fact,year,value,unit,source
                lv-z1,One,textiles,moved in,2024,%1$d,projects,S_W_BVR
                lv-z1,Two,textiles,moved in,2024,%1$d,projects,S_W_BVR
                """;
        try (Releases releases = new Releases()) {
            releases.load("locations", location.formatted("lv-b"));
            String a = releases.load("locations", location.formatted("lv-a"));
            releases.load("corridors", corridor.formatted("lw"));
            String lv = releases.load("corridors", corridor.formatted("lv"));
            releases.load(
                    "segments",
                    SEGMENTS
                            + SEGMENT.formatted("lv-1", "lv", 1, "lv-b,lv-a")
                            + SEGMENT.formatted("lv-2", "lv", 2, "lv-a,lv-b")
                            + SEGMENT.formatted("lv-3", "lv", 3, "lv-a,lv-b"));
            releases.load(
                    "segments",
                    SEGMENTS
                            + SEGMENT.formatted("lv-1", "lv", 4, "lv-b,lv-a")
                            + SEGMENT.formatted("lv-2", "lv", 5, "lv-a,lv-b")
                            + SEGMENT.formatted("lv-3", "lw", 3, "lv-b,mohan"));
            releases.load("zones", zones.formatted("lv-a"));
            String zone =
                    releases.load("zones", zones.formatted("lv-b") + "lv-z1,Z,区,industrial_park,lv-a,,,,S_W_BVR\n");
            releases.load("throughput", figures.formatted(5));
            releases.load("throughput", figures.formatted(6));
            releases.load("industrial_transfers", transfers.formatted(5));
            releases.load("industrial_transfers", transfers.formatted(6));

            assertEquals(
                    "The location lv-a is left out, but segment lv-1, segment lv-2,"
                            + " throughput node:lv-a:cargo:2023-01-01/2023-12-31:period, zone lv-z1 refers to it.",
                    refusal(a));
            assertEquals(
                    "The corridor lv is left out, but segment lv-1, segment lv-2,"
                            + " throughput corridor:lv:cargo:2023-01-01/2023-12-31:period refers to it.",
                    refusal(lv));
            assertEquals(
                    "The zone lv-z1 is left out, but industrial transfer One, industrial transfer Two refers to it.",
                    refusal(zone));
        }
    }

    private static String refusal(String release) {
        return given().delete("/releases/" + release)
                .then()
                .statusCode(409)
                .extract()
                .<String>path("error.message")
                .replace(" Nothing was loaded.", "");
    }

    /** The row is that of the first segment of the China-Laos Railway, but for one reference. */
    @ParameterizedTest
    @CsvSource({
        "id, '\"lv-9\"', segment lv-9",
        "corridor, '\"lv-9\"', corridor lv-9",
        "from_location, '\"lv-9\"', location lv-9",
        "to_location, '\"lv-9\"', location lv-9",
        "counted_in, '\"lv-9\"', segment lv-9",
        "release_id, 999999999, release 999999999",
        "superseded_by, 999999999, release 999999999"
    })
    void noRowOfASegmentNamesWhatIsNotThere(String column, String value, String named) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String row = "insert into segment_fact select (jsonb_populate_record(f, '{\"superseded_by\": 1, \"" + column
                    + "\": " + value + "}')).* from segment_fact f where id = 'clr-01' and superseded_by is null";

            SQLException refused = assertThrows(SQLException.class, () -> statement.execute(row));

            assertEquals("23503", refused.getSQLState());
            assertEquals(
                    "ERROR: A fact of a segment names the " + named + ", which is not there.",
                    String.valueOf(refused.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
