package io.lancang.standalone;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A steward loads the worked example of corridor-service/IMPORT.md by its commands, and the gateway answers with it. */
class CorridorImportIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    /** With the lines that it goes on over. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^(?:\\./lancang import|curl) (?:.*\\\\\\n)*.*$");

    private static final Pattern LOADED = Pattern.compile("Loaded as release (\\d+)\\.");
    private static final Steward STEWARD = new Steward(SET);

    private static String roads = "";

    /** What each command printed, in the order of the guide. */
    private static final List<String> PRINTED = new ArrayList<>();

    @BeforeAll
    static void followTheGuide(@TempDir Path folder) throws Exception {
        String guide = Files.readString(RunningSet.home().resolve("corridor-service/IMPORT.md"));
        BuiltClone clone = BuiltClone.of(SET.running(), folder);
        Files.writeString(folder.resolve("depots.csv"), block(guide, "```\n(node_id,.*?)```"));
        roads = block(guide, "```json\n(\\{\"type\".*?)```");
        Files.writeString(folder.resolve("roads.geojson"), roads);
        List<String> commands =
                COMMAND.matcher(guide).results().map(MatchResult::group).toList();
        for (String command : commands) {
            double before = SET.eventsHeard("corridor");
            ShellCommand ran = clone.run(here(command), Map.of("TOKEN", STEWARD.token()));
            assertEquals(0, ran.status(), () -> command + ran.complaint() + ran.printed());
            PRINTED.add(ran.printed());
            LOADED.matcher(ran.printed())
                    .results()
                    .forEach(release -> STEWARD.tookOver("corridor", release.group(1), before));
        }
    }

    private static String here(String command) {
        URI corridor = URI.create(SET.running().serviceUrl("corridor"));
        return ShellCommand.failingWhereRefused(command)
                .replace(
                        "http://localhost:8082",
                        corridor.resolve("/").toString().replaceAll("/$", ""))
                .replace("http://127.0.0.1:8080", SET.running().gatewayRoot());
    }

    @AfterAll
    static void theOtherTestsFindWhatShips() throws IOException {
        STEWARD.withdrawAll();
    }

    /** The depot is checked, loaded, and then known, by HTTP too; the road is loaded; and the answer goes that way. */
    @Test
    void itsCommandsDoWhatTheySay() {
        List<String> expected = List.of(
                "The file has no fault.",
                "Loaded as release ",
                "UNCHANGED",
                "Nothing changed: release ",
                "Loaded as release ",
                "\"to\":{\"id\":\"na-mo-depot\"}");
        assertEquals(expected.size(), PRINTED.size(), PRINTED::toString);
        for (int i = 0; i < expected.size(); i++) {
            assertTrue(PRINTED.get(i).contains(expected.get(i)), PRINTED.get(i));
        }
    }

    @Test
    void aLocationOfACsvFileIsThereWithItsSourceAndTheNameOfItsCountry() {
        SET.ask("""
                { location(id: "na-mo-depot") { name name2: name(language: ZH) kind coordinates { latitude longitude }
                    partner { code name } sources { id title } corridors { id } } }""")
                .body("errors", nullValue())
                .body("data.location.name", is("Na Mo depot"))
                .body("data.location.name2", is("纳莫货场"))
                .body("data.location.kind", is("LOGISTICS_PARK"))
                .body("data.location.coordinates.latitude.doubleValue()", closeTo(20.93, 1e-5))
                .body("data.location.partner.name", is("Lao People's Democratic Republic"))
                .body("data.location.sources.id", is(List.of("S_W_BVR")))
                .body("data.location.corridors.id", is(List.of("kbe")));
    }

    @Test
    void aSegmentOfAGeoJsonFileIsPartOfItsCorridorAndOfRoutes() {
        SET.ask("""
                { corridor(id: "kbe") { segments { id lengthKm greatCircleKm opened { text precision } } }
                  routes(from: "bangkok", to: "na-mo-depot", modes: [ROAD], alternatives: 1) {
                    routes { legs { segment { id } to { id } } partners { code name } crossings { to { id } } } } }""")
                .body("errors", nullValue())
                .body(
                        "data.corridor.segments.find { it.id == 'kbe-depot-road' }.greatCircleKm.doubleValue()",
                        closeTo(27.7, 0.1))
                .body("data.corridor.segments.find { it.id == 'kbe-depot-road' }.opened.precision", is("MONTH"))
                .body("data.routes.routes", hasSize(1))
                .body("data.routes.routes[0].legs[-1].segment.id", is("kbe-depot-road"))
                .body("data.routes.routes[0].legs[-1].to.id", is("na-mo-depot"))
                .body("data.routes.routes[0].partners.name", hasItem("Lao People's Democratic Republic"))
                .body("data.routes.routes[0].crossings.to.id", is(List.of("houayxay")));
    }

    /** The places are 27.7 km apart, the ends of what is drawn in the Caribbean some 860. */
    @Test
    void aLineOnAnotherContinentIsDoubtedAndSaysNothingAboutTheSegment() throws IOException {
        String elsewhere = roads.replace(
                "[[101.66667, 21.16667], [101.75, 20.93]]", "[[-78.33333, 21.16667], [-78.2, 21.1], [-70, 20.93]]");
        STEWARD.load("corridor", "segments", "roads.geojson", elsewhere);

        SET.ask("{ segment(id: \"kbe-depot-road\") { greatCircleKm greatCircleComputed findings { kind } } }")
                .body("errors", nullValue())
                .body("data.segment.greatCircleKm.doubleValue()", closeTo(27.7, 0.1))
                .body("data.segment.greatCircleComputed", is(true))
                .body("data.segment.findings.kind", hasItem("LINE_OFF_ENDS"));
    }

    private static String block(String guide, String pattern) {
        Matcher block = Pattern.compile(pattern, Pattern.DOTALL).matcher(guide);
        if (!block.find()) {
            throw new AssertionError("the guide has no example like " + pattern);
        }
        return block.group(1);
    }
}
