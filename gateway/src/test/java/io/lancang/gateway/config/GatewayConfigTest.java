package io.lancang.gateway.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.gateway.TestConfig;
import io.lancang.gateway.config.cache.CacheEventsConfig;
import io.lancang.gateway.config.headers.RequestHeaderRuleConfig;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GatewayConfigTest {
    @Test
    void takesASubscriptionToASubgraphsEventsFromTheEnvironment() {
        GatewayConfig config = TestConfig.withEnvironment(Map.of(
                "LANCANG_GATEWAY_CACHE_ENABLED", "true",
                "LANCANG_GATEWAY_SUBGRAPHS_TRADE_URL", "http://trade:8081/graphql",
                "LANCANG_GATEWAY_SUBGRAPHS_TRADE_CACHE_EVENTS_SUBSCRIPTION", "subscription { a }",
                "LANCANG_GATEWAY_SUBGRAPHS_TRADE_CACHE_EVENTS_TAGS", "a,b"));

        assertEquals(true, config.cache().enabled());
        assertEquals(Set.of("trade"), config.subgraphs().keySet());
        CacheEventsConfig events =
                Objects.requireNonNull(config.subgraphs().get("trade")).cache().events();
        assertEquals(Optional.of("subscription { a }"), events.subscription());
        assertEquals(Optional.of(Set.of("a", "b")), events.tags());
    }

    @Test
    void takesEveryKindOfKeyFromTheEnvironment() {
        GatewayConfig config = TestConfig.withEnvironment(Map.of(
                "LANCANG_GATEWAY_SUPERGRAPH", "/etc/supergraph.graphql",
                "LANCANG_GATEWAY_SUBGRAPHS_TRADE_URL", "http://trade:8081/graphql",
                "LANCANG_GATEWAY_SUBGRAPHS__CORRIDOR__URL", "http://corridor:8082/graphql",
                "LANCANG_GATEWAY_LIMITS_MAX_BODY_SIZE", "2M",
                "LANCANG_GATEWAY_TRAFFIC_FORWARD_HEADERS", "authorization,x-tenant",
                "LANCANG_GATEWAY_OVERRIDE_LABELS", "capitals,percent(5)",
                "LANCANG_GATEWAY_EXPLAIN", "false"));

        assertEquals(Optional.of("/etc/supergraph.graphql"), config.supergraph());
        assertEquals(Set.of("trade", "corridor"), config.subgraphs().keySet());
        assertEquals(
                Optional.of(URI.create("http://corridor:8082/graphql")),
                Objects.requireNonNull(config.subgraphs().get("corridor")).url());
        assertEquals(2 * 1024 * 1024, config.limits().maxBodySize().asLongValue());
        assertEquals(Set.of("authorization", "x-tenant"), config.traffic().forwardHeaders());
        assertEquals(Optional.of(Set.of("capitals", "percent(5)")), config.overrideLabels());
        assertEquals(Optional.empty(), config.overrideLabelsHeader());
        assertEquals(false, config.explain());
    }

    @Test
    void readsRulesAboutHeadersFromTheEnvironment() {
        GatewayConfig config = TestConfig.withEnvironment(Map.of(
                "LANCANG_GATEWAY_HEADERS_REQUEST_0__PROPAGATE", "X-Person",
                "LANCANG_GATEWAY_HEADERS_REQUEST_0__DEFAULT", "nobody",
                "LANCANG_GATEWAY_SUBGRAPHS__PORTS__HEADERS_REQUEST_0__SET", "X-Key",
                "LANCANG_GATEWAY_SUBGRAPHS__PORTS__HEADERS_REQUEST_0__VALUE", "secret",
                "LANCANG_GATEWAY_SUBGRAPHS__PORTS__HEADERS_REQUEST_1__REMOVE", "Authorization"));

        RequestHeaderRuleConfig forAll = config.headers().request().getFirst();
        assertEquals(Optional.of("X-Person"), forAll.propagate());
        assertEquals(Optional.of("nobody"), forAll.defaultValue());
        assertEquals(List.of(), config.headers().response());
        List<RequestHeaderRuleConfig> forPorts = Objects.requireNonNull(
                        config.subgraphs().get("ports"))
                .headers()
                .request();
        assertEquals(Optional.of("secret"), forPorts.getFirst().value());
        assertEquals(Optional.of("Authorization"), forPorts.get(1).remove());
    }
}
