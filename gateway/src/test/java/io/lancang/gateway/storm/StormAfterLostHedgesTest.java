package io.lancang.gateway.storm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is usual uses up nearly all second requests, none of which comes first, as on a machine that is busy; then a server hangs. */
@QuarkusTest
@TestProfile(StormAfterLostHedgesTest.Hasty.class)
@WithTestResource(value = StormGraph.class, initArgs = @ResourceArg(name = "servers", value = "2"))
class StormAfterLostHedgesTest extends StormOverHttp {
    @Test
    void losesNoQueryWhileOneHangs() throws Exception {
        // On a busy machine fewer requests are sent, and it takes longer until the budget of what is a little late is
        // used up.
        int runs = 0;
        do {
            assertTrue(runs < 5, "no second request was refused in " + runs + " fair runs");
            assertEquals(0, run(Weather.FAIR, 3).failed());
            runs++;
        } while (event("hedge_refused") == 0);

        assertEquals(0, run(Weather.ONE_HANGS, 2).failed());
    }

    /** Sends second requests after the time in which one in twenty is answered; and lets a mutation hang for as short as may be. */
    public static final class Hasty implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "lancang.gateway.traffic.resilience.hedge.quantile", "0.05",
                    "lancang.gateway.traffic.timeout", "5s");
        }
    }
}
