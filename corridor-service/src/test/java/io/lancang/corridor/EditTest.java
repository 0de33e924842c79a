package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.StatementCount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single facts, given by a steward. What a test writes it takes back, since the other tests count what ships. */
@QuarkusTest
@TestSecurity(user = "mei", roles = "steward")
class EditTest extends RunningService {
    private static final String BRIDGE = "addSegment(segment: {id: \"kbe-99\", corridor: \"kbe\", from: \"mohan\", to:"
            + " \"boten\", mode: ROAD, name: \"Mohan-Boten road\", status: OPERATIONAL, opened: \"2008\", lengthKm: 4.5,"
            + " source: \"S_W_KBE\"})";

    @Inject
    DataSource database;

    @AfterEach
    void takeBack() throws SQLException {
        SingleFacts.takeBack(database, List.of("kbe-98", "kbe-99", "edit-whole"), List.of("test-halt", "edit-post"));
    }

    @ParameterizedTest
    @CsvSource({"1e300, xyz", "5, LONG", "5, NUL"})
    void refusesFiguresAndTextsThatNothingHas(String value, String note) throws SQLException {
        String text = note.equals("LONG") ? "n".repeat(5_000) : note.equals("NUL") ? "n\\u0000" : note;

        JsonPath answer = Graph.ask("""
                mutation { recordThroughput(throughput: {corridor: "clr", metric: FREIGHT_TOTAL, periodStart: "2020-01-01",
                  periodEnd: "2020-12-31", value: %s, unit: "t", basis: PERIOD, note: "%s", source: "S_W_KBE"}) { value } }
                """.formatted(value, text));

        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"), answer.prettify());
        assertEquals("0", query("select count(*) from edit"));
    }

    @Test
    void readsNoNetworkAnewForAFigureOfThroughput() {
        String route = "{ routes(from: \"kunming\", to: \"vientiane\", modes: [RAIL]) { routes { knownLengthKm } } }";
        Graph.data(route);
        StatementCount statements = new StatementCount();
        long before = statements.during(() -> Graph.data(route));

        String recorded = Graph.data("""
                mutation { recordThroughput(throughput: {corridor: "clr", metric: FREIGHT_TOTAL, periodStart: "2019-01-01",
                  periodEnd: "2019-12-31", value: 1, unit: "t", basis: PERIOD, source: "S_W_KBE"}) { value } }
                """).getString("recordThroughput.value");

        assertNotNull(recorded);
        assertEquals(before, statements.during(() -> Graph.data(route)));
    }

    @Test
    void readsNoNetworkAnewForAFileOfFigures() {
        String route = "{ routes(from: \"kunming\", to: \"vientiane\", modes: [RAIL]) { routes { knownLengthKm } } }";
        Graph.data(route);
        StatementCount statements = new StatementCount();
        long before = statements.during(() -> Graph.data(route));

        try (Releases releases = new Releases()) {
            releases.load("throughput", """
                    subject_kind,subject_id,metric,period_start,period_end,value,unit,basis,note,source
                    corridor,clr,cargo,2023-01-01,2023-12-31,5,t,period,,S_W_BVR
                    """);

            assertEquals(before, statements.during(() -> Graph.data(route)));
        }
    }

    @Test
    void changesAStatusKeepsItsHistoryAndOpensTheSegment() throws SQLException {
        JsonPath changed = Graph.data("""
                mutation { changeStatus(kind: SEGMENT, id: "cm-rail-03", status: OPERATIONAL, date: "2025-05-01",
                  source: "S_BR26", note: "first train") { from to date note source { id } } }
                """);
        assertEquals("UNDER_CONSTRUCTION", changed.getString("changeStatus.from"));
        assertEquals("OPERATIONAL", changed.getString("changeStatus.to"));
        assertEquals("S_BR26", changed.getString("changeStatus.source.id"));

        JsonPath answer = Graph.data("""
                { corridor(id: "cm-rail") { segments { id status statusNote opened { text target }
                    statusHistory { date from to } } }
                  routes(from: "kunming", to: "ruili", modes: [RAIL]) { routes { legs { segment { id } } } } }
                """);
        String segment = "corridor.segments.find { it.id == 'cm-rail-03' }";
        assertEquals("OPERATIONAL", answer.getString(segment + ".status"));
        assertEquals("2025-05-01", answer.getString(segment + ".opened.text"), "the target is no longer one");
        assertEquals(List.of("2025-05-01"), answer.getList(segment + ".statusHistory.date"));
        assertEquals(
                List.of("cm-rail-01", "cm-rail-02", "cm-rail-03"),
                answer.getList("routes.routes[0].legs.segment.id"),
                "the network is read anew");
        assertEquals(
                "mei changeStatus cm-rail-03 S_BR26",
                query("select editor || ' ' || action || ' ' || subject || ' ' || source from edit"));
        assertEquals(
                "UNDER_CONSTRUCTION",
                query("select status from segment_fact where id = 'cm-rail-03' and superseded_by is not null"));
    }

