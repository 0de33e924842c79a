package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People look at the pages while trade-service is down. While corridor-service is, see {@link OutageIT}. */
class ExplorerOutageIT {
    @RegisterExtension
    static final InstalledBrowser BROWSER = new InstalledBrowser();

    @RegisterExtension
    static final RunningSet SET = RunningSet.broken();

    @BeforeAll
    static void tradeServiceGoesDown() throws InterruptedException {
        SET.running().stopService("trade");
    }

    @Test
    void eachPartThatDoesNotAnswerSaysSoAndTheOthersAreShown() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "#/map/clr")) {
            // Names of countries are trade's: their codes stand in.
            atlas.awaitText("LAO");
            assertEquals(0, atlas.page().locator(".problem").count());
            atlas.keepPicture("trade-down-map");

            atlas.goTo("#/partner/LAO");
            atlas.awaitText("This part does not answer at the moment.");
            assertTrue(
                    atlas.page().locator(".partner-network a[href='#/map/clr']").isVisible());
            atlas.isAccessible("partner");
            atlas.keepPicture("trade-down-partner");

            atlas.goTo("#/routes?from=kunming&to=vientiane&including=operational");
            assertTrue(atlas.page().locator(".stops").isVisible());
            assertEquals(0, atlas.page().locator(".problem").count());

            atlas.goTo("#/questions");
            assertEquals(List.of(0, 1, 2, 3, 4), OutageIT.problemsOf(atlas));
            atlas.isAccessible("questions");
        }
    }
}
