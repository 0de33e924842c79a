package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ZoneTest extends RunningService {
    @Test
    void isListedByKindCountryAndLocation() {
        JsonPath answer = Graph.data("""
                { all: zones { id } border: zones(filter: {kinds: [BORDER_ZONE], partner: "CHN"}) { id }
                  hekou: zones(filter: {location: "hekou"}) { id location { id partner { code } } } }
                """);

        assertEquals(13, answer.getList("all").size());
        assertEquals(List.of("mengla-zone", "mohan-boten-ecz"), answer.getList("border.id"));
        assertEquals(List.of("ftz-honghe", "hekou-park-hekou"), answer.getList("hekou.id"));
        assertEquals(List.of("hekou", "hekou"), answer.getList("hekou.location.id"));
    }

    @Test
    void isEstablishedByItsLaunchAndNotByATender() {
        JsonPath answer = Graph.data(
                "{ zones { id name(language: ZH) established { text } keyDate { event } areaKm2 sources { id } } }");

        assertEquals("2019-08-30", answer.getString("zones.find { it.id == 'ftz-kunming' }.established.text"));
        assertNull(answer.get("zones.find { it.id == 'kyaukpyu-sez' }.established"));
        assertEquals("TENDER_AWARDED", answer.getString("zones.find { it.id == 'kyaukpyu-sez' }.keyDate.event"));
        assertEquals(new BigDecimal("17.37"), answer.get("zones.find { it.id == 'kyaukpyu-sez' }.areaKm2"));
        assertNull(answer.get("zones.find { it.id == 'ftz-kunming' }.areaKm2"));
    }

    @Test
    void namesTheIndustriesThatMovedIn() {
        JsonPath answer = Graph.data("""
                { zones(filter: {location: "ruili"}) { id industrialTransfers { subject sector fact year value unit
                    sources { id } } }
                  industrialTransfers { subject value unit } }
                """);

        assertEquals(List.of("ftz-dehong", "ruili-park"), answer.getList("zones.id"));
        assertEquals(List.of(), answer.getList("zones[0].industrialTransfers"));
        assertEquals(
                Map.of(
                        "subject", "Ruili Yinhuang (音皇) Electronics Technology Co.",
                        "sector", "electronics",
                        "fact", "moved in 2018, full-chain relocation completed",
                        "year", 2023,
                        "value", 303000000,
                        "unit", "CNY revenue",
                        "sources", List.of(Map.of("id", "S_PARK24"))),
                answer.getMap("zones[1].industrialTransfers[0]"));
        assertEquals(10, answer.getList("industrialTransfers").size(), "those of the province as a whole included");
    }

    @Test
    void isFoundByTheCodeOfItsLocationAndRefusedAtAnUnknownOne() {
        assertEquals(
                List.of("ftz-kunming"),
                Graph.data("{ zones(filter: {location: \"CNKNM\"}) { id } }").getList("zones.id"));

        JsonPath error = Graph.error("{ zones(filter: {location: \"ruilii\"}) { id } }");
        assertEquals("NOT_FOUND", error.getString("extensions.code"));
        assertEquals("Did you mean ruili (Ruili border port)?", error.getString("extensions.hint"));
    }

    @Test
    void isRefusedInAnUnknownCountry() {
        assertEquals(
                "BAD_USER_INPUT",
                Graph.error("{ zones(filter: {partner: \"XXX\"}) { id } }").getString("extensions.code"));
    }

    @Test
    @TestSecurity(user = "mei", roles = "steward")
    void isNotEstablishedByAPlanToOpenIt() {
        try (Releases releases = new Releases()) {
            releases.load("zones", """
                    zone_id,name_en,name_zh,kind,node_id,date,note,area_km2,source,key_date_event
                    zn-plan,Planned park,园,industrial_park,mohan,2090 (planned),,,S_W_BVR,OPENING_PLANNED
                    zn-open,Open park,园,industrial_park,mohan,2020,,,S_W_BVR,OPENED
                    """);
            JsonPath answer = Graph.data(
                    "{ zones(filter: {location: \"mohan\"}) { id established { text } keyDate { event date { text } } } }");

            assertNull(answer.get("zones.find { it.id == 'zn-plan' }.established"));
            assertEquals("2090 (planned)", answer.getString("zones.find { it.id == 'zn-plan' }.keyDate.date.text"));
            assertEquals("2020", answer.getString("zones.find { it.id == 'zn-open' }.established.text"));
        }
    }
}
