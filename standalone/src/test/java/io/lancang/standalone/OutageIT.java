package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client asks for trade and corridors together while corridor-service is down. */
class OutageIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.broken();

    @BeforeAll
    static void corridorServiceGoesDown() throws InterruptedException {
        SET.running().stopService("corridor");
    }

    @Test
    void costsOnlyTheFieldsOfTheServiceThatIsDown() {
        ValidatableResponse answer = SET.ask("""
                { partner(code: "LAO") { name trade(from: 2019, to: 2019) { points { total { amount } } }
                                         corridors { id } borderCrossings { id } } }""");
        answer.body("data.partner.name", is("Lao People's Democratic Republic"))
                .body("data.partner.trade.points[0].total.amount", notNullValue())
                .body("data.partner.corridors", nullValue())
                .body("data.partner.borderCrossings", nullValue())
                .body(
                        "errors.path.collect { it.join('.') }",
                        containsInAnyOrder("partner.corridors", "partner.borderCrossings"))
                .body("errors.extensions.code", everyItem(is("SUBGRAPH_UNAVAILABLE")))
                .body("errors.extensions.service", everyItem(is("corridor")));
    }

    @Test
    void nullsARootFieldOfTheServiceThatIsDownAndKeepsTheOthers() {
        SET.ask("""
                { corridor(id: "clr") { name } partner(code: "VNM") { name } }""")
                .body("data.corridor", nullValue())
                .body("data.partner.name", is("Vietnam"))
                .body("errors[0].path", is(List.of("corridor")))
                .body("errors[0].extensions.code", is("SUBGRAPH_UNAVAILABLE"));
    }

    /** The gateway asks services again after ten seconds at most. */
    @Test
    void theDocumentAboutThePathsNamesTheServiceThatIsDownAndHasTheOthers() {
        String address = SET.running().gatewayRoot() + "/openapi.json";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> given().get(address).path("info.'x-missing'.subgraph"), is(List.of("corridor")));

        Map<String, ?> paths =
                given().get(address).then().statusCode(200).extract().path("paths");
        assertTrue(paths.containsKey("/exports/trade/trade-flows.csv"));
        assertTrue(paths.containsKey("/jobs"));
        assertEquals(
                List.of(),
                paths.keySet().stream()
                        .filter(path -> path.contains("/corridor"))
                        .toList());
    }

    @Test
    void eachPartOfThePagesThatDoesNotAnswerSaysSoAndTheOthersAreShown() {
        try (InstalledBrowser browser = InstalledBrowser.started();
                AtlasPage atlas = AtlasPage.open(browser, SET, "#/")) {
            atlas.awaitText("This part does not answer at the moment.");
            atlas.awaitText("SUBGRAPH_UNAVAILABLE");
            atlas.isAccessible("map");
            atlas.keepPicture("corridor-down-map");

            atlas.goTo("#/partner/LAO");
            assertEquals(1, atlas.page().locator(".curve").count());
            // Corridors, and crossings.
            assertEquals(2, atlas.page().locator(".partner-network .problem").count());
            atlas.keepPicture("corridor-down-partner");

            atlas.goTo("#/routes");
            // In place of the map, and of the way.
            assertEquals(2, atlas.page().locator(".route-page .problem").count());
            atlas.isAccessible("routes");

            atlas.goTo("#/questions");
            // The second and the sixth are about corridors; the fourth has some beside its figures.
            assertEquals(List.of(1, 5), problemsOf(atlas));
            assertEquals(1, atlas.page().locator(".answer .problem").count());
            atlas.isAccessible("questions");
        }
    }

    /** Which of the plates have a problem in place of a picture, from 0. */
    static Object problemsOf(AtlasPage atlas) {
        return atlas.page().evaluate("""
                [...document.querySelectorAll(".plate")].map((plate, i) => plate.querySelector(".picture .problem") ? i : -1)
                  .filter((i) => i >= 0)""");
    }
}