    /** All columns but those that the change is about, and those that say which release has the row: new columns included. */
    @ParameterizedTest
    @CsvSource({
        "SEGMENT, segment_fact, whole_of <> '{}'",
        "SEGMENT, segment_fact, counted_in is not null",
        "SEGMENT, segment_fact, length_km is not null and spec is not null and note is not null",
        "CORRIDOR, corridor_fact, length_km is not null and note is not null"
    })
    void changesNothingButTheStatusOfWhatItIsAbout(String kind, String table, String which) throws SQLException {
        String others = "select to_jsonb(t) - array['status', 'status_note', 'opened', 'key_date', 'key_date_event',"
                + " 'opened_earliest', 'opened_latest', 'release_id', 'superseded_by'] from " + table
                + " t where superseded_by is null and id = '%s'";
        String id = query("select min(id) from " + table + " where superseded_by is null and " + which);
        String before = query(others.formatted(id));

        Graph.data(
                "mutation { changeStatus(kind: %s, id: \"%s\", status: FRAMEWORK, date: \"2026-11-02\", source: \"S_W_KBE\") { to } }"
                        .formatted(kind, id));

        assertEquals(
                "FRAMEWORK",
                query("select status from " + table + " where superseded_by is null and id = '" + id + "'"));
        assertEquals(before, query(others.formatted(id)));
    }

    @Test
    void addsWhatFilesSayInColumns() {
        JsonPath added = Graph.data("""
                mutation {
                  addLocation(location: {id: "edit-post", name: "Post", nameZh: "口岸", partner: "THA", kind: BORDER_CROSSING,
                    pairedWith: "pakxan", doubts: [{kind: UNVERIFIED, detail: "one page says so"}], source: "S_W_BVR"}) { id }
                  addSegment(segment: {id: "edit-whole", corridor: "lc-exp", from: "boten", to: "oudomxay", mode: ROAD, name: "Whole",
                    status: PLANNED, statusNote: "signed in May", wholeOf: ["lc-exp-05"], lengthKm: 64, countedIn: "r13n-01",
                    doubts: [{kind: SOURCES_DISAGREE, detail: "64 or 63 km"}], source: "S_W_BVR"}) {
                      id statusNote wholeOf countsInLength countedIn } }
                """);
        JsonPath answer = Graph.data("""
                { crossings: borderCrossings(from: "THA", to: "LAO") { from { id } to { id } }
                  location(id: "edit-post") { findings { kind detail } } segment(id: "edit-whole") { findings { kind detail } } }
                """);

        assertEquals("signed in May", added.getString("addSegment.statusNote"));
        assertEquals(List.of("lc-exp-05"), added.getList("addSegment.wholeOf"));
        assertEquals(false, added.getBoolean("addSegment.countsInLength"));
        assertEquals("r13n-01", added.getString("addSegment.countedIn"));
        assertEquals("pakxan", answer.getString("crossings.find { it.from.id == 'edit-post' }.to.id"));
        assertEquals("one page says so", answer.getString("location.findings.find { it.kind == 'UNVERIFIED' }.detail"));
        assertEquals("64 or 63 km", answer.getString("segment.findings.find { it.kind == 'SOURCES_DISAGREE' }.detail"));
    }

