package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page that shows what there is beside GraphQL. */
class ExplorerApiIT {
    @RegisterExtension
    static final InstalledBrowser BROWSER = new InstalledBrowser();

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    @Test
    void thePageOfTheApiShowsARequestWithItsParametersAnswersAndCommand() {
        try (AtlasPage atlas = AtlasPage.open(BROWSER, SET, "api.html?q=observations+sdmx-csv")) {
            Page page = atlas.page();
            assertEquals(1, page.locator("article").count());
            String shown =
                    String.valueOf(page.locator("article#tradeGetSdmxData").textContent());
            for (String part : List.of(
                    "GET /exports/trade/sdmx/data/dataflow/{agency}/{id}/{version}/{key}",
                    "firstNObservations",
                    "application/vnd.sdmx.data+csv",
                    "429",
                    "curl '" + SET.running().gatewayRoot()
                            + "/exports/trade/sdmx/data/dataflow/LANCANG/TRADE_ANNUAL/1.0.0/A.CN.LA.X.USD'")) {
                assertTrue(shown.contains(part), part + " in " + shown);
            }

            // A link leads to what the search left out, too.
            page.locator("article h2 a").first().evaluate("link => (link.href = '#integrationOrderJob')");
            page.locator("article h2 a").first().click();
            page.locator("article#integrationOrderJob").waitFor();
            assertEquals("", page.locator("#search").inputValue());
            assertTrue(String.valueOf(
                            page.locator("article#integrationOrderJob").textContent())
                    .contains("-X POST -H \"x-api-key: $KEY\" -H 'content-type: application/json' -d '{\"export\":"));
            atlas.hasNoComplaints();
        }
    }
}
