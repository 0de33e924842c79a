package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What goods need, on a network of this test.
 *
 * <pre>
 * tv-a --- 100 km --- tv-b --- 130 km --- tv-c --- 100 km --- tv-d --- 60 km, 1000 mm --- tv-e (Thailand)
 *                       \-- 109 km, road --/
 * </pre>
 */
@QuarkusTest
@TestSecurity(user = "mei", roles = "steward")
class TravelTest extends RunningService {
    private final Releases releases = new Releases();

    @BeforeEach
    void load() {
        releases.load("corridors", """
                corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,key_date_event,length_km,note,source
                tv,Travel,行,rail,"LA,TH",operational,,,,,S_W_BVR
                """);
        releases.load("locations", """
                node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source
                tv-a,A,甲,LA,,town,,,,,,,,S_W_BVR
                tv-b,B,乙,LA,,town,,,,,,,,S_W_BVR
                tv-c,C,丙,LA,,town,,,,,,,,S_W_BVR
                tv-d,D,丁,LA,,town,,,,,,,,S_W_BVR
                tv-e,E,戊,TH,,town,,,,,,,,S_W_BVR
                """);
        releases.load("segments", """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                tv-01,tv,1,tv-a,tv-b,rail,A-B,100,1435 mm double track,10 Mt/y,operational,,,,,S_W_BVR
                tv-02,tv,2,tv-b,tv-c,rail,B-C,130,1435 mm,6 Mt/y,operational,,,,,S_W_BVR
                tv-03,tv,3,tv-c,tv-d,rail,C-D,100,1435 mm single track,,operational,,,,,S_W_BVR
                tv-04,tv,4,tv-d,tv-e,rail,D-E,60,1000 mm,,operational,,,,,S_W_BVR
                tv-05,tv,5,tv-b,tv-c,road,B-C Expressway,109,,,operational,,,,,S_W_BVR
                """);
    }

    @AfterEach
    void withdraw() {
        releases.close();
    }

