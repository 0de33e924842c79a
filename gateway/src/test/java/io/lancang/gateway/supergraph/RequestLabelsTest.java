package io.lancang.gateway.supergraph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.engine.PercentageLabels;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.gateway.access.Identity;
import io.lancang.gateway.headers.SubgraphHeaders;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.server.TestGraph;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RequestLabelsTest {
    private static final Set<String> ASKED = Set.of("percent(20)", "capitals", "ports");

    @Test
    void unitesConfigurationRequestAndChance() {
        assertEquals(
                Set.of("percent(20)", "capitals", "ports"),
                decide(new RequestLabels(Set.of("ports"), new PercentageLabels<>(() -> 19.9)), "capitals"));
    }

    @Test
    void leavesOutWhatNobodyNames() {
        assertEquals(Set.of(), decide(new RequestLabels(Set.of(), new PercentageLabels<>(() -> 20))));
    }

    @Test
    void putsAPercentageThatIsNamedInForceWhateverChanceSays() {
        assertEquals(
                Set.of("percent(20)"),
                decide(new RequestLabels(Set.of("percent(20)"), new PercentageLabels<>(() -> 99))));
    }

    @Test
    void tellsWhichConfiguredLabelsTheSupergraphDoesNotHave() {
        RequestLabels labels = new RequestLabels(Set.of("capitals", "captials"), new PercentageLabels<>(() -> 0));

        assertEquals(
                Set.of("captials"),
                labels.unknownTo(Supergraph.parse(TestGraph.sdl("http://trade.example", "http://corridor.example"))));
    }

    private static Set<String> decide(RequestLabels labels, String... requested) {
        Deadline deadline = Deadline.in(Duration.ofSeconds(1), () -> 0);
        return labels.inForce(
                ASKED,
                new ClientRequest(
                        "me",
                        MultiMap.caseInsensitiveMultiMap(),
                        SubgraphHeaders.same(MultiMap.caseInsensitiveMultiMap()),
                        deadline,
                        Set.of(requested),
                        Identity.ANONYMOUS));
    }
}
