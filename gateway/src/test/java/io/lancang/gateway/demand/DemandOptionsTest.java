package io.lancang.gateway.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.CostOptions;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.server.TestGraph;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.MultiMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the keys mean to the engine. */
class DemandOptionsTest {
    private static final Supergraph SUPERGRAPH =
            Supergraph.parse(TestGraph.sdl("http://trade.test", "http://corridor.test"));

    private static DemandControl control(Map<String, String> keys) {
        return new DemandControl(TestConfig.with(keys), new SimpleMeterRegistry());
    }

    @Test
    void enforcesByDefault() {
        CostOptions options = control(Map.of()).options(SUPERGRAPH);

        assertEquals(CostOptions.Mode.ENFORCE, options.mode());
        assertEquals(50_000, options.maxCost());
        assertEquals(10, options.listSize());
        assertEquals(Long.MAX_VALUE, options.maxCost("trade"));
        assertFalse(options.countsAnswers());
    }

    @Test
    void boundsSubgraphsOneByOneOrAllAlike() {
        CostOptions options = control(Map.of(
                        "demand.mode", "measure",
                        "demand.all-subgraphs.max-cost", "500",
                        "demand.subgraphs.\"corridor\".max-cost", "20"))
                .options(SUPERGRAPH);

        assertEquals(CostOptions.Mode.MEASURE, options.mode());
        assertEquals(20, options.maxCost("corridor"));
        assertEquals(500, options.maxCost("trade"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demand.max-cost",
                "demand.list-size",
                "demand.all-subgraphs.max-cost",
                "demand.subgraphs.trade.list-size"
            })
    void refusesBoundsBelowZero(String key) {
        DemandControl control = control(Map.of(key, "-1"));

        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> control.options(SUPERGRAPH));
        assertEquals(
                "lancang.gateway." + key + " is -1; it must be 0 or more. To refuse nothing, set"
                        + " lancang.gateway.demand.mode=measure.",
                refusal.getMessage());
    }

    @Test
    void reportsToClientsThatAskUnlessThatIsOff() {
        MultiMap asking = MultiMap.caseInsensitiveMultiMap().add("lancang-cost", "TRUE");
        MultiMap declining = MultiMap.caseInsensitiveMultiMap().add("Lancang-Cost", "false");

        assertTrue(control(Map.of()).reports(asking));
        assertFalse(control(Map.of()).reports(declining));
        assertFalse(control(Map.of()).reports(MultiMap.caseInsensitiveMultiMap()));
        assertFalse(control(Map.of("demand.report", "false")).reports(asking));
    }
}
