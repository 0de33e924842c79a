package io.lancang.gateway.supergraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.supergraph.Supergraph;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.config.subscription.ConnectionInit;
import io.lancang.gateway.config.subscription.StreamProtocol;
import io.lancang.gateway.config.subscription.StreamSharing;
import io.lancang.gateway.config.traffic.ResilienceConfig;
import io.lancang.gateway.server.TestGraph;
import io.lancang.gateway.subgraph.endpoint.StreamSettings;
import io.lancang.gateway.subgraph.endpoint.SubgraphTarget;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SubgraphTargetsTest {
    private static final String TRADE = "http://trade.example/graphql";
    private static final String CORRIDOR = "http://corridor.example/graphql";

    @Test
    void takesUrlsFromTheSupergraph() {
        assertEquals(
                List.of(
                        new SubgraphTarget(
                                "corridor", URI.create(CORRIDOR), Duration.ofSeconds(10), TestConfig.streams()),
                        new SubgraphTarget("trade", URI.create(TRADE), Duration.ofSeconds(10), TestConfig.streams())),
                targets(TRADE, CORRIDOR, Map.of()));
    }

    @Test
    void prefersWhatIsConfiguredForASubgraph() {
        List<SubgraphTarget> targets = targets(
                TRADE,
                CORRIDOR,
                Map.of(
                        "subgraphs.\"corridor\".url", "https://elsewhere.example/graphql",
                        "subgraphs.\"corridor\".timeout", "3s"));

        assertEquals(
                List.of(
                        new SubgraphTarget(
                                "corridor",
                                URI.create("https://elsewhere.example/graphql"),
                                Duration.ofSeconds(3),
                                TestConfig.streams()),
                        new SubgraphTarget("trade", URI.create(TRADE), Duration.ofSeconds(10), TestConfig.streams())),
                targets);
    }

    @Test
    void subscribesToASubgraphAsItsSettingsSay() {
        SubgraphTarget corridor = targets(
                        TRADE,
                        CORRIDOR,
                        Map.of(
                                "subgraphs.\"corridor\".subscriptions.protocol", "sse",
                                "subgraphs.\"corridor\".subscriptions.path", "/events",
                                "subgraphs.\"corridor\".subscriptions.connection-init", "headers",
                                "subgraphs.\"corridor\".subscriptions.idle-timeout", "5s",
                                "subgraphs.\"corridor\".subscriptions.sharing", "always"))
                .getFirst();

        assertEquals(
                new StreamSettings(
                        StreamProtocol.SSE,
                        "/events",
                        ConnectionInit.HEADERS,
                        Duration.ofSeconds(5),
                        10_000,
                        16,
                        StreamSharing.ALWAYS,
                        256),
                corridor.streams());
    }

    @ParameterizedTest
    @CsvSource({"path, events", "path, ws://elsewhere/graphql", "idle-timeout, 0s"})
    void namesTheSettingOfSubscriptionsThatCannotBe(String key, String value) {
        String problem = problem(TRADE, Map.of("subgraphs.\"trade\".subscriptions." + key, value));

        assertTrue(problem.contains("lancang.gateway.subgraphs.\"trade\".subscriptions." + key), problem);
    }

    @Test
    void takesTheResilienceOfASubgraphAsAWholeOrThatOfAll() {
        List<SubgraphTarget> targets = targets(
                TRADE,
                CORRIDOR,
                Map.of(
                        "traffic.resilience.hedge.enabled", "false",
                        "subgraphs.\"corridor\".resilience.retry.max-attempts", "3"));

        assertNull(targets.getLast().resilience());
        ResilienceConfig corridor = Objects.requireNonNull(targets.getFirst().resilience());
        assertEquals(3, corridor.retry().maxAttempts());
        assertTrue(corridor.hedge().enabled(), "keys that are not set have their defaults");
    }

    @Test
    void asksASubgraphAtTheServersThatAreNamed() {
        SubgraphTarget trade = targets(
                        TRADE,
                        CORRIDOR,
                        Map.of("subgraphs.\"trade\".servers", "10.1.0.5:8081, trade-2:8082,[2001:db8::5]:8081"))
                .getLast();

        assertEquals(
                List.of(
                        SocketAddress.inetSocketAddress(8081, "10.1.0.5"),
                        SocketAddress.inetSocketAddress(8082, "trade-2"),
                        SocketAddress.inetSocketAddress(8081, "2001:db8::5")),
                trade.servers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trade-2",
                "trade-2:0",
                "trade-2:65536",
                "http://trade-2:8081",
                "trade-2:8081/graphql",
                "trade-2:8081, trade-2:8081",
                ":8081"
            })
    void namesTheServerThatIsNone(String servers) {
        String problem = problem(TRADE, Map.of("subgraphs.\"trade\".servers", servers));

        assertTrue(problem.contains("lancang.gateway.subgraphs.\"trade\".servers has"), problem);
        assertTrue(problem.contains(servers.replaceAll(", .*", "")), problem);
    }

    @Test
    void refusesMoreServersThanHaveConnectionsOfTheirOwn() {
        String many = IntStream.rangeClosed(1, 65)
                .mapToObj(i -> "10.1.0." + i + ":8081")
                .collect(Collectors.joining(","));

        String problem = problem(TRADE, Map.of("subgraphs.\"trade\".servers", many));

        assertTrue(problem.contains("has 65 servers, but it may have 64 at most"), problem);
    }

    @Test
    void refusesSettingsForASubgraphThatDoesNotExist() {
        String problem = problem(TRADE, Map.of("subgraphs.\"traed\".url", TRADE));

        assertTrue(problem.contains("[traed]") && problem.contains("[corridor, trade]"), problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "trade:8080/graphql", "ftp://trade/graphql", "http:///graphql", "http://tra de/"})
    void namesTheSubgraphWhoseUrlIsNone(String url) {
        String problem = problem(url, Map.of());

        assertTrue(problem.contains("subgraph \"trade\""), problem);
        assertTrue(problem.contains("lancang.gateway.subgraphs.\"trade\".url"), problem);
    }

    private static String problem(String tradeUrl, Map<String, String> config) {
        return String.valueOf(assertThrows(ConfigurationException.class, () -> targets(tradeUrl, CORRIDOR, config))
                .getMessage());
    }

    private static List<SubgraphTarget> targets(String tradeUrl, String corridorUrl, Map<String, String> config) {
        Supergraph supergraph = Supergraph.parse(TestGraph.sdl(tradeUrl, corridorUrl));
        return SubgraphTargets.of(supergraph, TestConfig.with(config));
    }
}
