package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The network as it was loaded at a moment, with what a later file revised. */
@QuarkusTest
@TestSecurity(user = "mei", roles = "steward")
class AsOfTest extends RunningService {
    @Test
    void showsWhatALaterFileRevisedAsItWasBefore() {
        String before = now();
        String corridors = load("corridors", """
                corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,length_km,note,source
                kbe,Kunming-Bangkok road,昆曼公路,road,"CN,LA,TH",LIMITED,,1880,,S_W_BVR
                """);
        String locations = load("locations", """
                node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source
                mohan,Mohan port,磨憨口岸,CN,Yunnan,border_crossing,CNMHN,,21.2,101.7,survey,place,,
                """);
        try {
            String fields =
                    "{ status name lengthKm { km } sources { id }" + " locations { id name corridors { id status } } }";
            JsonPath graph =
                    Graph.data("{ now: corridor(id: \"kbe\") " + fields + " then: corridor(id: \"kbe\", asOf: \""
                            + before + "\") " + fields
                            + " limited: corridors(filter: {statuses: [LIMITED]}, first: 500, asOf: \"" + before
                            + "\") { nodes { id } }"
                            + " mohan: location(id: \"CNMHN\", asOf: \"" + before + "\") { name } }");

            assertEquals("LIMITED", graph.getString("now.status"));
            assertEquals("OPERATIONAL", graph.getString("then.status"));
            assertEquals(List.of("S_W_BVR"), graph.getList("now.sources.id"));
            assertEquals(List.of("S_W_KBE"), graph.getList("then.sources.id"));
            String mohan = ".locations.find { it.id == 'mohan' }";
            assertEquals("Mohan port", graph.getString("now" + mohan + ".name"));
            assertEquals("Mohan road/rail border port", graph.getString("then" + mohan + ".name"));
            assertEquals("LIMITED", graph.getString("now" + mohan + ".corridors.find { it.id == 'kbe' }.status"));
            assertEquals("OPERATIONAL", graph.getString("then" + mohan + ".corridors.find { it.id == 'kbe' }.status"));
            assertNull(graph.get("limited.nodes.find { it.id == 'kbe' }"));
            assertEquals("Mohan road/rail border port", graph.getString("mohan.name"));
        } finally {
            given().delete("/releases/" + locations).then().statusCode(200);
            given().delete("/releases/" + corridors).then().statusCode(200);
        }
    }

    @Test
    void refusesAMomentBeforeTheFirstRelease() {
        JsonPath error = Graph.error("{ corridor(id: \"clr\", asOf: \"1999-01-01T00:00:00Z\") { id } }");

        assertEquals("BAD_USER_INPUT", error.getString("extensions.code"));
    }

    /** The clock of the database that stamped the last release: nothing was loaded since. */
    private static String now() {
        return given().get("/releases").then().statusCode(200).extract().path("[0].loadedAt");
    }

    private static String load(String dataset, String file) {
        return given().contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/releases?dataset=" + dataset)
                .then()
                .statusCode(201)
                .extract()
                .path("release");
    }
}