    /** As in the files that ship: the parts of ksr-central-08 are of my-sg, gms-sec-05 opened and is closed, Tuas has no Chinese name. */
    @Test
    void addsWhateverFilesMaySay() throws SQLException {
        JsonPath added = Graph.data("""
                mutation {
                  addLocation(location: {id: "test-halt", name: "Halt", partner: "LAO", kind: TOWN, source: "S_W_BVR"}) { id }
                  addSegment(segment: {id: "kbe-99", corridor: "kbe", from: "mohan", to: "boten", mode: ROAD, name: "N", status: CLOSED,
                    opened: "2019-04", wholeOf: ["clr-05"], source: "S_W_KBE"}) { wholeOf opened { text } } }
                """);
        JsonPath answer = Graph.data("{ segment(id: \"kbe-99\") { findings { kind detail } } }");

        assertEquals("none", query("select coalesce(name_zh, 'none') from location_fact where id = 'test-halt'"));
        assertEquals(List.of("clr-05"), added.getList("addSegment.wholeOf"));
        assertEquals("2019-04", added.getString("addSegment.opened.text"));
        assertEquals(
                "opened 2019-04, status closed",
                answer.getString("segment.findings.find { it.kind == 'OPENED_BUT_NOT_IN_SERVICE' }.detail"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    wholeOf: ["clr-99"]                                        | `wholeOf`: 'clr-99' is no known segment.
                    countedIn: "clr-99"                                        | `countedIn`: 'clr-99' is no known segment.
                    before: "clr-01"                                           | `before`: 'clr-01' is of the corridor 'clr'.
                    wholeOf: []                                                | `wholeOf` is an empty list, which nothing can match.
                    countedIn: "kbe-07"                                        | `countedIn`: 'kbe-07' is of the same corridor 'kbe'.
                    doubts: [{kind: UNVERIFIED, detail: " "}]                  | `doubts.detail` is blank and must not be.
                    doubts: [{kind: CORRIDOR_IN_PIECES, detail: "x"}]          | `doubts` has the kind CORRIDOR_IN_PIECES, which follows from facts or is there already.
                    """)
    void refusesColumnsThatBreakARule(String given, String message) throws SQLException {
        JsonPath error =
                Graph.ask("mutation { addSegment(segment: {id: \"test-no\", corridor: \"kbe\", from: \"boten\","
                        + " to: \"mohan\", mode: ROAD, name: \"No\", status: PLANNED, source: \"S_W_BVR\", " + given
                        + "}) { id } }");

        String said = error.getString("errors[0].message");
        assertEquals(message, said);
        assertEquals("0", query("select count(*) from segment_fact where id = 'test-no'"));
    }

    @Test
    void addsALocationAndASegmentThatRoutesUse() {
        JsonPath location = Graph.data("""
                mutation { addLocation(location: {id: "test-halt", name: "Halt", nameZh: "小站", partner: "LAO", kind: TOWN,
                  latitude: 20.1, longitude: 102.0, precision: PLACE, unlocode: "LATST", source: "S_W_BVR"}) {
                  id partner { code } coordinates { latitude } sources { id } } }
                """);
        JsonPath segment = Graph.data("mutation { " + BRIDGE.replace("4.5", "3.9")
                + " { id lengthKm greatCircleKm greatCircleComputed corridor { id } } }");

        assertEquals("LAO", location.getString("addLocation.partner.code"));
        assertEquals(List.of("S_W_BVR"), location.getList("addLocation.sources.id"));
        assertEquals("kbe", segment.getString("addSegment.corridor.id"));
        assertEquals(3.5, segment.getDouble("addSegment.greatCircleKm"), 0.05);
        assertTrue(segment.getBoolean("addSegment.greatCircleComputed"));
        assertEquals(
                "kbe-99",
                Graph.data("{ routes(from: \"mohan\", to: \"boten\", modes: [ROAD], alternatives: 1) {"
                                + " routes { legs { segment { id } } } } }")
                        .getString("routes.routes[0].legs[0].segment.id"),
                "it is measured, and shorter than what the road that ships is taken for");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    12345678901 mm |
                    4 , 1000 mm    | 1000
                    """)
    void answersRoutesWhateverTheSpecificationOfASegmentSays(String spec, @Nullable Integer gauge) {
        JsonPath added = Graph.data("mutation { " + BRIDGE.replace("mode: ROAD", "mode: RAIL, spec: \"" + spec + "\"")
                + " { spec gaugesMm } }");
        JsonPath routes = Graph.data("{ routes(from: \"mohan\", to: \"boten\", modes: [RAIL]) {"
                + " routes { legs { segment { id } } } } }");

        assertEquals(spec, added.getString("addSegment.spec"));
        assertEquals(gauge == null ? List.of() : List.of(gauge), added.getList("addSegment.gaugesMm"));
        assertEquals(List.of("clr-05"), routes.getList("routes.routes[0].legs.segment.id"), "the tunnel is shorter");
    }

    @Test
    void answersRoutesAlthoughTheOpeningOfASegmentIsNoDate() throws SQLException {
        Graph.data("mutation { " + BRIDGE + " { id } }");
        execute("update segment_fact set opened = '-99999999-01-01' where id = 'kbe-99'");

        JsonPath answer = Graph.data("{ corridor(id: \"kbe\") { segments { id opened { text } } }"
                + " routes(from: \"mohan\", to: \"boten\", modes: [RAIL]) { routes { legs { segment { id } } } } }");

        assertNull(answer.get("corridor.segments.find { it.id == 'kbe-99' }.opened"));
        assertEquals(List.of("clr-05"), answer.getList("routes.routes[0].legs.segment.id"));
    }

    @Test
    void tellsInAMutationWhatItHasChangedBefore() {
        JsonPath answer = Graph.data("""
                mutation {
                  first: %s { corridor { status } }
                  changeStatus(kind: CORRIDOR, id: "kbe", status: LIMITED, date: "2026-11-02", source: "S_W_KBE") { to }
                  last: %s { corridor { status } } }
                """.formatted(BRIDGE, BRIDGE.replace("kbe-99", "kbe-98")));

        assertEquals("OPERATIONAL", answer.getString("first.corridor.status"));
        assertEquals("LIMITED", answer.getString("last.corridor.status"));
    }

    @Test
    void refusesASecondChangeOfAStatusOnOneDay() {
        String change = """
                mutation { changeStatus(kind: SEGMENT, id: "cm-rail-03", status: %s, date: "2025-05-01", source: "S_BR26") { to } }
                """;
        Graph.data(change.formatted("OPERATIONAL"));

        assertEquals(
                "`date` is 2025-05-01, and a change of 2025-05-01 is on record.",
                Graph.error(change.formatted("LIMITED")).getString("message"));
    }

    /** The quarter that ships has 6,100,000 t and ends on the same day as its last month. */
    @Test
    void tellsTheLongerOfTwoPeriodsThatEndTogetherAsTheLatest() {
        Graph.data("""
                mutation { recordThroughput(throughput: {corridor: "clr", metric: FREIGHT_TOTAL, periodStart: "2025-03-01",
                  periodEnd: "2025-03-30", value: 2000000, unit: "t", basis: PERIOD, source: "S_CLR_2501"}) { value } }
                """);

        JsonPath series = Graph.data(
                "{ corridor(id: \"clr\") { throughputSeries(metric: FREIGHT_TOTAL) { basis latest { value } } } }");

        assertEquals(6100000, series.getInt("corridor.throughputSeries.find { it.basis == 'PERIOD' }.latest.value"));
    }

    @Test
    void recordsAFigureAndRevisesTheOneOfTheSamePeriod() {
        JsonPath recorded = Graph.data("""
                mutation { recordThroughput(throughput: {corridor: "clr", metric: FREIGHT_TOTAL, periodStart: "2024-01-01",
                  periodEnd: "2024-12-31", value: 19700000, unit: "t", basis: PERIOD, source: "S_CLR_2501"}) { value sources { id } } }
                """);

        assertEquals(19700000, recorded.getInt("recordThroughput.value"));
        JsonPath revised =
                Graph.data("{ corridor(id: \"clr\") { throughput(metric: FREIGHT_TOTAL) { periodEnd value } } }");
        assertEquals(
                12 + 4, revised.getList("corridor.throughput").size(), "the figure that ships is revised, not doubled");
        assertEquals(19700000, revised.getInt("corridor.throughput.find { it.periodEnd == '2024-12-31' }.value"));
    }

    @Test
    void opensACorridorThatComesIntoService() {
        Graph.data("""
                mutation { changeStatus(kind: CORRIDOR, id: "ecrl", status: PARTLY_OPERATIONAL, date: "2026-11-01",
                  source: "S_ECRL") { to } }
                """);

        JsonPath corridor = Graph.data("""
                { corridor(id: "ecrl") { openedOn opened { text target } keyDate { event } }
                  corridors(filter: {opened: {from: "2026-01-01"}}) { nodes { id } } }
                """);
        assertEquals("2026-11-01", corridor.getString("corridor.openedOn"));
        assertEquals("FIRST_SECTION_OPENED", corridor.getString("corridor.keyDate.event"));
        assertEquals(List.of("ecrl"), corridor.getList("corridors.nodes.id"));
    }

    @Test
    void aCorridorThatIsOpenedAgainOpenedOnTheDayOnWhichItFirstDid() {
        String change = """
                mutation { changeStatus(kind: CORRIDOR, id: "clr", status: %s, date: "%s", source: "S_W_BVR") { to } }
                """;
        Graph.data(change.formatted("CLOSED", "2025-01-01"));
        Graph.data(change.formatted("OPERATIONAL", "2025-06-01"));

        JsonPath corridor = Graph.data("{ corridor(id: \"clr\") { status openedOn keyDate { event } } }");
        assertEquals("OPERATIONAL", corridor.getString("corridor.status"));
        assertEquals("2021-12-03", corridor.getString("corridor.openedOn"));
        assertEquals("OPENED", corridor.getString("corridor.keyDate.event"));
    }

    @Test
    void leavesTheOpeningUnknownOfWhatWasInServiceBefore() {
        Graph.data("""
                mutation {
                  segment: changeStatus(kind: SEGMENT, id: "kbe-07", status: LIMITED, date: "2026-11-02", source: "S_W_KBE") { to }
                  corridor: changeStatus(kind: CORRIDOR, id: "cmec", status: OPERATIONAL, date: "2026-11-02", source: "S_W_KBE") { to } }
                """);

        JsonPath answer = Graph.data(
                "{ kbe: corridor(id: \"kbe\") { segments { id opened { text } } } cmec: corridor(id: \"cmec\") {"
                        + " openedOn } }");
        assertNull(
                answer.get("kbe.segments.find { it.id == 'kbe-07' }.opened"),
                "it was open before, nobody says since when");
        assertNull(answer.get("cmec.openedOn"));
    }

    @Test
    void tellsOfADayOfThePastWhatTheStatusWasThen() {
        Graph.data("""
                mutation { changeStatus(kind: SEGMENT, id: "clr-05", status: MISSING, date: "2024-06-01",
                  source: "S_CLR_2412") { to } }
                """);

        String day = "%s: onDay(date: \"%s\") { open { id } notOpen { id } }";
        String route =
                "%s: routes(from: \"mohan\", to: \"boten\", modes: [RAIL], asOfDate: \"%s\") { routes { legs { to { id"
                        + " } } } }";
        JsonPath answer = Graph.data("{ corridor(id: \"clr\") { " + day.formatted("before", "2024-05-31")
                + day.formatted("since", "2024-06-01") + " } " + route.formatted("routeBefore", "2024-05-31")
                + route.formatted("routeSince", "2024-06-01") + " }");

        assertTrue(answer.getList("corridor.before.open.id").contains("clr-05"));
        assertTrue(answer.getList("corridor.since.notOpen.id").contains("clr-05"));
        assertEquals(1, answer.getList("routeBefore.routes").size());
        assertEquals(List.of(), answer.getList("routeSince.routes"));
    }

    @Test
    void tellsOfADayBetweenTwoChangesWhatTheStatusWasThen() {
        String change = """
                mutation { changeStatus(kind: SEGMENT, id: "clr-05", status: %s, date: "%s", source: "S_CLR_2412") { to } }
                """;
        Graph.data(change.formatted("CLOSED", "2024-06-01"));
        Graph.data(change.formatted("OPERATIONAL", "2025-01-01"));

        String day = "%s: onDay(date: \"%s\") { open { id } } ";
        JsonPath answer = Graph.data("{ corridor(id: \"clr\") { " + day.formatted("before", "2024-05-31")
                + day.formatted("between", "2024-12-31") + day.formatted("since", "2025-01-01") + " } }");

        assertTrue(answer.getList("corridor.before.open.id").contains("clr-05"));
        assertFalse(answer.getList("corridor.between.open.id").contains("clr-05"));
        assertTrue(answer.getList("corridor.since.open.id").contains("clr-05"));
    }

    @Test
    void citesForARevisedFigureOnlyTheSourceOfTheRevision() {
        JsonPath revised = Graph.data("""
                mutation { recordThroughput(throughput: {corridor: "clr", metric: FREIGHT_TOTAL, periodStart: "2024-01-01",
                  periodEnd: "2024-12-31", value: 19700000, unit: "t", basis: PERIOD, source: "S_CLR_2510"}) {
                  value sources { id } } }
                """);

        assertEquals(List.of("S_CLR_2510"), revised.getList("recordThroughput.sources.id"));
        assertEquals("19700000", revised.getString("recordThroughput.value"), "a whole number stays one");
    }

    @Test
    void keepsInTheAuditAllThatWasGiven() {
        Graph.data("mutation { " + BRIDGE + " { id } }");
        Graph.data("""
                mutation { addLocation(location: {id: "test-halt", name: "Halt", nameZh: "小站", partner: "LAO", kind: TOWN,
                  admin1: "Bokeo", latitude: 20.1, longitude: 102.0, precision: PLACE, coordinateSource: "survey",
                  note: "new", source: "S_W_BVR"}) { id } }
                """);

        List<String> contents = Graph.data("{ edits { nodes { content } } }").getList("edits.nodes.content");
        JsonPath location = JsonPath.from(contents.get(0));
        assertEquals("小站", location.getString("nameZh"));
        assertEquals("Bokeo", location.getString("admin1"));
        assertEquals("PLACE", location.getString("precision"));
        assertEquals("survey", location.getString("coordinateSource"));
        assertEquals("new", location.getString("note"));
        assertEquals(4.5, JsonPath.from(contents.get(1)).getDouble("lengthKm"));
    }

    @Test
    void suggestsWhatMayHaveBeenMeant() {
        String hint = "extensions.hint";

        assertEquals(
                "Did you mean boten (Boten border post)?",
                Graph.error("mutation { " + BRIDGE.replace("\"boten\"", "\"botan\"") + " { id } }")
                        .getString(hint));
        assertTrue(Graph.error("mutation { " + BRIDGE.replace("S_W_KBE", "S_W_KBF") + " { id } }")
                .getString(hint)
                .startsWith("Did you mean S_W_KB"));
        assertTrue(Graph.error("mutation { changeStatus(kind: SEGMENT, id: \"clr-1\", status: LIMITED,"
                        + " date: \"2024-01-01\", source: \"S_W_BVR\") { to } }")
                .getString(hint)
                .startsWith("Did you mean clr-0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    changeStatus(kind: CORRIDOR, id: "clr", status: OPERATIONAL, date: "2024-01-01", source: "S_BVR") { to }             | NOT_FOUND      | There is no source 'S_BVR'.
                    changeStatus(kind: CORRIDOR, id: "clr", status: OPERATIONAL, date: "2024-01-01", source: "S_W_BVR") { to }           | BAD_USER_INPUT | 'clr' has the status OPERATIONAL already.
                    changeStatus(kind: SEGMENT, id: "clr-99", status: OPERATIONAL, date: "2024-01-01", source: "S_W_BVR") { to }         | NOT_FOUND      | There is no segment 'clr-99'.
                    changeStatus(kind: CORRIDOR, id: "clr", status: LIMITED, date: "2999-01-01", source: "S_W_BVR") { to }               | BAD_USER_INPUT | `date`: 2999-01-01 is still to come.
                    addLocation(location: {id: "Halt", name: "H", nameZh: "站", partner: "LAO", kind: TOWN, source: "S_W_BVR"}) { id }      | BAD_USER_INPUT | `id`: 'Halt' is not of lower-case letters and digits, joined by hyphens, at most 60 characters.
                    addLocation(location: {id: "boten", name: "H", nameZh: "站", partner: "LAO", kind: TOWN, source: "S_W_BVR"}) { id }     | BAD_USER_INPUT | There is, or once was, a location 'boten'.
                    addLocation(location: {id: "test-halt", name: "H", nameZh: "站", partner: "LAO", kind: TOWN, unlocode: "LABTN", source: "S_W_BVR"}) { id } | BAD_USER_INPUT | The UN/LOCODE LABTN is that of 'boten'.
                    addLocation(location: {id: "test-halt", name: "H", nameZh: "站", partner: "LAO", kind: TOWN, latitude: 22.8167, longitude: 108.3667, precision: PLACE, source: "S_W_BVR"}) { id } | BAD_USER_INPUT | `latitude`: 22.8167, 108.3667 is in CHN, 459 km from LAO.
                    addSegment(segment: {id: "kbe-99", corridor: "kbe", from: "mohan", to: "botan", mode: ROAD, name: "N", status: PLANNED, source: "S_W_KBE"}) { id } | NOT_FOUND | There is no location 'botan'.
                    addLocation(location: {id: "test-halt", name: "H", nameZh: " ", partner: "LAO", kind: TOWN, source: "S_W_BVR"}) { id }  | BAD_USER_INPUT | `nameZh` is blank and must not be.
                    recordThroughput(throughput: {metric: CARGO, value: 1, unit: "t", basis: TYPICAL, source: "S_W_KBE"}) { value }      | BAD_USER_INPUT | A figure is about a corridor or about a location: exactly one of `corridor` and `location` must be given.
                    recordThroughput(throughput: {corridor: "clr", metric: CARGO, value: 1, unit: "t", basis: PERIOD, source: "S_W_KBE"}) { value } | BAD_USER_INPUT | `periodEnd`: a figure of basis PERIOD must have both ends of its period.
                    addLocation(location: {id: "test-halt", name: "H", nameZh: "站", partner: "LAO", kind: TOWN, unlocode: "la tst", source: "S_W_BVR"}) { id } | BAD_USER_INPUT | `unlocode`: 'la tst' is no UN/LOCODE: two letters of the country, then three letters or digits from 2 to 9, without a blank.
                    addLocation(location: {id: "test-halt", name: "H", nameZh: "站", partner: "LAO", kind: TOWN, unlocode: "THTST", source: "S_W_BVR"}) { id } | BAD_USER_INPUT | `unlocode`: 'THTST' is of the country TH, and the location is in LAO.
                    addLocation(location: {id: "test-halt", name: "H", nameZh: "站", partner: "LAO", kind: AIRPORT, iata: "Halt", source: "S_W_BVR"}) { id } | BAD_USER_INPUT | `iata`: 'Halt' is no IATA code: three letters in capitals.
                    addSegment(segment: {id: "kbe-99", corridor: "kbe", from: "mohan", to: "boten", mode: ROAD, name: "N", status: OPERATIONAL, opened: "2999", source: "S_W_KBE"}) { id } | BAD_USER_INPUT | `opened`: 2999-01-01 is still to come.
                    addSegment(segment: {id: "kbe-99", corridor: "kbe", from: "mohan", to: "mohan", mode: ROAD, name: "N", status: PLANNED, source: "S_W_KBE"}) { id } | BAD_USER_INPUT | `to`: 'mohan' is where the segment begins, too.
                    addLocation(location: {id: "test-halt", name: "H", partner: "LAO", kind: TOWN, latitude: 18, precision: PLACE, source: "S_W_BVR"}) { id } | BAD_USER_INPUT | `longitude`: latitude and longitude must both be given or both be blank.
                    addLocation(location: {id: "test-halt", name: "H", partner: "LAO", kind: TOWN, latitude: 18, longitude: 102.6, source: "S_W_BVR"}) { id } | BAD_USER_INPUT | `precision`: coordinates and what they stand for must both be given or both be blank.
                    addSegment(segment: {id: "kbe-99", corridor: "kbe", from: "mohan", to: "boten", mode: ROAD, name: "N", status: OPERATIONAL, lengthKm: 50001, source: "S_W_KBE"}) { id } | BAD_USER_INPUT | `lengthKm`: 50001.0 is no length: it must be above 0 and at most 50000 kilometres.
                    recordThroughput(throughput: {corridor: "clr", metric: CARGO, value: 1, unit: "bananas", basis: TYPICAL, source: "S_W_KBE"}) { value } | BAD_USER_INPUT | `unit`: 'bananas' is no unit of cargo, which is in t or t/y.
                    recordThroughput(throughput: {corridor: "clr", metric: CARGO, value: 1e400, unit: "t", basis: TYPICAL, source: "S_W_KBE"}) { value } | BAD_USER_INPUT | An argument has a number that is too large to be read.
                    recordThroughput(throughput: {corridor: "clr", metric: CARGO, value: -1, unit: "t", basis: TYPICAL, source: "S_W_KBE"}) { value } | BAD_USER_INPUT | `value` is -1.0; it must not be negative.
                    recordThroughput(throughput: {corridor: "clr", metric: CARGO, value: 1, unit: "t", basis: PERIOD, periodStart: "2020-01-01", periodEnd: "2999-12-31", source: "S_W_KBE"}) { value } | BAD_USER_INPUT | `periodEnd`: 2999-12-31 is still to come.
                    changeStatus(kind: SEGMENT, id: "cm-rail-03", status: OPERATIONAL, date: "-999999999-01-01", source: "S_BR26") { to } | BAD_USER_INPUT | `date`: -999999999-01-01 is of the year -999999999.
                    changeStatus(kind: SEGMENT, id: "cm-rail-03", status: OPERATIONAL, date: "-99999999-01-01", source: "S_BR26") { to } | BAD_USER_INPUT | `date`: -99999999-01-01 is of the year -99999999.
                    changeStatus(kind: SEGMENT, id: "cm-rail-03", status: OPERATIONAL, date: "0999-12-31", source: "S_BR26") { to } | BAD_USER_INPUT | `date`: 0999-12-31 is of the year 999.
                    changeStatus(kind: CORRIDOR, id: "ecrl", status: OPERATIONAL, date: "0000-01-01", source: "S_ECRL") { to } | BAD_USER_INPUT | `date`: 0000-01-01 is of the year 0.
                    recordThroughput(throughput: {corridor: "clr", metric: CARGO, value: 1, unit: "t", basis: PERIOD, periodStart: "-999999999-01-01", periodEnd: "2020-12-31", source: "S_W_KBE"}) { value } | BAD_USER_INPUT | `periodStart`: -999999999-01-01 is of the year -999999999.
                    recordThroughput(throughput: {corridor: "clr", metric: CARGO, value: 1, unit: "t", basis: TYPICAL, periodEnd: "-99999999-12-31", source: "S_W_KBE"}) { value } | BAD_USER_INPUT | `periodEnd`: -99999999-12-31 is of the year -99999999.
                    recordThroughput(throughput: {corridor: "clr", metric: CARGO, value: 1, unit: "t", basis: TYPICAL, periodStart: "+999999999-12-31", source: "S_W_KBE"}) { value } | BAD_USER_INPUT | `periodStart`: +999999999-12-31 is of the year 999999999.
                    addSegment(segment: {id: "kbe-99", corridor: "kbe", from: "mohan", to: "boten", mode: ROAD, name: "N", status: OPERATIONAL, opened: "0999", source: "S_W_KBE"}) { id } | BAD_USER_INPUT | `opened` is '0999', which is no date.
                    """)
    void refusesWhatBreaksARuleAndKeepsNothingOfIt(String mutation, String code, String message) throws SQLException {
        JsonPath error = Graph.error("mutation { " + mutation + " }");

        assertEquals(message, error.getString("message"));
        assertEquals(code, error.getString("extensions.code"));
        assertEquals(
                "0",
                query("select count(*)::text from release where dataset = 'single_facts' and id in"
                        + " (select release_id from edit)"));
    }

    @Test
    void tellsStewardsWhoGaveWhatWhenFromWhichSourceLatestFirst() {
        Graph.data("mutation { " + BRIDGE + " { id } }");
        Graph.data("""
                mutation { changeStatus(kind: SEGMENT, id: "kbe-99", status: LIMITED, date: "2024-05-01",
                  source: "S_W_KBE", note: "one lane") { to } }
                """);

        JsonPath first = Graph.data("{ edits(first: 1) { totalCount pageInfo { endCursor }"
                        + " nodes { editor action subject content at source { id title } } } }")
                .setRootPath("data.edits");
        JsonPath second = Graph.data("{ edits(subject: \"kbe-99\", editor: \"mei\") { nodes { action } } }");

        assertEquals(2, first.getInt("totalCount"));
        assertEquals(List.of("changeStatus"), first.getList("nodes.action"));
        assertEquals(List.of("mei"), first.getList("nodes.editor"));
        assertEquals(
                "LIMITED", JsonPath.from(first.getString("nodes[0].content")).getString("status"));
        assertEquals("S_W_KBE", first.getString("nodes[0].source.id"));
        assertEquals(List.of("changeStatus", "addSegment"), second.getList("edits.nodes.action"));
    }

    @Test
    @TestSecurity(user = "reader", roles = "viewer")
    void showsTheAuditToNobodyElse() {
        assertEquals("FORBIDDEN", Graph.error("{ edits { totalCount } }").getString("extensions.code"));
    }

    @Test
    @TestSecurity
    void saysWhatTheAuditNeedsToWhoeverIsNobody() {
        assertEquals(
                "The audit can be read only by somebody with the role 'steward', and the request names nobody.",
                Graph.error("{ edits { totalCount } }").getString("message"));
    }

    @Test
    @TestSecurity(user = "reader", roles = "viewer")
    void refusesWhoeverIsNoSteward() {
        JsonPath error = Graph.error("mutation { " + BRIDGE + " { id } }");

        assertEquals("FORBIDDEN", error.getString("extensions.code"));
        assertEquals("'reader' does not have the role 'steward'.", error.getString("message"));
    }

    @Test
    @TestSecurity
    void refusesWhoeverIsNobody() {
        JsonPath answer = Graph.ask("mutation { " + BRIDGE + " { id } }");

        assertEquals("UNAUTHENTICATED", answer.getString("errors[0].extensions.code"));
        assertNull(answer.get("data.addSegment"));
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
