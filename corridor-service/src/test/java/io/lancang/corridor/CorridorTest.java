package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CorridorTest extends RunningService {
    @Test
    void tellsWhatTheChinaLaosRailwayIs() {
        JsonPath answer = Graph.data("""
                { corridor(id: "clr") { name zh: name(language: ZH) kind modes status statusNote openedOn
                  opened { text precision target } keyDate { event } partners { code } note sources { id licence } } }
                """);

        assertEquals("China–Laos Railway", answer.getString("corridor.name"));
        assertEquals("中老铁路", answer.getString("corridor.zh"));
        assertEquals("TRANSPORT", answer.getString("corridor.kind"));
        assertEquals(List.of("RAIL"), answer.getList("corridor.modes"));
        assertEquals("OPERATIONAL", answer.getString("corridor.status"));
        assertEquals("operational", answer.getString("corridor.statusNote"));
        assertEquals("2021-12-03", answer.getString("corridor.openedOn"));
        assertEquals(
                Map.of("text", "2021-12-03", "precision", "DAY", "target", false), answer.getMap("corridor.opened"));
        assertEquals("OPENED", answer.getString("corridor.keyDate.event"));
        assertEquals(List.of("CHN", "LAO"), answer.getList("corridor.partners.code"));
        assertEquals("Kunming–Vientiane, standard gauge electrified", answer.getString("corridor.note"));
        assertEquals(List.of("S_PD_20240403"), answer.getList("corridor.sources.id"));
        assertEquals(List.of("press (fact cited)"), answer.getList("corridor.sources.licence"));
    }

    @Test
    void givesSegmentsInOrderWithTheLocationsThatTheyJoin() {
        JsonPath answer = Graph.data("""
                { corridor(id: "clr") { segments { id from { id name(language: ZH) } to { id } lengthKm countsInLength
                  greatCircleKm spec capacity status opened { text } cost note sources { id } } } }
                """);

        assertEquals(
                List.of(
                        "clr-01", "clr-02", "clr-03", "clr-04", "clr-05", "clr-06", "clr-07", "clr-08", "clr-09",
                        "clr-10", "clr-11", "clr-12"),
                answer.getList("corridor.segments.id"));
        assertEquals(
                List.of(
                        "kunming",
                        "yuxi",
                        "jinghong",
                        "yuxi",
                        "mohan",
                        "boten",
                        "boten",
                        "nateuy",
                        "oudomxay",
                        "luang-prabang",
                        "vang-vieng",
                        "vientiane"),
                answer.getList("corridor.segments.from.id"));
        assertEquals("昆明", answer.getString("corridor.segments[0].from.name"));
        assertEquals("vientiane-south", answer.getString("corridor.segments[11].to.id"));
        Map<String, Object> whole = answer.getMap("corridor.segments[5]");
        assertEquals(new BigDecimal("422.0"), whole.get("lengthKm"));
        assertEquals(false, whole.get("countsInLength"));
        assertEquals(new BigDecimal("369.0"), whole.get("greatCircleKm"));
        assertEquals("1435 mm electrified single track; 160 km/h passenger, 120 km/h freight", whole.get("spec"));
        assertEquals("20 stations", whole.get("capacity"));
        assertEquals("US$5.95bn (2018 estimate)", whole.get("cost"));
        assertEquals(null, whole.get("note"), "that it is a whole is said by a column, not by a note");
        assertNull(answer.get("corridor.segments[11].greatCircleKm"), "one end has no coordinates");
    }

    @Test
    void findsTheCrossingOnBothSidesOfTheBorder() {
        JsonPath answer = Graph.data("""
                { corridor(id: "clr") { borderCrossings { id name unlocode partner { code } }
                  cities: locations(kinds: [CITY]) { id } all: locations { id } } }
                """);

        assertEquals(List.of("mohan", "boten"), answer.getList("corridor.borderCrossings.id"));
        assertEquals(List.of("CNMHN", "LABTN"), answer.getList("corridor.borderCrossings.unlocode"));
        assertEquals(List.of("CHN", "LAO"), answer.getList("corridor.borderCrossings.partner.code"));
        assertEquals(
                List.of("kunming", "yuxi", "jinghong", "luang-prabang", "vientiane"),
                answer.getList("corridor.cities.id"));
        assertEquals(11, answer.getList("corridor.all").size());
    }

    @Test
    void drawsStraightLinesAndListsWhatHasNoCoordinates() {
        JsonPath answer = Graph.data("{ corridor(id: \"clr\") { geometry } }").setRootPath("data.corridor.geometry");

        assertEquals("Feature", answer.getString("type"));
        assertEquals("MultiLineString", answer.getString("geometry.type"));
        // Twelve segments, of which one end has no coordinates, and two are drawn by their parts.
        assertEquals(9, answer.getList("geometry.coordinates").size());
        assertEquals(
                List.of(new BigDecimal("102.71833"), new BigDecimal("25.03889")),
                answer.getList("geometry.coordinates[0][0]"),
                "longitude comes first");
        assertEquals("straight between known points", answer.getString("properties.line"));
        assertEquals(9, answer.getList("properties.segments").size());
        assertEquals(List.of("clr-04", "clr-06"), answer.getList("properties.segmentsDrawnByParts"));
        assertEquals(List.of("clr-12"), answer.getList("properties.segmentsWithoutLine"));
        assertEquals(List.of("vientiane-south"), answer.getList("properties.locationsWithoutCoordinates"));
    }

    @Test
    void readsGaugeCapacityAndCostFromTheWordsOfTheSource() {
        JsonPath answer = Graph.data("""
                { clr: corridor(id: "clr") { programmes segments { id gaugesMm electrified costStated { amount currency } } }
                  oil: corridor(id: "cm-oil") { segments { gaugesMm electrified capacities { value unit } } } }
                """);

        Map<String, Object> boten = answer.getMap("clr.segments.find { it.id == 'clr-06' }");
        assertEquals(List.of(1435), boten.get("gaugesMm"));
        assertEquals(true, boten.get("electrified"));
        assertEquals(Map.of("amount", 5950000000L, "currency", "USD"), boten.get("costStated"));
        assertNull(answer.get("clr.segments.find { it.id == 'clr-07' }.electrified"), "the source does not say");
        assertEquals(
                List.of("CHINA_INDOCHINA_PENINSULA", "KUNMING_SINGAPORE_RAILWAY"), answer.getList("clr.programmes"));
        assertEquals(
                List.of(Map.of("value", 22, "unit", "Mt/y"), Map.of("value", 440000, "unit", "bpd")),
                answer.getList("oil.segments[0].capacities"));
        assertEquals(List.of(), answer.getList("oil.segments[0].gaugesMm"));
    }

    @Test
    void tellsHowItStoodOnADay() {
        JsonPath answer = Graph.data("""
                { corridor(id: "kbe") { in2015: onDay(date: "2015-06-30") { date open { id } notOpen { id } unknown { id } openKm }
                  in2008: onDay(date: "2008-06-30") { unknown { id } } } }
                """);

        assertEquals(
                List.of("kbe-01", "kbe-02", "kbe-03", "kbe-04", "kbe-05", "kbe-09", "kbe-10"),
                answer.getList("corridor.in2015.open.id"));
        assertEquals(List.of("kbe-06"), answer.getList("corridor.in2015.notOpen.id"), "opened in 2017");
        assertTrue(answer.getList("corridor.in2015.unknown.id").contains("kbe-07"), "no date is on record");
        // 86 + 112 + 147 + 71 + 97 + 197 + 1.2
        assertEquals(711.2, answer.getDouble("corridor.in2015.openKm"), 1e-6);
        assertTrue(answer.getList("corridor.in2008.unknown.id").contains("kbe-09"), "in the course of 2008");
    }

    @Test
    void drawsNothingWhereThereAreNoSegments() {
        JsonPath answer = Graph.data("{ corridor(id: \"cicpec\") { geometry modes segments { id } lengthKm { km } } }");

        assertEquals(List.of(), answer.getList("corridor.segments"));
        assertEquals(List.of(), answer.getList("corridor.modes"));
        assertNull(answer.get("corridor.geometry"));
        assertNull(answer.get("corridor.lengthKm"), "a gap is not a zero");
    }

    @Test
    void statesALengthOrElseAddsUpWhatIsMeasured() {
        JsonPath answer = Graph.data("""
                { stated: corridor(id: "lchnhp-rail") { ...length } summed: corridor(id: "cm-rail") { ...length }
                  both: corridor(id: "cm-gas") { ...length } }
                fragment length on Corridor { lengthKm { km basis measuredKm coverage { measured countable } } }
                """);

        assertEquals(
                Map.of(
                        "km",
                        new BigDecimal("390.9"),
                        "basis",
                        "STATED",
                        "measuredKm",
                        new BigDecimal("390.9"),
                        "coverage",
                        coverage(2, 2)),
                answer.getMap("stated.lengthKm"),
                "neither part is measured, and the whole is");
        assertEquals(
                Map.of(
                        "km",
                        new BigDecimal("1417.8"),
                        "basis",
                        "SUM_OF_SEGMENTS",
                        "measuredKm",
                        new BigDecimal("1417.8"),
                        "coverage",
                        coverage(7, 8)),
                answer.getMap("summed.lengthKm"),
                // Not the 431 km of another line from Muse to Mandalay, which runs beside Muse-Lashio and
                // Lashio-Mandalay.
                "280 + 133 + 197 + 126 + 313 + 201.8 + 167; Ruili-Muse is not measured");
        assertEquals(
                Map.of(
                        "km",
                        new BigDecimal("2520.0"),
                        "basis",
                        "STATED",
                        "measuredKm",
                        new BigDecimal("2520.0"),
                        "coverage",
                        coverage(4, 4)),
                answer.getMap("both.lengthKm"),
                "793 in Myanmar, and the whole of 1,727 in China, whose three parts are not measured");
    }

    @Test
    void addsAWholeAndItsPartsOnlyOnce() {
        JsonPath answer = Graph.data("""
                { railway: corridor(id: "clr") { lengthKm { km measuredKm coverage { measured countable } }
                    onDay(date: "2021-12-03") { openKm coverage { measured countable } }
                    before: onDay(date: "2021-12-02") { openKm coverage { measured countable } } }
                  river: corridor(id: "lancang-mekong") { lengthKm { km measuredKm coverage { measured countable } } }
                  asOfFirst: corridor(id: "clr") { segments { id wholeOf } } }
                """);

        // Yuxi-Mohan 503.9 in two parts and Boten-Vientiane 422 in five; Kunming-Yuxi, the tunnel and the way to the
        // freight
        // station are not measured.
        assertEquals(1035, answer.getDouble("railway.lengthKm.km"));
        assertEquals(925.9, answer.getDouble("railway.lengthKm.measuredKm"), 1e-9);
        assertEquals(coverage(7, 10), answer.getMap("railway.lengthKm.coverage"));
        assertEquals(925.9, answer.getDouble("railway.onDay.openKm"), 1e-9);
        assertEquals(coverage(7, 10), answer.getMap("railway.onDay.coverage"));
        assertNull(answer.get("railway.before.openKm"), "Kunming-Yuxi was open, and nobody measured it");
        assertEquals(coverage(0, 1), answer.getMap("railway.before.coverage"));
        // The whole of 890 lies over three parts of which Simao-Jinghong is not measured; 345 is the whole of two of
        // these.
        assertEquals(890, answer.getDouble("river.lengthKm.measuredKm"));
        assertEquals(coverage(3, 3), answer.getMap("river.lengthKm.coverage"));
        assertEquals(
                List.of("clr-02", "clr-03"), answer.getList("asOfFirst.segments.find { it.id == 'clr-04' }.wholeOf"));
    }

    @Test
    void mapsTheWordsOfTheSourceAndKeepsThem() {
        JsonPath answer = Graph.data("""
                { woodlands: corridor(id: "ksr-central") { segments { id status statusNote } }
                  gap: corridor(id: "ksr-eastern") { segments { id status statusNote } }
                  freight: corridor(id: "khh-rail") { status statusNote } }
                """);

        assertEquals(
                Map.of(
                        "id",
                        "ksr-central-08",
                        "status",
                        "PARTLY_OPERATIONAL",
                        "statusNote",
                        "operational to Woodlands"),
                answer.getMap("woodlands.segments[7]"));
        assertEquals(
                Map.of("id", "ksr-eastern-07", "status", "MISSING", "statusNote", "missing link"),
                answer.getMap("gap.segments[6]"));
        assertEquals(
                Map.of("status", "OPERATIONAL", "statusNote", "operational (mostly freight)"),
                answer.getMap("freight"));
    }

    @Test
    void takesNoOtherDateForAnOpening() {
        JsonPath answer = Graph.data("""
                { groundBreaking: corridor(id: "lchnhp-rail") { ...dates } year: corridor(id: "kbe") { ...dates }
                  planned: corridor(id: "smw5") { ...dates } section: corridor(id: "lc-exp") { ...dates } }
                fragment dates on Corridor { openedOn openedYear opened { text precision earliest latest target } keyDate { event
                  date { text } } }
                """);

        assertNull(answer.get("groundBreaking.openedOn"));
        assertNull(answer.get("groundBreaking.opened"));
        assertEquals("CONSTRUCTION_STARTED", answer.getString("groundBreaking.keyDate.event"));
        assertEquals("2025-12-19", answer.getString("groundBreaking.keyDate.date.text"));
        assertNull(answer.get("year.openedOn"), "the day is not known");
        assertEquals(2008, answer.getInt("year.openedYear"));
        assertNull(answer.get("planned.openedYear"), "whether it opened then is not reported");
        assertEquals(2020, answer.getInt("section.openedYear"));
        assertEquals(
                Map.of(
                        "text",
                        "2008",
                        "precision",
                        "YEAR",
                        "earliest",
                        "2008-01-01",
                        "latest",
                        "2008-12-31",
                        "target",
                        false),
                answer.getMap("year.opened"));
        assertEquals(true, answer.get("planned.opened.target"));
        assertEquals("2020-12-20", answer.getString("section.openedOn"));
        assertEquals("FIRST_SECTION_OPENED", answer.getString("section.keyDate.event"));
    }

    @Test
    void givesSeveralModesToWhatTheFileCallsMultimodal() {
        JsonPath answer = Graph.data(
                "{ sea: corridor(id: \"cm-newpass\") { kind modes } hub: corridor(id: \"km-gateway\") { kind modes } }");

        assertEquals(Map.of("kind", "LOGISTICS", "modes", List.of("RAIL", "ROAD", "SEA")), answer.getMap("sea"));
        assertEquals(Map.of("kind", "DIGITAL", "modes", List.of("FIBRE", "DIGITAL_HUB")), answer.getMap("hub"));
    }

    @Test
    void suggestsTheNearestIdsForAnUnknownOne() {
        JsonPath error = Graph.error("{ corridor(id: \"crl\") { id } }");

        assertEquals("There is no corridor 'crl'.", error.getString("message"));
        assertEquals(List.of("corridor"), error.getList("path"));
        assertEquals("NOT_FOUND", error.getString("extensions.code"));
        assertEquals("corridor", error.getString("extensions.service"));
        assertEquals(
                "Did you mean clr (China–Laos Railway), ecrl (East Coast Rail Link)?",
                error.getString("extensions.hint"));
    }

    private static Map<String, Integer> coverage(int measured, int countable) {
        return Map.of("measured", measured, "countable", countable);
    }
}
