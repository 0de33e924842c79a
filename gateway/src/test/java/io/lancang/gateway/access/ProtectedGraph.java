package io.lancang.gateway.access;

import io.lancang.federation.supergraph.JoinSpec;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.gateway.access.key.TestKeys;
import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.SubgraphServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A gateway in front of one subgraph with a protected field, and an issuer whose tokens it takes. */
public final class ProtectedGraph implements QuarkusTestResourceLifecycleManager {
    private final TestIssuer issuer = new TestIssuer();
    private final TestKeys keys = new TestKeys();
    private final SubgraphServer trade;
    private final Path supergraph;

    public ProtectedGraph() throws IOException {
        trade = new SubgraphServer(Answers.graphQL(
                TestSubgraph.of("trade", "type Query { partner: Partner } type Partner { name: String margin: Float }")
                        .query("partner", environment -> Map.of("name", "Laos", "margin", 0.25))
                        .build()));
        supergraph = Files.createTempFile("supergraph", ".graphql");
    }

    @Override
    public Map<String, String> start() {
        String sdl = JoinSpec.V0_5.replace(
                        "{\n  query: Query",
                        "@link(url: \"https://specs.apollo.dev/requiresScopes/v0.1\", for: SECURITY) {\n  query: Query")
                + "enum join__Graph { T @join__graph(name: \"trade\", url: \"" + trade.url() + "\") }"
                + " type Query @join__type(graph: T) { partner: Partner }"
                + " type Partner @join__type(graph: T) { name: String"
                + " margin: Float @requiresScopes(scopes: [[\"trade:margin\"]]) }";
        try {
            Files.writeString(supergraph, sdl);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>(Map.of(
                "lancang.gateway.supergraph", supergraph.toString(),
                "lancang.gateway.subgraphs.\"trade\".exports",
                        trade.url().resolve("/export").toString(),
                "lancang.gateway.traffic.forward-headers", "Authorization,X-Subject,X-Api-Key",
                "lancang.gateway.access.issuers.main.issuer", issuer.issuer(),
                "lancang.gateway.access.issuers.main.audiences", "lancang",
                "lancang.gateway.access.key-timeout", "30s",
                "lancang.gateway.access.claim-headers.\"X-Subject\"", "sub"));
        // Without effect but for requests with keys.
        settings.put("lancang.gateway.keys.file", keys.file().toString());
        settings.put("lancang.gateway.keys.reload-interval", "100ms");
        settings.put("lancang.gateway.keys.subgraphs", "trade");
        settings.put("lancang.gateway.keys.max-unknown-per-address", "5");
        settings.put("lancang.gateway.mcp.enabled", "true");
        return settings;
    }

    /** The keys that the gateway takes. */
    public TestKeys keys() {
        return keys;
    }

    TestIssuer issuer() {
        return issuer;
    }

    public SubgraphServer trade() {
        return trade;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(ProtectedGraph.class));
    }

    @Override
    public void stop() {
        trade.close();
        issuer.close();
        keys.close();
        try {
            Files.deleteIfExists(supergraph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
