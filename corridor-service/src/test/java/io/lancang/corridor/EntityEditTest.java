package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zones, transfers of industry, programmes, names and milestones change one by one, each change a release of its own that can be undone. */
@QuarkusTest
@TestSecurity(user = "mei", roles = "steward")
class EntityEditTest extends RunningService {
    private static final String PARK = """
            id: "test-park", name: "Test park", nameZh: "测试园", kind: INDUSTRIAL_PARK, location: "mohan", source: "S_W_BVR\"""";
    private static final String STATED = """
            kind: SEGMENT, subject: "clr-05", event: OPENING, planned: true, earliest: "2027", latest: "2028-06",
            statedOn: "2026-11-01", source: "S_W_BVR\"""";
    private static final String MOVED = """
            zone: "ruili-park", subject: "Test works", sector: "textiles", fact: "moved in", year: 2024, value: 5.50,
            unit: "projects", source: "S_W_BVR\"""";
    private static final String MOVED_ID = "ruili-park:Test works:moved in";
    private static final String STATED_ID = "segment:clr-05:opening:true:2027/2028-06:2026-11-01";

    @Inject
    DataSource database;

    private long before;

    @BeforeEach
    void remember() throws SQLException {
        before = SingleFacts.last(database);
    }

    @AfterEach
    void takeBack() throws SQLException {
        SingleFacts.takeBackSince(database, before, List.of("ed-1", "ed-2", "ed-3", "ed-9", "ed-new", "ed-last"));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from zone where id = 'test-park'");
            statement.execute("delete from source where id = 'TEST_NOTES'");
        }
    }

    private static JsonPath mutate(String field) {
        return Graph.data("mutation { " + field + " }");
    }

    private static JsonPath refused(String field) {
        return Graph.error("mutation { " + field + " }");
    }

    private static void undoLast() {
        String last = Graph.data("{ edits(first: 1) { nodes { release } } }").getString("edits.nodes[0].release");
        mutate("undoNetworkEdit(release: \"" + last + "\") { release }");
    }

    /**
     * ed-2 stood in place 20 once, and ed-3 in place 5. Between 3 and 9 there is a gap: what is added before ed-2 moves ed-2 and ed-3 and not
     * ed-9, which what is added last comes behind.
     */
    @Test
    void makesRoomInTheOrderOfACorridorUpToTheNextGap() {
        String segments = """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                ed-2,ed,%d,mohan,boten,road,N,,,,planned,,,,,S_W_BVR
                ed-3,ed,%d,mohan,boten,road,N,,,,planned,,,,,S_W_BVR
                """;
        Releases releases = new Releases();
        releases.load("corridors", """
                corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,length_km,note,source
                ed,Edited,改,road,LA,operational,,,,S_W_BVR
                """);
        releases.load("segments", segments.formatted(20, 5) + """
                ed-1,ed,1,mohan,boten,road,N,,,,planned,,,,,S_W_BVR
                ed-9,ed,9,mohan,boten,road,N,,,,planned,,,,,S_W_BVR
                """);
        releases.load("segments", segments.formatted(2, 3));
        String add = """
                mutation { addSegment(segment: {id: "%s", corridor: "ed", from: "mohan", to: "boten", mode: ROAD, name: "N", status: PLANNED,
                  source: "S_W_BVR"%s}) { id } }
                """;

        Graph.data(add.formatted("ed-new", ", before: \"ed-2\""));
        Graph.data(add.formatted("ed-last", ""));

        assertEquals(
                List.of("ed-1,ed,1", "ed-new,ed,2", "ed-2,ed,3", "ed-3,ed,4", "ed-9,ed,9", "ed-last,ed,10"),
                given().get("/export/segments.csv")
                        .asString()
                        .lines()
                        .filter(line -> line.startsWith("ed-"))
                        .map(line -> String.join(",", List.of(line.split(",")).subList(0, 3)))
                        .toList());
    }

    @Test
    void addsAZoneWithItsSourceItsDoubtsAndItsEntryInTheAudit() {
        JsonPath added = mutate(
                        "addZone(zone: {" + PARK
                                + ", date: \"2016-04\", dateEvent: APPROVED, areaKm2: 4.5, note: \"N\","
                                + " doubts: [{kind: UNVERIFIED, detail: \"one page\"}]}) { name nameZh: name(language: ZH) kind"
                                + " location { id } established { text } keyDate { event } areaKm2 note sources { id } findings { kind detail } }")
                .setRootPath("data.addZone");

        assertEquals("Test park", added.getString("name"));
        assertEquals("测试园", added.getString("nameZh"));
        assertEquals("mohan", added.getString("location.id"));
        assertEquals("2016-04", added.getString("established.text"));
        assertEquals("APPROVED", added.getString("keyDate.event"));
        assertEquals(new BigDecimal("4.5"), added.get("areaKm2"));
        assertEquals(List.of("S_W_BVR"), added.getList("sources.id"));
        assertEquals(List.of("one page"), added.getList("findings.detail"));
        JsonPath entry = Graph.data(
                        "{ edits(subject: \"test-park\") { nodes { editor action content source { id } } } }")
                .setRootPath("data.edits.nodes[0]");
        assertEquals("mei", entry.getString("editor"));
        assertEquals("addZone", entry.getString("action"));
        assertTrue(entry.getString("content").contains("\"areaKm2\":\"4.5\""), entry.prettify());
        assertEquals("S_W_BVR", entry.getString("source.id"));
    }

    @Test
    void correctsAZoneAndTellsThePastAsItWas() {
        mutate("addZone(zone: {" + PARK
                + ", note: \"first\", doubts: [{kind: UNVERIFIED, detail: \"one page\"}]}) { id }");
        String first = Releases.lastMoment();

        JsonPath corrected = mutate(
                        "correctZone(zone: {id: \"test-park\", name: \"Park\", nameZh: \"园\", kind: LOGISTICS_PARK,"
                                + " location: \"boten\", areaKm2: 2, source: \"S_W_KBE\"}) { name kind location { id } note"
                                + " sources { id } findings { kind } }")
                .setRootPath("data.correctZone");

        assertEquals("Park", corrected.getString("name"));
        assertEquals("boten", corrected.getString("location.id"));
        assertNull(corrected.get("note"), "what is left out is not known");
        assertEquals(List.of("S_W_BVR", "S_W_KBE"), corrected.getList("sources.id"));
        assertEquals(List.of(), corrected.getList("findings"));
        JsonPath then = Graph.data("{ zones(filter: {location: \"mohan\"}, asOf: \"" + first
                        + "\") { id name note sources { id } findings { kind } } }")
                .setRootPath("data.zones.find { it.id == 'test-park' }");
        assertEquals("first", then.getString("note"));
        assertEquals(List.of("S_W_BVR"), then.getList("sources.id"));
        assertEquals(List.of("UNVERIFIED"), then.getList("findings.kind"));
    }

    @Test
    void undoesACorrectionAndThenTheZone() {
        String zone = "{ location(id: \"mohan\") { zones { id note findings { detail } } } }";
        List<String> before = Graph.data(zone).getList("location.zones.id");
        mutate("addZone(zone: {" + PARK
                + ", note: \"first\", doubts: [{kind: UNVERIFIED, detail: \"one page\"}]}) { id }");
        String added = Graph.data("{ edits(first: 1) { nodes { release } } }").getString("edits.nodes[0].release");
        mutate("correctZone(zone: {" + PARK + ", note: \"second\"}) { id }");

        undoLast();

        JsonPath again = Graph.data(zone).setRootPath("data.location.zones.find { it.id == 'test-park' }");
        assertEquals("first", again.getString("note"));
        assertEquals(List.of("one page"), again.getList("findings.detail"));
        String later = refused("undoNetworkEdit(release: \"" + added + "\") { release }")
                .getString("extensions.code");
        assertEquals("CONFLICT", later, "its row was closed by the correction, and what stands is of the undoing");
        assertFalse(before.contains("test-park"));
    }

    @Test
    void undoesAZoneThatNothingHasChanged() {
        mutate("addZone(zone: {" + PARK + "}) { id }");

        undoLast();

        assertFalse(Graph.data("{ zones { id } }").getList("zones.id").contains("test-park"));
        assertEquals(
                "There is, or once was, a zone 'test-park'.",
                refused("addZone(zone: {" + PARK + "}) { id }").getString("message"));
    }

    @Test
    void aTransferOfIndustryIsOnRecordUntilItIsRemoved() {
        String transfers =
                "{ zones { id industrialTransfers { id subject sector fact year value unit sources { id } findings { kind } } } }";
        String park = "zones.find { it.id == 'ruili-park' }.industrialTransfers";
        List<String> before = Graph.data(transfers).getList(park + ".id");

        JsonPath edit = mutate("addIndustrialTransfer(transfer: {" + MOVED
                        + ", doubts: [{kind: UNVERIFIED, detail: \"one page\"}]}) { action subject before }")
                .setRootPath("data.addIndustrialTransfer");

        assertEquals("addIndustrialTransfer", edit.getString("action"));
        assertEquals("ruili-park", edit.getString("subject"));
        assertEquals("{}", edit.getString("before"));
        JsonPath added = Graph.data(transfers).setRootPath("data." + park + ".find { it.id == '" + MOVED_ID + "' }");
        assertEquals("Test works", added.getString("subject"));
        assertEquals("textiles", added.getString("sector"));
        assertEquals(2024, added.getInt("year"));
        assertEquals("5.50", added.getString("value"), "as it was given");
        assertEquals(List.of("S_W_BVR"), added.getList("sources.id"));
        assertEquals(List.of("UNVERIFIED"), added.getList("findings.kind"));
        assertEquals(
                "The industrial transfer '" + MOVED_ID + "' is on record already.",
                refused("addIndustrialTransfer(transfer: {" + MOVED + "}) { release }")
                        .getString("message"));

        mutate("removeIndustrialTransfer(id: \"" + MOVED_ID + "\", source: \"S_W_KBE\") { release }");
        assertEquals(before, Graph.data(transfers).getList(park + ".id"));
        undoLast();
        assertEquals(List.of("S_W_BVR"), added(transfers, park).getList("sources.id"));
        assertEquals(List.of("UNVERIFIED"), added(transfers, park).getList("findings.kind"));
    }

    private static JsonPath added(String transfers, String park) {
        return Graph.data(transfers).setRootPath("data." + park + ".find { it.id == '" + MOVED_ID + "' }");
    }

    @Test
    void aTransferThatIsReportedAnewHasTheSourceThatReportsItNow() {
        String doubt = ", doubts: [{kind: UNVERIFIED, detail: \"one page\"}]";
        mutate("addIndustrialTransfer(transfer: {" + MOVED + doubt + "}) { release }");
        mutate("removeIndustrialTransfer(id: \"" + MOVED_ID + "\", source: \"S_W_BVR\") { release }");
        mutate("addIndustrialTransfer(transfer: {" + MOVED.replace("S_W_BVR", "S_W_KBE") + "}) { release }");

        JsonPath again = Graph.data("{ industrialTransfers { id sources { id } findings { kind } } }")
                .setRootPath("data.industrialTransfers.find { it.id == '" + MOVED_ID + "' }");
        assertEquals(List.of("S_W_KBE"), again.getList("sources.id"));
        assertEquals(List.of(), again.getList("findings"));
    }

    /** Of a province as a whole, which no zone has; what a file gave can be removed, too, and is there again when that is undone. */
    @Test
    void aTransferThatAFileGaveIsRemovedAndThereAgainWhenThatIsUndone() {
        String id = ":Yunnan open border ports:number of ports open to the outside, fourth in China";
        String all = "{ industrialTransfers { id value unit sources { id } } }";
        String given = Graph.data(all).getString("industrialTransfers.find { it.id == '" + id + "' }");

        JsonPath removed =
                mutate("removeIndustrialTransfer(id: \"" + id + "\", source: \"S_W_BVR\") { subject before }");
        assertEquals(id, removed.getString("removeIndustrialTransfer.subject"));
        assertTrue(removed.getString("removeIndustrialTransfer.before").contains("\"value\":\"28\""));
        assertNull(Graph.data(all).getString("industrialTransfers.find { it.id == '" + id + "' }"));

        undoLast();
        assertEquals(given, Graph.data(all).getString("industrialTransfers.find { it.id == '" + id + "' }"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    zone: "no-park", year: 2024             | NOT_FOUND      | There is no zone 'no-park'.
                    zone: "ruili-park", year: 1948          | BAD_USER_INPUT | `year`: 1948 is not from 1949 to 2100.
                    value: 5                                | BAD_USER_INPUT | `unit`: a value and its unit must both be given or both be blank.
                    value: -5, unit: "projects"             | BAD_USER_INPUT | `value` is -5; it must not be negative, with at most 20 digits before its point and behind it.
                    source: "S_NONE"                        | NOT_FOUND      | There is no source 'S_NONE'.
                    """)
    void refusesATransferThatBreaksARule(String given, String code, String message) {
        String source = given.contains("source") ? "" : ", source: \"S_W_BVR\"";
        JsonPath error = refused("addIndustrialTransfer(transfer: {subject: \"S\", sector: \"all\", fact: \"F\", "
                + given + source + "}) { release }");

        assertEquals(message, error.getString("message"));
        assertEquals(code, error.getString("extensions.code"));
        assertEquals(
                "There is no industrial transfer 'ruili-park:S'.",
                refused("removeIndustrialTransfer(id: \"ruili-park:S\", source: \"S_W_BVR\") { release }")
                        .getString("message"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    addZone    | kind: INDUSTRIAL_PARK | location: "nowhere"               | NOT_FOUND      | There is no location 'nowhere'.
                    addZone    | kind: INDUSTRIAL_PARK | location: "mohan", areaKm2: 0     | BAD_USER_INPUT | `areaKm2`: 0 is no area: it must be above 0.
                    addZone    | kind: INDUSTRIAL_PARK | location: "mohan", date: "2016"   | BAD_USER_INPUT | `dateEvent`: a date and what happened then must both be given or both be blank.
                    addZone    | kind: INDUSTRIAL_PARK | location: "mohan", date: "spring", dateEvent: OPENED | BAD_USER_INPUT | `date` is 'spring', which is no date.
                    correctZone| kind: INDUSTRIAL_PARK | location: "mohan"                 | NOT_FOUND      | There is no zone 'test-park'.
                    """)
    void refusesAZoneThatBreaksARule(String mutation, String kind, String further, String code, String message) {
        JsonPath error = refused(mutation + "(zone: {id: \"test-park\", name: \"P\", nameZh: \"园\", " + kind + ", "
                + further + ", source: \"S_W_BVR\"}) { id }");

        assertEquals(message, error.getString("message"));
        assertEquals(code, error.getString("extensions.code"));
        assertEquals(
                List.of(), Graph.data("{ edits { nodes { release } } }").getList("edits.nodes"), "nothing is kept");
    }

    @Test
    void aCorridorBelongsToAProgrammeUntilThatEnds() {
        String corridor = "{ corridor(id: \"kbe\"%s) { programmes sources { id } } }";
        List<String> before = Graph.data(corridor.formatted("")).getList("corridor.programmes");
        assertFalse(before.contains("NEW_LAND_SEA_TRADE_CORRIDOR"));

        JsonPath added = mutate(
                "addProgramme(corridor: \"kbe\", programme: NEW_LAND_SEA_TRADE_CORRIDOR, why: \"a plan of 2026\","
                        + " source: \"S_W_BVR\") { programmes sources { id } }");
        String meanwhile = Releases.lastMoment();

        assertTrue(added.getList("addProgramme.programmes").contains("NEW_LAND_SEA_TRADE_CORRIDOR"));
        assertEquals("S_W_BVR", added.getList("addProgramme.sources.id").getLast());
        assertEquals(
                "kbe as a part of NEW_LAND_SEA_TRADE_CORRIDOR is on record already.",
                refused("addProgramme(corridor: \"kbe\", programme: NEW_LAND_SEA_TRADE_CORRIDOR, why: \"again\","
                                + " source: \"S_W_BVR\") { id }")
                        .getString("message"));
        JsonPath ended = mutate(
                "endProgramme(corridor: \"kbe\", programme: NEW_LAND_SEA_TRADE_CORRIDOR, source: \"S_W_BVR\") { programmes }");
        assertEquals(before, ended.getList("endProgramme.programmes"));
        assertTrue(Graph.data(corridor.formatted(", asOf: \"" + meanwhile + "\""))
                .getList("corridor.programmes")
                .contains("NEW_LAND_SEA_TRADE_CORRIDOR"));
        assertEquals(
                "NOT_FOUND",
                refused(
                                "endProgramme(corridor: \"kbe\", programme: NEW_LAND_SEA_TRADE_CORRIDOR, source: \"S_W_BVR\") { id }")
                        .getString("extensions.code"));
        undoLast();
        assertTrue(Graph.data(corridor.formatted(""))
                .getList("corridor.programmes")
                .contains("NEW_LAND_SEA_TRADE_CORRIDOR"));
    }

    @Test
    void aNameIsFoundUntilItIsRemoved() {
        String found =
                "{ locations(filter: {text: \"Prueba del paso\"}) { nodes { id alternateNames { name language script source { id } } } } }";
        mutate(
                "addName(name: {kind: LOCATION, subject: \"mohan\", language: \"es\", script: \"Latn\", name: \"Prueba del paso\","
                        + " source: \"S_W_BVR\"}) { action subject }");

        JsonPath mohan = Graph.data(found);
        assertEquals(List.of("mohan"), mohan.getList("locations.nodes.id"));
        assertEquals(
                List.of("S_W_BVR"),
                mohan.getList("locations.nodes[0].alternateNames.findAll { it.language == 'es' }.source.id"));
        assertEquals(
                "CONFLICT",
                refused("addName(name: {kind: LOCATION, subject: \"mohan\", language: \"es\", script: \"Latn\","
                                + " name: \"Prueba del paso\", source: \"S_W_BVR\"}) { release }")
                        .getString("extensions.code"));

        mutate(
                "removeName(kind: LOCATION, subject: \"mohan\", language: \"es\", name: \"Prueba del paso\", source: \"S_W_BVR\")"
                        + " { release }");
        assertEquals(List.of(), Graph.data(found).getList("locations.nodes"));
        undoLast();
        assertEquals(List.of("mohan"), Graph.data(found).getList("locations.nodes.id"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    subject: "mohan", language: "Lao", script: "Laoo"  | BAD_USER_INPUT | `language`: 'Lao' is not an ISO 639 code of two or three small letters, or und.
                    subject: "mohan", language: "lo", script: "laoo"   | BAD_USER_INPUT | `script`: 'laoo' is not an ISO 15924 code such as Latn.
                    subject: "nowhere", language: "lo", script: "Laoo" | NOT_FOUND      | There is no location 'nowhere'.
                    """)
    void refusesANameThatBreaksARule(String given, String code, String message) {
        JsonPath error =
                refused("addName(name: {kind: LOCATION, name: \"N\", source: \"S_W_BVR\", " + given + "}) { release }");

        assertEquals(message, error.getString("message"));
        assertEquals(code, error.getString("extensions.code"));
    }

    /** As files are refused: see {@link HostileFilesTest}. The id of a transfer is `:S:` with the fact behind it. */
    @Test
    void refusesATextByWhichNoIndexTellsRowsApart() {
        assertEquals(
                "`name` has 401 characters; it may have 400.",
                refused(
                                "addName(name: {kind: LOCATION, subject: \"mohan\", language: \"lo\", script: \"Laoo\", name: \""
                                        + "n".repeat(401) + "\", source: \"S_W_BVR\"}) { release }")
                        .getString("message"));
        assertEquals(
                "`id` has 401 characters; it may have 400.",
                refused("addIndustrialTransfer(transfer: {subject: \"S\", sector: \"all\", fact: \"" + "f".repeat(398)
                                + "\", source: \"S_W_BVR\"}) { release }")
                        .getString("message"));
    }

    @Test
    void aMilestoneStandsBesideEarlierOnesUntilItIsRemoved() {
        String milestones =
                "{ segment(id: \"clr-05\") { milestones { id planned earliest { text } latest { text } statedOn { text }"
                        + " sources { id } } } }";
        List<String> before = Graph.data(milestones).getList("segment.milestones.id");

        mutate("addMilestone(milestone: {" + STATED + "}) { release }");

        JsonPath added =
                Graph.data(milestones).setRootPath("data.segment.milestones.find { it.id == '" + STATED_ID + "' }");
        assertEquals("2027", added.getString("earliest.text"));
        assertEquals("2028-06", added.getString("latest.text"));
        assertEquals(List.of("S_W_BVR"), added.getList("sources.id"));
        assertEquals(
                "The milestone " + STATED_ID + " is on record already.",
                refused("addMilestone(milestone: {" + STATED + "}) { release }").getString("message"));

        mutate("removeMilestone(id: \"" + STATED_ID + "\", source: \"S_W_BVR\") { release }");
        assertEquals(before, Graph.data(milestones).getList("segment.milestones.id"));
        undoLast();
        assertEquals(
                List.of("S_W_BVR"),
                Graph.data(milestones).getList("segment.milestones.find { it.id == '" + STATED_ID + "' }.sources.id"));
    }

    @Test
    void aMilestoneThatIsStatedAnewHasTheSourceThatStatesItNow() {
        mutate("addMilestone(milestone: {" + STATED + "}) { release }");
        mutate("removeMilestone(id: \"" + STATED_ID + "\", source: \"S_W_BVR\") { release }");
        mutate("addMilestone(milestone: {" + STATED.replace("S_W_BVR", "S_W_KBE") + "}) { release }");

        assertEquals(
                List.of("S_W_KBE"),
                Graph.data("{ segment(id: \"clr-05\") { milestones { id sources { id } } } }")
                        .getList("segment.milestones.find { it.id == '" + STATED_ID + "' }.sources.id"));
    }

    @Test
    void refusesAMilestoneWhoseDatesAreTurnedRoundOrThatIsNotThere() {
        assertEquals(
                "`latest`: '2026' is before '2027'.",
                refused("addMilestone(milestone: {kind: SEGMENT, subject: \"clr-05\", event: OPENING, planned: true,"
                                + " earliest: \"2027\", latest: \"2026\", source: \"S_W_BVR\"}) { release }")
                        .getString("message"));
        assertEquals(
                "There is no milestone 'segment:clr-05'.",
                refused("removeMilestone(id: \"segment:clr-05\", source: \"S_W_BVR\") { release }")
                        .getString("message"));
        assertEquals(
                "There is no source 'S_NONE'.",
                refused("addMilestone(milestone: {" + STATED.replace("S_W_BVR", "S_NONE") + "}) { release }")
                        .getString("message"));
    }

    /** The file says of the zone what it said before; the steward's note would be gone. */
    @Test
    void aFileThatWouldUndoAChangeIsRefusedUnlessItNamesIt() {
        String file = """
                zone_id,name_en,name_zh,kind,node_id,date,note,area_km2,source
                test-park,Test park,测试园,INDUSTRIAL_PARK,mohan,,,,S_W_BVR
                """;
        sent(file, "").then().statusCode(201);
        mutate("correctZone(zone: {" + PARK + ", note: \"walled\"}) { id }");
        String edit = Graph.data("{ edits(first: 1) { nodes { release } } }").getString("edits.nodes[0].release");

        JsonPath reply = sent(file, "").then().statusCode(409).extract().jsonPath();

        assertTrue(reply.getString("error.message").contains("correctZone test-park"), reply.prettify());
        assertEquals("walled", noteOfPark());
        sent(file, "&overEdits=" + edit).then().statusCode(201);
        assertNull(noteOfPark());
    }

    private static String noteOfPark() {
        return Graph.data("{ zones { id note } }").getString("zones.find { it.id == 'test-park' }.note");
    }

    private static Response sent(String file, String further) {
        return given().contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/releases?fileName=zones.csv&dataset=zones" + further);
    }

    @Test
    void registersASourceThatFactsCiteAndTakesItAwayUnlessTheyDo() {
        String register =
                "registerNetworkSource(id: \"TEST_NOTES\", title: \"Notes\", date: \"2026-11\") { id title date licence }";
        assertEquals("Notes", mutate(register).getString("registerNetworkSource.title"));
        JsonPath edit = Graph.data(
                        "{ edits(first: 1) { nodes { release action subject content before source { id } } } }")
                .setRootPath("data.edits.nodes[0]");
        assertEquals("registerNetworkSource", edit.getString("action"));
        assertEquals("{}", edit.getString("before"));
        assertNull(edit.get("source"));
        assertEquals("CONFLICT", refused(register).getString("extensions.code"));

        undoLast();
        String park = "addZone(zone: {" + PARK.replace("S_W_BVR", "TEST_NOTES") + "}) { sources { id } }";
        assertEquals("NOT_FOUND", refused(park).getString("extensions.code"));
        undoLast();
        assertEquals(List.of("TEST_NOTES"), mutate(park).getList("addZone.sources.id"));

        String again = Graph.data("{ edits(subject: \"TEST_NOTES\", first: 1) { nodes { release } } }")
                .getString("edits.nodes[0].release");
        JsonPath cited = refused("undoNetworkEdit(release: \"" + again + "\") { release }");
        assertEquals("CONFLICT", cited.getString("extensions.code"));
        assertEquals(
                "The source 'TEST_NOTES' cannot be taken away: rows of `citation`, of the present or the past, refer to it.",
                cited.getString("message"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            id: "lao notes", title: "T" | `id` is 'lao notes'; it must be of 2 to 63 capital letters, digits and underscores, a letter first.
            id: "NO", title: " "        | `title` is blank and must not be.
            id: "NO", title: "T", date: "last summer" | `date` is 'last summer'; it must be YYYY, YYYY-MM, YYYY-MM-DD, a decade such as 1990s, or unverified.
            """)
    void refusesASourceThatNoFileMayGive(String source, String message) {
        JsonPath error = refused("registerNetworkSource(" + source + ") { id }");

        assertEquals("BAD_USER_INPUT", error.getString("extensions.code"));
        assertEquals(message, error.getString("message"));
    }

    /** Sibling fields of one request follow one another; each has a session of its own. */
    @Test
    void makesSeveralChangesInOneRequest() {
        JsonPath both = mutate(
                "zone: addZone(zone: {" + PARK + "}) { id } name: addName(name: {kind: CORRIDOR, subject: \"kbe\","
                        + " language: \"es\", script: \"Latn\", name: \"Camino\", source: \"S_W_BVR\"}) { subject }");

        assertEquals("test-park", both.getString("zone.id"));
        assertEquals("kbe", both.getString("name.subject"));
        assertEquals(
                2,
                Graph.data("{ edits { nodes { release } } }")
                        .getList("edits.nodes")
                        .size());
    }

    @Test
    @TestSecurity(user = "li", roles = "reader")
    void needsTheRole() {
        assertEquals(
                "FORBIDDEN", refused("addZone(zone: {" + PARK + "}) { id }").getString("extensions.code"));
    }
}
