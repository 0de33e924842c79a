package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ThroughputTest extends RunningService {
    @Test
    void keepsBasesApart() {
        JsonPath answer = Graph.data("""
                { corridor(id: "clr") { throughput(metric: FREIGHT_TOTAL) { metric periodStart periodEnd value unit
                  basis note sources { id } } } }
                """);

        assertEquals(12 + 4, answer.getList("corridor.throughput").size());
        assertEquals(
                Map.of(
                        "metric", "FREIGHT_TOTAL",
                        "periodStart", "2024-01-01",
                        "periodEnd", "2024-12-31",
                        "value", 19600000,
                        "unit", "t",
                        "basis", "PERIOD",
                        "sources", List.of(Map.of("id", "S_CLR_2501"))),
                withoutNulls(answer.getMap("corridor.throughput.find { it.periodEnd == '2024-12-31' }")));
        assertEquals("CUMULATIVE", answer.getString("corridor.throughput.find { it.periodEnd == '2025-10-31' }.basis"));
    }

    @Test
    void leavesOutAPeriodThatNoSourceStates() {
        JsonPath answer = Graph.data(
                "{ corridor(id: \"lancang-mekong\") { throughput { periodStart periodEnd value unit basis } } }");

        assertEquals("TYPICAL", answer.getString("corridor.throughput[0].basis"));
        assertNull(answer.get("corridor.throughput[0].periodStart"));
    }

    @Test
    void isGivenForLocationsWithTheFigureOfEveryPeriod() {
        JsonPath answer = Graph.data("{ location(id: \"hekou\") { throughput(metric: CARGO) { periodEnd value } } }");

        assertEquals(List.of("2007-03-31", "2024-12-31"), answer.getList("location.throughput.periodEnd"));
        assertEquals(List.of(444595, 3900000), answer.getList("location.throughput.value"));
    }

    @Test
    void putsOnlyComparableFiguresIntoOneSeries() {
        JsonPath answer = Graph.data("""
                { corridor(id: "clr") { throughputSeries { metric basis unit latest { value periodEnd }
                  points { value periodEnd } } total: throughputSeries(metric: FREIGHT_TOTAL) { basis } } }
                """);

        assertEquals(List.of("CUMULATIVE", "PERIOD"), answer.getList("corridor.total.basis"));
        String period = "corridor.throughputSeries.find { it.metric == 'FREIGHT_TOTAL' && it.basis == 'PERIOD' }";
        assertEquals(6100000, answer.getInt(period + ".latest.value"));
        assertEquals(
                List.of("2023-10-03", "2024-04-30", "2024-12-31", "2025-03-30"),
                answer.getList(period + ".points.periodEnd"));
        assertEquals(
                70000000,
                answer.getInt(
                        "corridor.throughputSeries.find { it.metric == 'FREIGHT_TOTAL' && it.basis == 'CUMULATIVE'"
                                + " }.latest.value"));
        List<List<Object>> keys =
                answer.getList("corridor.throughputSeries.collect { [it.metric, it.basis, it.unit] }");
        assertEquals(keys.size(), keys.stream().distinct().count());
    }

    /** Each differs from the one before in one thing alone: where the period begins, where it ends, on what basis, and what is counted. */
    @Test
    @TestSecurity(user = "mei", roles = "steward")
    void comesByMetricThenPeriodThenBasis() {
        try (Releases releases = new Releases()) {
            releases.load("corridors", """
                    corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,key_date_event,length_km,note,source
                    th,Counted,数,rail,LA,operational,,,,,S_W_BVR
                    """);
            releases.load("throughput", """
                    subject_kind,subject_id,metric,period_start,period_end,value,unit,basis,note,source
                    corridor,th,cargo,2023-01-01,2023-12-31,5,t,period,,S_W_BVR
                    corridor,th,freight_total,2022-01-01,2022-06-30,2,t,period,,S_W_BVR
                    corridor,th,cargo,2022-01-01,2022-12-31,4,t,period,,S_W_BVR
                    corridor,th,cargo,2022-01-01,2022-12-31,3,t,cumulative_since_opening,,S_W_BVR
                    corridor,th,cargo,2022-01-01,2022-06-30,1,t,period,,S_W_BVR
                    """);

            JsonPath answer = Graph.data(
                            "{ corridor(id: \"th\") { throughput { metric periodStart periodEnd basis } } }")
                    .setRootPath("data.corridor");

            assertEquals(
                    List.of(
                            "CARGO 2022-01-01 2022-06-30 PERIOD",
                            "CARGO 2022-01-01 2022-12-31 CUMULATIVE",
                            "CARGO 2022-01-01 2022-12-31 PERIOD",
                            "CARGO 2023-01-01 2023-12-31 PERIOD",
                            "FREIGHT_TOTAL 2022-01-01 2022-06-30 PERIOD"),
                    answer.getList(
                            "throughput.collect { it.metric + ' ' + it.periodStart + ' ' + it.periodEnd + ' ' + it.basis }"));
        }
    }

    @Test
    void namesTheGroupThatAFigureIsAbout() {
        JsonPath answer = Graph.data("""
                { corridor(id: "clr") { partners { throughput(metric: POWER_EXPORT) { value unit partners { code } } } } }
                """);

        assertEquals(
                List.of("CHN", "VNM", "LAO", "MMR"),
                answer.getList("corridor.partners[1].throughput[0].partners.code"));
        assertEquals(1700000000, answer.getInt("corridor.partners[1].throughput[0].value"));
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> object) {
        object.values().removeIf(java.util.Objects::isNull);
        return object;
    }

    /** From 1 April 2016 to 13 January 2017 it is 288 days; through Muse passed US$3,768,691,000. */
    @Test
    void ranksCrossingsByTheirLatestFigureADayAndSaysHowOldItIs() {
        JsonPath answer = Graph.data("""
                { crossingRanking(metric: BORDER_TRADE_VALUE, unit: "USD") { rank location { id } perDay ageDays
                    throughput { value periodEnd } }
                  cargo: crossingRanking(metric: CARGO, first: 1) { throughput { periodEnd } }
                  none: crossingRanking(metric: BORDER_TRADE_VALUE, unit: "EUR") { rank } }
                """);

        assertEquals(
                List.of("muse", "myawaddy", "chin-shwe-haw"),
                answer.getList("crossingRanking.location.id").subList(0, 3));
        assertEquals(List.of(1, 2, 3), answer.getList("crossingRanking.rank").subList(0, 3));
        assertEquals(3_768_691_000.0 / 288, answer.getDouble("crossingRanking[0].perDay"), 0.1);
        assertEquals("2017-01-13", answer.getString("crossingRanking[0].throughput.periodEnd"));
        long age = ChronoUnit.DAYS.between(LocalDate.of(2017, 1, 13), LocalDate.now(ZoneOffset.UTC));
        assertEquals(age, answer.getLong("crossingRanking[0].ageDays"));
        assertEquals("2024-12-31", answer.getString("cargo[0].throughput.periodEnd"), "the latest, not the first");
        assertEquals(List.of(), answer.getList("none"));
    }

    /**
     * 2024 had 366 days and 2023 had 365: Mohan and Hekou have 100 containers a day, Ruili has 50. December alone was busier at Mohan,
     * and what passed since 2021 is no figure of a period. Kunming is at no border, and by rail more passed at Ruili.
     */
    @Test
    @TestSecurity(user = "mei", roles = "steward")
    void ranksByTheLongestPeriodThatEndedLastAndGivesEqualsOnePlace() {
        try (Releases releases = new Releases()) {
            releases.load("throughput", """
                    subject_kind,subject_id,metric,period_start,period_end,value,unit,basis,note,source
                    node,mohan,containers_road,2024-01-01,2024-12-31,36600,containers,period,,S_W_BVR
                    node,mohan,containers_road,2024-12-01,2024-12-31,6200,containers,period,,S_W_BVR
                    node,mohan,containers_road,2021-12-03,2025-06-30,9000000,containers,cumulative_since_opening,,S_W_BVR
                    node,hekou,containers_road,2023-01-01,2023-12-31,36500,containers,period,,S_W_BVR
                    node,ruili,containers_road,2023-01-01,2023-12-31,18250,containers,period,,S_W_BVR
                    node,kunming,containers_road,2023-01-01,2023-12-31,99999,containers,period,,S_W_BVR
                    node,ruili,containers_rail,2024-01-01,2024-12-31,99999,containers,period,,S_W_BVR
                    """);

            JsonPath answer = Graph.data("""
                    { crossingRanking(metric: CONTAINERS_ROAD, unit: "containers") { rank perDay location { id } } }
                    """).setRootPath("data.crossingRanking");

            assertEquals(List.of("hekou", "mohan", "ruili"), answer.getList("location.id"));
            assertEquals(List.of(1, 1, 3), answer.getList("rank"));
            assertEquals(List.of(100.0, 100.0, 50.0), answer.getList("perDay", Double.class));
        }
    }
}
