package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People look at the pages while corridor-service is down. */
class ExplorerOutageIT {
    @RegisterExtension
    static final InstalledBrowser BROWSER = new InstalledBrowser();

    @RegisterExtension
    static final RunningSet SET = RunningSet.own();

    @BeforeAll
    static void corridorServiceGoesDown() throws InterruptedException {
        SET.running().stopService("corridor");
    }

    @Test
    void theMapSaysThatItsPartDoesNotAnswer() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "")) {
            atlas.awaitText("This part does not answer at the moment.");
            atlas.awaitText("SUBGRAPH_UNAVAILABLE");
            atlas.isAccessible();
            atlas.keepPicture("outage-map");
        }
    }

    @Test
    void tradeIsShownWithoutCorridors() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/partner/LAO")) {
            atlas.page().locator(".curve").waitFor();

            assertTrue(atlas.page().locator(".partner-facts .problem").count() >= 1);
            assertEquals(0, atlas.page().locator(".picture .problem").count());
            atlas.keepPicture("outage-partner");
        }
    }
}
