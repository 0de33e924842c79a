package io.lancang.gateway.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.testing.TestSubgraph;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.server.SubgraphServer.Answer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Starts two subgraphs over HTTP and gives the gateway the supergraph for them: "trade" knows partners and their names,
 * "corridor" knows partners' corridors. A test that takes one down puts it up again with {@link #reset()}.
 */
public final class TestGraph implements QuarkusTestResourceLifecycleManager {
    private final SubgraphServer trade;
    private final SubgraphServer corridor;
    private final Path supergraph;

    public TestGraph() throws IOException {
        trade = new SubgraphServer(tradeAnswers());
        corridor = new SubgraphServer(corridorAnswers());
        supergraph = Files.createTempFile("supergraph", ".graphql");
    }

    @Override
    public Map<String, String> start() {
        try {
            Files.writeString(supergraph, sdl(trade.url().toString(), "http://overridden.invalid/graphql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> keys = new HashMap<>(Map.of(
                "lancang.gateway.supergraph",
                supergraph.toString(),
                "lancang.gateway.subgraphs.\"trade\".exports",
                trade.url().resolve("/export").toString(),
                "lancang.gateway.subgraphs.\"corridor\".url",
                corridor.url().toString(),
                "lancang.gateway.subgraphs.\"corridor\".timeout",
                "3s",
                "lancang.gateway.traffic.max-response-size",
                "1M",
                "lancang.gateway.traffic.forward-headers",
                "Authorization,traceparent,X-Tenant"));
        keys.put(
                "lancang.gateway.subgraphs.\"trade\".features",
                trade.url().resolve("/ogc").toString());
        keys.put(
                "lancang.gateway.subgraphs.\"trade\".jobs",
                trade.url().resolve("/jobs").toString());
        keys.put("lancang.catalogue.publisher.name", "Office of Statistics");
        keys.put("lancang.catalogue.publisher.url", "https://statistics.example");
        // Without effect but for requests and answers that have the headers of HeaderRulesOverHttpTest.
        keys.put("lancang.gateway.headers.request[0].propagate", "X-Person");
        keys.put("lancang.gateway.headers.request[0].rename", "X-Subject");
        keys.put("lancang.gateway.headers.request[1].matching", "x-trial-*");
        keys.put("lancang.gateway.headers.response[0].propagate", "X-Served-By");
        keys.put("lancang.gateway.headers.response[0].strategy", "append");
        keys.put("lancang.gateway.subgraphs.\"corridor\".headers.request[0].set", "X-Router");
        keys.put("lancang.gateway.subgraphs.\"corridor\".headers.request[0].value", "Lancang");
        keys.put("lancang.gateway.subgraphs.\"corridor\".headers.request[1].remove", "X-Subject");
        // Each failure is to show, not to be mended by another attempt.
        TestConfig.withoutResilience().forEach((key, value) -> keys.put("lancang.gateway." + key, value));
        return keys;
    }

    /** The supergraph with these URLs of the subgraphs. */
    public static String sdl(String tradeUrl, String corridorUrl) {
        try (InputStream file = TestGraph.class.getResourceAsStream("/graph/supergraph.graphql")) {
            String template = new String(
                    Objects.requireNonNull(file, "the supergraph's template").readAllBytes(), UTF_8);
            return template.replace("${trade}", tradeUrl).replace("${corridor}", corridorUrl);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SubgraphServer trade() {
        return trade;
    }

    public SubgraphServer corridor() {
        return corridor;
    }

    /** Lets both subgraphs answer as they should, and forget what they were asked. */
    public void reset() {
        trade.answerWith(tradeAnswers());
        corridor.answerWith(corridorAnswers());
    }

    private static Answer tradeAnswers() {
        Map<String, Object> laos = Map.of("code", "LAO", "name", "Laos", "capital", "Vientiane, says trade");
        Map<String, Object> vietNam = Map.of("code", "VNM", "name", "Viet Nam");
        return Answers.graphQL(TestSubgraph.of("trade", """
                        type Query { partner(code: ID!): Partner partners: [Partner!]! convert(amount: Decimal!): Decimal }
                        type Mutation { rename(code: ID!, name: String!): Partner }
                        type Partner @key(fields: "code") { code: ID! name: String! capital: String }
                        scalar Decimal
                        """)
                .query("partner", environment -> "LAO".equals(environment.getArgument("code")) ? laos : null)
                .query("partners", environment -> List.of(laos, vietNam))
                .query("convert", environment -> environment.getArgument("amount"))
                .field(
                        "Mutation",
                        "rename",
                        environment -> Map.of(
                                "code",
                                Objects.requireNonNull(environment.getArgument("code")),
                                "name",
                                Objects.requireNonNull(environment.getArgument("name"))))
                .build());
    }

    private static Answer corridorAnswers() {
        Map<String, Object> railway = Map.of("id", "clr", "name", "China-Laos Railway");
        return Answers.graphQL(TestSubgraph.of("corridor", """
                        type Query { corridorsOpen: Boolean }
                        type Partner @key(fields: "code") { code: ID! corridors: [Corridor!] capital: String }
                        type Corridor @key(fields: "id") { id: ID! name: String! }
                        """)
                .entity(
                        "Partner",
                        partner -> Map.of(
                                "corridors",
                                "LAO".equals(partner.get("code")) ? List.of(railway) : List.of(),
                                "capital",
                                "Vientiane, says corridor"))
                .build());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(TestGraph.class));
    }

    @Override
    public void stop() {
        trade.close();
        corridor.close();
        try {
            Files.deleteIfExists(supergraph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
