package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LocationTest extends RunningService {
    @Test
    void isFoundByIdAndByCode() {
        JsonPath answer = Graph.data("""
                { byId: location(id: "mohan") { ...place } byCode: location(id: "CNMHN") { ...place } }
                fragment place on Location { id name zh: name(language: ZH) kind unlocode iata admin1 note
                  partner { code } coordinates { latitude longitude precision source } corridors { id } zones { id }
                  sources { id } }
                """);

        assertEquals(answer.getMap("byId"), answer.getMap("byCode"));
        assertEquals("磨憨口岸", answer.getString("byId.zh"));
        assertEquals("BORDER_CROSSING", answer.getString("byId.kind"));
        assertEquals("Yunnan", answer.getString("byId.admin1"));
        assertEquals("CHN", answer.getString("byId.partner.code"));
        assertEquals(
                Map.of(
                        "latitude",
                        new BigDecimal("21.19079"),
                        "longitude",
                        new BigDecimal("101.68772"),
                        "precision",
                        "GEOCODE",
                        "source",
                        "UN/LOCODE(geoapify geocode):CNMHN"),
                answer.getMap("byId.coordinates"));
        assertEquals(List.of("clr", "kbe"), answer.getList("byId.corridors.id"));
        assertEquals(List.of("mohan-boten-ecz"), answer.getList("byId.zones.id"));
    }

    @Test
    void marksCoordinatesThatAreUnverifiedAndInventsNone() {
        JsonPath answer = Graph.data("""
                { pass: location(id: "khunjerab") { coordinates { precision } sources { id } }
                  dam: location(id: "nam-tha-1") { coordinates { latitude } } }
                """);

        assertEquals("UNVERIFIED", answer.getString("pass.coordinates.precision"));
        assertEquals(List.of("S_HAVKHU", "S_GH_KHUN"), answer.getList("pass.sources.id"));
        assertNull(answer.get("dam.coordinates"));
    }

    @Test
    void isListedByKindCountryAndText() {
        JsonPath answer = Graph.data("""
                { all: locations(first: 1) { totalCount }
                  laos: locations(filter: {kinds: [BORDER_CROSSING], partner: "LAO"}, first: 2) {
                    totalCount nodes { id } pageInfo { hasNextPage endCursor } }
                  chinese: locations(filter: {text: "磨"}) { nodes { id } } }
                """);

        assertEquals(199, answer.getInt("all.totalCount"));
        assertEquals(6, answer.getInt("laos.totalCount"));
        assertEquals(List.of("boten", "dansavan"), answer.getList("laos.nodes.id"));
        assertEquals(List.of("boten", "mohan", "mohei"), answer.getList("chinese.nodes.id"));

        JsonPath next = Graph.data(
                "query ($after: String) { locations(filter: {kinds: [BORDER_CROSSING], partner: \"LAO\"}, first: 10,"
                        + " after: $after) { nodes { id } pageInfo { hasNextPage } } }",
                Map.of("after", answer.getString("laos.pageInfo.endCursor")));
        assertEquals(List.of("houayxay", "lantouy", "pakxan", "panghai"), next.getList("locations.nodes.id"));
        assertEquals(false, next.get("locations.pageInfo.hasNextPage"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    磨憨         | Did you mean mohan (Mohan road/rail border port)?
                    Ssu-mao      | Did you mean simao (Simao (Pu'er)), simao-port (Simao river port)?
                    xxxxxxx      | `locations(filter: {text: …})` finds ids by name.
                    """)
    void suggestsWhatHasTheNameOrAPartOfIt(String id, String hint) {
        JsonPath error = Graph.error("{ location(id: \"" + id + "\") { id } }");

        assertEquals("NOT_FOUND", error.getString("extensions.code"));
        assertEquals(hint, error.getString("extensions.hint"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cnmhn       | mohan
                    CN MHN      | mohan
                    cn-knm      | kunming
                    CN KNM      | kunming
                    kmg         | kunming-changshui-airport
                    KMG         | kunming-changshui-airport
                    Kyaukphyu   | kyaukpyu
                    Calcutta    | kolkata
                    Saigon      | ho-chi-minh
                    sài gòn     | ho-chi-minh
                    ວຽງຈັນ     | vientiane
                    Lào Cai     | lao-cai
                    BOTENE      | boten
                    Serei Saophoan (Sisophon) | sisophon
                    """)
    void isFoundByACodeInAnySpellingAndByANameThatItAloneHas(String given, String id) {
        String from = "singapore".equals(id) ? "mohan" : "singapore";
        JsonPath answer = Graph.data(
                "query ($given: ID!, $from: ID!) { location(id: $given) { id }"
                        + " routes(from: $from, to: $given, alternatives: 1) { complete } }",
                Map.of("given", given, "from", from));

        assertEquals(id, answer.getString("location.id"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Kyaukphyu | kyaukpyu
                    calcutta  | kolkata
                    SAIGON    | ho-chi-minh
                    lao cai   | lao-cai
                    Lào Cai   | lao-cai
                    ວຽງຈັນ     | vientiane
                    ບໍ່ເຕັນ      | boten
                    ha noi    | hanoi
                    """)
    void isListedByATextInAnyOfItsNames(String text, String id) {
        JsonPath answer = Graph.data(
                "query ($text: String) { locations(filter: {text: $text}) { nodes { id } } }", Map.of("text", text));

        assertTrue(answer.getList("locations.nodes.id").contains(id), answer::prettify);
    }

    @Test
    void givesAlternateNamesWithLanguageScriptAndSource() {
        JsonPath answer = Graph.data("""
                { location(id: "vientiane") { alternateNames { name language script source { id licence } } }
                  tuas: location(id: "tuas") { name(language: ZH) }
                  corridor(id: "my-sg") { segments { id alternateNames { name language } } } }
                """);

        assertEquals(
                List.of("ວຽງຈນ", "ວຽງຈັນ"),
                answer.getList("location.alternateNames.findAll { it.language == 'lo' }.name"));
        assertEquals("Laoo", answer.getString("location.alternateNames.find { it.language == 'lo' }.script"));
        assertEquals("GEONAMES", answer.getString("location.alternateNames[0].source.id"));
        assertEquals("Tuas (Second Link)", answer.getString("tuas.name"), "no Chinese name is on record");
        assertEquals(
                List.of("Tambak Johor–Singapura"),
                answer.getList("corridor.segments.find { it.id == 'my-sg-01' }.alternateNames.findAll { it.language =="
                        + " 'ms' }.name"));
    }

    /**
     * The airports lo-a and lo-b have one code, which is the id of a third place in lower case. The corridor lo-x and the place lo-x have one id, and
     * each a name of its own in Vietnamese.
     */
    @Test
    @TestSecurity(user = "mei", roles = "steward")
    void prefersAnIdToACodeAndKeepsNamesOfACorridorFromAPlaceOfItsId() {
        try (Releases releases = new Releases()) {
            releases.load("corridors", """
                    corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,length_km,note,source
                    lo-x,One,一,rail,LA,operational,,,,S_W_BVR
                    """);
            releases.load("locations", """
                    node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source
                    lo-x,Two,二,LA,,town,,,,,,,,S_W_BVR
                    lo-b,B,乙,LA,,airport,,QZQ,,,,,,S_W_BVR
                    lo-a,A,甲,LA,,airport,,QZQ,,,,,,S_W_BVR
                    qzq,C,丙,LA,,town,,,,,,,,S_W_BVR
                    """);
            releases.load("names", """
                    subject_kind,subject_id,language,script,name,note,source
                    corridor,lo-x,vi,Latn,Hành lang Kỳ lạ,,S_W_BVR
                    node,lo-x,vi,Latn,Thành phố Xa xôi,,S_W_BVR
                    """);

            JsonPath found = Graph.data("""
                    { id: location(id: "qzq") { id } code: location(id: "QZQ") { id } name: location(id: "Thành phố Xa xôi") { id } }
                    """);
            assertEquals("qzq", found.getString("id.id"));
            assertEquals("lo-a", found.getString("code.id"));
            assertEquals("lo-x", found.getString("name.id"));
            String none = "`%s(filter: {text: …})` finds ids by name.";
            assertEquals(
                    none.formatted("locations"),
                    Graph.error("{ location(id: \"Hành lang Kỳ lạ\") { id } }").getString("extensions.hint"));
            assertEquals(
                    none.formatted("corridors"),
                    Graph.error("{ corridor(id: \"Thành phố Xa xôi\") { id } }").getString("extensions.hint"));
            assertEquals(
                    "Did you mean lo-x (One)?",
                    Graph.error("{ corridor(id: \"Hành lang Kỳ lạ\") { id } }").getString("extensions.hint"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinds: []", "text: \"\""})
    void refusesAFilterThatNothingOrEverythingWouldPass(String filter) {
        assertEquals(
                "BAD_USER_INPUT",
                Graph.error("{ locations(filter: {" + filter + "}) { totalCount } }")
                        .getString("extensions.code"));
    }

    @Test
    void suggestsTheNearestIdsForAnUnknownOne() {
        JsonPath error = Graph.error("{ location(id: \"mohen\") { id } }");

        assertEquals("NOT_FOUND", error.getString("extensions.code"));
        assertEquals(
                "Did you mean mohan (Mohan road/rail border port), mohei (Mohei)?", error.getString("extensions.hint"));
    }
}