    private static JsonPath routes(String to, String further) {
        return Graph.data("""
                        { routes(from: "tv-a", to: "%s"%s) { routes { legs { segment { id } hours }
                            travel { hours runningHours borderHours handlingHours usdPerTonne km estimatedShare }
                            bottlenecks { kind segment { id } at { id } capacity { value unit } statedBy } } } }""".formatted(to, further)).setRootPath("data.routes");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void anExpresswayInTheMiddleOfARailJourneyIsShorterAndNotTheBestWay() {
        assertEquals(
                List.of("tv-01", "tv-05", "tv-03"),
                routes("tv-d", ", alternatives: 1, optimise: LENGTH").getList("routes[0].legs.segment.id"));
        for (String optimise : List.of("", ", optimise: TIME", ", optimise: COST")) {
            JsonPath answer = routes("tv-d", ", alternatives: 1" + optimise);
            assertEquals(List.of("tv-01", "tv-02", "tv-03"), answer.getList("routes[0].legs.segment.id"));
            // 330 km at 50 km/h; loading and unloading 6 hours each; US$0.04 times 330, and US$4 at either end.
            assertEquals(number("6.6"), answer.get("routes[0].travel.runningHours"));
            assertEquals(number("12.0"), answer.get("routes[0].travel.handlingHours"));
            assertEquals(number("0.0"), answer.get("routes[0].travel.borderHours"));
            assertEquals(number("18.6"), answer.get("routes[0].travel.hours"));
            assertEquals(number("21.2"), answer.get("routes[0].travel.usdPerTonne"));
            assertEquals(number("330.0"), answer.get("routes[0].travel.km"));
            assertEquals(number("0.0"), answer.get("routes[0].travel.estimatedShare"));
            assertEquals(List.of(number("2.0"), number("2.6"), number("2.0")), answer.getList("routes[0].legs.hours"));
        }
    }

    /**
     * tv-06 changes the gauge twice, which counts as 200 km: 305 instead of 130 where other modes are asked for as well. Over one mode,
     * and over what goods do not travel on, its 105 km decide.
     */
    @Test
    void kilometresAloneDecideOverOneModeAndOverWhatGoodsDoNotTravelOn() {
        releases.load("segments", """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                tv-06,tv,6,tv-b,tv-c,rail,B-C old line,105,1000 mm,,operational,,,,,S_W_BVR
                """);
        JsonPath answer = Graph.data("""
                { one: routes(from: "tv-a", to: "tv-d", modes: [RAIL], alternatives: 1) { ...way }
                  none: routes(from: "tv-a", to: "tv-d", modes: [RAIL, POWER], alternatives: 1) { ...way }
                  several: routes(from: "tv-a", to: "tv-d", modes: [RAIL, WATERWAY], alternatives: 1) { ...way } }
                fragment way on RouteResult { routes { legs { segment { id } } } }
                """);

        assertEquals(List.of("tv-01", "tv-06", "tv-03"), answer.getList("one.routes[0].legs.segment.id"));
        assertEquals(List.of("tv-01", "tv-06", "tv-03"), answer.getList("none.routes[0].legs.segment.id"));
        assertEquals(List.of("tv-01", "tv-02", "tv-03"), answer.getList("several.routes[0].legs.segment.id"));
    }

    /** A change is worth 100 km and not more: two of them 200, so that 310 km by rail are too many beside 109 by road, and 308 are not. */
    @ParameterizedTest
    @CsvSource({"308, tv-02", "310, tv-05"})
    void aChangeOfModeCountsAsAHundredKilometres(int railway, String taken) {
        releases.load("segments", """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                tv-02,tv,2,tv-b,tv-c,rail,B-C,%d,1435 mm,,operational,,,,,S_W_BVR
                """.formatted(railway));

        assertEquals(
                List.of("tv-01", taken, "tv-03"),
                routes("tv-d", ", alternatives: 1").getList("routes[0].legs.segment.id"));
    }

    @Test
    void aTransferTakesTheHandlingOfBothModes() {
        JsonPath answer = routes("tv-d", ", alternatives: 1, optimise: LENGTH");

        // 200 km at 50 and 109 at 65 km/h: 4 and 1.677. Rail 6, rail to road 7, road to rail 7, rail 6 hours of
        // handling.
        assertEquals(number("5.7"), answer.get("routes[0].travel.runningHours"));
        assertEquals(number("26.0"), answer.get("routes[0].travel.handlingHours"));
        // 200 times 0.04, 109 times 0.08; handling 4, 6, 6 and 4
        assertEquals(number("36.72"), answer.get("routes[0].travel.usdPerTonne"));
    }

    @Test
    void aBorderAndAChangeOfGaugeAreCounted() {
        JsonPath answer = routes("tv-e", ", alternatives: 1, optimise: TIME");

        // 330 km at 50 and 60 at 30 km/h: 6.6 and 2. A railway border takes 6, the change of gauge twice 6, the ends 12
        // hours.
        assertEquals(number("8.6"), answer.get("routes[0].travel.runningHours"));
        assertEquals(number("6.0"), answer.get("routes[0].travel.borderHours"));
        assertEquals(number("24.0"), answer.get("routes[0].travel.handlingHours"));
        assertEquals(number("38.6"), answer.get("routes[0].travel.hours"));
        // 330 times 0.04, 60 times 0.05, border 4, handling four times 4
        assertEquals(number("36.2"), answer.get("routes[0].travel.usdPerTonne"));
    }

    @Test
    void whatIsAssumedInsteadOfTheDefaultsDecides() {
        JsonPath fastRoad = routes("tv-d", """
                , alternatives: 1, optimise: TIME, travel: {speeds: [{travelClass: RAIL, kmh: 100}, {travelClass: EXPRESSWAY, kmh: 109}],
                   handling: [{mode: RAIL, hours: 0}, {mode: ROAD, hours: 0}]}""");
        // 200 km at 100 and 109 at 109 km/h, where the railway would take 3.3 hours
        assertEquals(List.of("tv-01", "tv-05", "tv-03"), fastRoad.getList("routes[0].legs.segment.id"));
        assertEquals(number("3.0"), fastRoad.get("routes[0].travel.hours"));

        JsonPath slowBorder = routes("tv-e", """
                , alternatives: 1, optimise: TIME, travel: {borders: [{from: "LAO", to: "THA", hours: 48}],
                   speeds: [{travelClass: METRE_GAUGE_RAIL, partner: "THA", kmh: 20}]}""");
        // 6.6 and 60 km at 20 km/h
        assertEquals(number("9.6"), slowBorder.get("routes[0].travel.runningHours"));
        assertEquals(number("48.0"), slowBorder.get("routes[0].travel.borderHours"));
    }

    @Test
    void tellsWhatNarrowsARoute() {
        JsonPath answer = routes("tv-e", ", alternatives: 1, optimise: TIME");

        assertEquals(
                List.of("LEAST_CAPACITY", "GAUGE_CHANGE", "SINGLE_TRACK"),
                answer.getList("routes[0].bottlenecks.kind"));
        assertEquals(List.of("tv-02", "tv-04", "tv-03"), answer.getList("routes[0].bottlenecks.segment.id"));
        assertEquals(6, answer.getInt("routes[0].bottlenecks[0].capacity.value"));
        assertEquals("Mt/y", answer.getString("routes[0].bottlenecks[0].capacity.unit"));
        assertEquals(2, answer.getInt("routes[0].bottlenecks[0].statedBy"));
        assertEquals("tv-d", answer.getString("routes[0].bottlenecks[1].at.id"));
    }

    /** A-B was built for 5 Mt a year and carries 8: two figures of one leg. B-C states 6. */
    @Test
    void aLegThatStatesSeveralCapacitiesCountsOnce() {
        releases.load("segments", """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                tv-01,tv,1,tv-a,tv-b,rail,A-B,100,1435 mm,8 Mt/y (design 5 Mt/y),operational,,,,,S_W_BVR
                """);

        JsonPath answer = routes("tv-c", ", alternatives: 1, modes: [RAIL]");

        assertEquals(List.of("LEAST_CAPACITY"), answer.getList("routes[0].bottlenecks.kind"));
        assertEquals("tv-01", answer.getString("routes[0].bottlenecks[0].segment.id"));
        assertEquals(5, answer.getInt("routes[0].bottlenecks[0].capacity.value"));
        assertEquals(2, answer.getInt("routes[0].bottlenecks[0].statedBy"), "two legs, and three figures");
    }

    /** A road is no railway, whatever its specification calls single. */
    @Test
    void tellsWhatIsInServiceInPartOrInASmallWayAndTakesNoRoadForATrack() {
        releases.load("segments", """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                tv-01,tv,1,tv-a,tv-b,rail,A-B,100,1435 mm double track,,PARTLY_OPERATIONAL,,,,,S_W_BVR
                tv-05,tv,5,tv-b,tv-c,road,B-C Expressway,109,single carriageway,,LIMITED,,,,,S_W_BVR
                """);

        JsonPath answer = routes(
                "tv-c", ", alternatives: 1, optimise: LENGTH, statuses: [OPERATIONAL, PARTLY_OPERATIONAL, LIMITED]");

        assertEquals(List.of("tv-01", "tv-05"), answer.getList("routes[0].legs.segment.id"));
        assertEquals(List.of("LIMITED_SERVICE", "LIMITED_SERVICE"), answer.getList("routes[0].bottlenecks.kind"));
        assertEquals(List.of("tv-01", "tv-05"), answer.getList("routes[0].bottlenecks.segment.id"));
    }

    /**
     * From B to D by a road of 200 km at 40 km/h: loaded and unloaded in an hour each 7 hours, and US$24: 200 times 0.10, and 2 at
     * either end. By rail, 230 km at 50 km/h and six hours at either end, 16.6 hours, and US$17.20: 230 times 0.04, and twice 4.
     */
    @Test
    void theCheapestWayIsNotTheQuickest() {
        releases.load("segments", """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                tv-06,tv,6,tv-b,tv-d,road,B-D,200,,,operational,,,,,S_W_BVR
                """);
        String asked = "{ routes(from: \"tv-b\", to: \"tv-d\", alternatives: 1, optimise: %s) {"
                + " routes { legs { segment { id } } travel { hours usdPerTonne } } } }";

        // One after the other: what hours were reckoned for the first must not be taken for dollars.
        JsonPath quickest = Graph.data(asked.formatted("TIME")).setRootPath("data.routes.routes[0]");
        JsonPath cheapest = Graph.data(asked.formatted("COST")).setRootPath("data.routes.routes[0]");

        assertEquals(List.of("tv-06"), quickest.getList("legs.segment.id"));
        assertEquals(number("7.0"), quickest.get("travel.hours"));
        assertEquals(number("24.0"), quickest.get("travel.usdPerTonne"));
        assertEquals(List.of("tv-02", "tv-03"), cheapest.getList("legs.segment.id"));
        assertEquals(number("16.6"), cheapest.get("travel.hours"));
        assertEquals(number("17.2"), cheapest.get("travel.usdPerTonne"));
    }

    /** Of the 330 km by rail alone 200 are on the shorter way, too: 0.606. */
    @Test
    void furtherRoutesHaveLittleInCommonWithThoseBeforeThem() {
        assertEquals(
                List.of(List.of("tv-01", "tv-05", "tv-03"), List.of("tv-01", "tv-02", "tv-03")),
                routes("tv-d", ", optimise: LENGTH").getList("routes.legs.segment.id"));
        assertEquals(
                List.of(List.of("tv-01", "tv-05", "tv-03")),
                routes("tv-d", ", optimise: LENGTH, maxOverlap: 0.6").getList("routes.legs.segment.id"));
        assertEquals(
                List.of(List.of("tv-01", "tv-05", "tv-03")),
                routes("tv-d", ", optimise: LENGTH, maxOverlap: 1").getList("routes.legs.segment.id"),
                "the two pass the same places");
    }

    /** By rail: B after 6 + 2 + 6 hours, C after 4.6 of running, D after 6.6; E needs 38.6. */
    @Test
    void goodsReachWhatIsNearEnoughInHours() {
        JsonPath answer = Graph.data("""
                { near: reach(from: "tv-a", withinHours: 19) { from { id } locations { location { id } hours } totalCount }
                  one: reach(from: "tv-a", withinHours: 19, first: 1) { locations { location { id } } totalCount }
                  just: reach(from: "tv-a", withinHours: 14) { locations { location { id } } }
                  before: reach(from: "tv-a", withinHours: 13.9) { totalCount }
                  far: reach(from: "tv-a", withinHours: 39) { locations { location { id } hours } }
                  stopped: reach(from: "tv-a", withinHours: 39, avoid: ["THA"], travel: {handling: [{mode: RAIL, hours: 0}]}) {
                    locations { hours } } }
                """);

        assertEquals("tv-a", answer.getString("near.from.id"));
        assertEquals(List.of("tv-b", "tv-c", "tv-d"), answer.getList("near.locations.location.id"));
        assertEquals(List.of(number("14.0"), number("16.6"), number("18.6")), answer.getList("near.locations.hours"));
        assertEquals(3, answer.getInt("near.totalCount"));
        assertEquals(List.of("tv-b"), answer.getList("one.locations.location.id"));
        assertEquals(3, answer.getInt("one.totalCount"));
        assertEquals(List.of("tv-b"), answer.getList("just.locations.location.id"), "14 hours are within 14 hours");
        assertEquals(0, answer.getInt("before.totalCount"));
        assertEquals("tv-e", answer.getString("far.locations[-1].location.id"));
        assertEquals(number("38.6"), answer.get("far.locations[-1].hours"));
        assertEquals(List.of(number("2.0"), number("4.6"), number("6.6")), answer.getList("stopped.locations.hours"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    from: "tv-a", withinHours: 0                      | `withinHours` is 0.0; it must be above 0 and at most 1000.0.
                    from: "tv-a", withinHours: 12, modes: [POWER]     | `optimise` is TIME, and `modes` names what goods do not travel on.
                    from: "tv-a", withinHours: 12, first: 501         | `first` is 501; it must be from 1 to 500.
                    from: "tv-a", withinHours: 12, avoid: ["LAO"]     | `avoid` names the location 'tv-a' or its country, but the route begins or ends there.
                    """)
    void refusesAReachThatBreaksARule(String arguments, String message) {
        assertEquals(
                message,
                Graph.error("{ reach(" + arguments + ") { totalCount } }").getString("message"));
    }

    @Test
    void powerDoesNotTravel() {
        JsonPath answer = Graph.data(
                "{ routes(from: \"shweli-1\", to: \"ruili\", modes: [POWER]) { routes { legs { hours } travel { hours } } } }");

        assertNull(answer.get("routes.routes[0].travel"));
        assertNull(answer.get("routes.routes[0].legs[0].hours"));
    }

    @Test
    void theMekongTakesTheHoursOfItsSource() {
        JsonPath answer = Graph.data("""
                { routes(from: "guanlei-port", to: "chiang-saen-port", modes: [WATERWAY]) { routes { legs { hours } } } }
                """);

        // 256 km in 9 hours is 28.4 km/h, and 28 km/h are assumed
        assertEquals(number("9.1"), answer.get("routes.routes[0].legs[0].hours"));
    }

    /** The shortest way changes more than once; the quickest is road R3A all the way. */
    @Test
    void theQuickestWayFromKunmingToBangkokNeedsNoChange() {
        JsonPath answer = Graph.data("""
                { quick: routes(from: "kunming", to: "bangkok", optimise: TIME, alternatives: 1) { routes {
                    transfers { at { id } fromMode toMode } travel { hours } } }
                  short: routes(from: "kunming", to: "bangkok", optimise: LENGTH, alternatives: 1) { routes { transfers { at { id } } travel { hours } } } }
                """);

        assertEquals(List.of(), answer.getList("quick.routes[0].transfers.at.id"));
        assertTrue(answer.getList("short.routes[0].transfers").size() > 1);
        assertTrue(answer.getDouble("quick.routes[0].travel.hours") < answer.getDouble("short.routes[0].travel.hours"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    travel: {speeds: [{travelClass: ROAD, kmh: 0}]}                     | `speeds.kmh` is 0.0; it must be from 1.0 to 500.0.
                    travel: {speeds: [{travelClass: ROAD, partner: "XXX", kmh: 40}]}    | 'XXX' is no ISO 3166 alpha-3 code of a country.
                    travel: {designShare: 1.5}                                          | `designShare` is 1.5; it must be above 0 and at most 1.
                    travel: {borders: [{to: "LAO", hours: 1}]}                          | `borders.to` is LAO without a `from`.
                    travel: {borders: [{from: "LAO", to: "XXX", hours: 1}]}             | 'XXX' is no ISO 3166 alpha-3 code of a country.
                    travel: {rates: [{travelClass: SEA, partner: "XXX", usdPerTonneKm: 1}]} | 'XXX' is no ISO 3166 alpha-3 code of a country.
                    travel: {borders: [{hours: -1}]}                                    | `borders.hours` is -1.0; it must be from 0.0 to 1000.0.
                    travel: {handling: [{mode: ROAD, usdPerTonne: 1e9}]}                | `handling.usdPerTonne` is 1.0E9; it must be from 0.0 to 10000.0.
                    travel: {rates: [{travelClass: SEA, usdPerTonneKm: 101}]}           | `rates.usdPerTonneKm` is 101.0; it must be from 0.0 to 100.0.
                    maxOverlap: 1.1                                                     | `maxOverlap` is 1.1; it must be from 0 to 1.
                    optimise: TIME, modes: [POWER]                                      | `optimise` is TIME, and `modes` names what goods do not travel on.
                    """)
    void refusesWhatBreaksARule(String argument, String message) {
        JsonPath error = Graph.error("{ routes(from: \"tv-a\", to: \"tv-d\", " + argument + ") { complete } }");

        assertEquals(message, error.getString("message"));
        assertEquals("BAD_USER_INPUT", error.getString("extensions.code"));
    }
}
