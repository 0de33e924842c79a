package io.lancang.gateway.storm;

import io.lancang.federation.testing.TestSubgraph;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** One subgraph, "trade", that is exposed to the weather; it gives back what it is asked, and counts what it is asked to change. */
public final class StormGraph implements QuarkusTestResourceLifecycleManager {
    private final Map<String, AtomicInteger> changes = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong(1);
    private final FaultySubgraph trade;
    private final FaultySubgraph sheltered;
    private boolean hasTwoServers;
    private final Path supergraph;

    public StormGraph() throws IOException {
        TestSubgraph answers = TestSubgraph.of("trade", """
                        type Query { partner(code: ID!): Partner partners: [Partner!]! convert(amount: Decimal!): Decimal }
                        type Mutation { rename(code: ID!, name: String!): Partner }
                        type Partner @key(fields: "code") { code: ID! name: String! capital: String }
                        scalar Decimal
                        """)
                .query("convert", environment -> environment.getArgument("amount"))
                .field("Mutation", "rename", environment -> {
                    String code = Objects.requireNonNull(environment.getArgument("code"));
                    changes.computeIfAbsent(code, first -> new AtomicInteger()).incrementAndGet();
                    return Map.of("code", code, "name", Objects.requireNonNull(environment.getArgument("name")));
                })
                .build();
        trade = new FaultySubgraph(answers::answer);
        sheltered = new FaultySubgraph(answers::answer);
        supergraph = Files.createTempFile("storm", ".graphql");
        Files.writeString(supergraph, TestGraph.sdl(trade.url().toString(), "http://127.0.0.1:9/graphql"));
    }

    FaultySubgraph trade() {
        return trade;
    }

    /** The second server of the subgraph, which no weather reaches. */
    FaultySubgraph sheltered() {
        return sheltered;
    }

    /** Both servers, as the gateway's configuration names them. */
    String servers() {
        return trade.url().getAuthority() + "," + sheltered.url().getAuthority();
    }

    Path supergraph() {
        return supergraph;
    }

    /** A number that nobody has asked for. */
    long nextNumber() {
        return next.getAndIncrement();
    }

    /** How often the subgraph has done the change that was done most often. */
    int mostChanges() {
        return changes.values().stream().mapToInt(AtomicInteger::get).max().orElse(0);
    }

    /** With {@code servers=2} the gateway asks both. */
    @Override
    public void init(Map<String, String> arguments) {
        hasTwoServers = "2".equals(arguments.get("servers"));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(Map.of("lancang.gateway.supergraph", supergraph.toString()));
        if (hasTwoServers) {
            config.put("lancang.gateway.subgraphs.\"trade\".servers", servers());
        }
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(StormGraph.class));
    }

    @Override
    public void stop() {
        try {
            trade.close();
            sheltered.close();
            Files.deleteIfExists(supergraph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
