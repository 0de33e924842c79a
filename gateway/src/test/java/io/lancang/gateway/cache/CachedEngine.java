package io.lancang.gateway.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.engine.EngineOptions;
import io.lancang.federation.engine.FederationEngine;
import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.access.Identity;
import io.lancang.gateway.cache.invalidation.Invalidations;
import io.lancang.gateway.cache.policy.KeepingRules;
import io.lancang.gateway.cache.store.CacheStore;
import io.lancang.gateway.cache.store.MemoryStore;
import io.lancang.gateway.cache.store.RedisStore;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.headers.HeaderRules;
import io.lancang.gateway.headers.SubgraphIdentity;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.SubgraphServer;
import io.lancang.gateway.server.TestGraph;
import io.lancang.gateway.subgraph.HttpSubgraphClient;
import io.lancang.gateway.subgraph.TracedSubgraphClient;
import io.lancang.gateway.subgraph.Uncounted;
import io.lancang.gateway.subgraph.endpoint.SubgraphTarget;
import io.lancang.gateway.subgraph.endpoint.SubgraphTls;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.request.HeaderForwarding;
import io.lancang.gateway.subgraph.share.DeduplicatingSubgraphClient;
import io.lancang.gateway.subgraph.share.SharedCalls;
import io.lancang.gateway.telemetry.CacheMeter;
import io.lancang.gateway.telemetry.CacheResult;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.redis.client.Redis;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An engine in front of two subgraphs whose answers are kept, with a clock that a test moves. */
final class CachedEngine implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(30);

    final SubgraphServer trade;
    final SubgraphServer corridor;
    final AtomicLong now = new AtomicLong(1_000_000_000);
    final Invalidations invalidations = new Invalidations(1000);
    final MemoryStore store = new MemoryStore(1 << 20, invalidations);
    final AtomicBoolean trusted = new AtomicBoolean(true);
    final AtomicInteger shared = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final HttpSubgraphClient http;
    private final FederationEngine<ClientRequest> engine;
    private final CacheStore used;
    private final Map<ClientRequest, Context> loops = new ConcurrentHashMap<>();
    private final HeaderRules rules;
    private final HeaderForwarding forwarding =
            new HeaderForwarding(List.of("authorization", "x-tenant", "traceparent"));

    /** @param keys of the configuration, without {@code lancang.gateway.}; answers are cached unless {@code cache.enabled} is false */
    CachedEngine(Map<String, String> keys) throws IOException {
        this(keys, null);
    }

    /**
     * @param keys of the configuration, without {@code lancang.gateway.}
     * @param redis where answers are kept; in memory if null
     */
    CachedEngine(Map<String, String> keys, @Nullable String redis) throws IOException {
        this(keys, redis, UnaryOperator.identity());
    }

    /**
     * @param keys of the configuration, without {@code lancang.gateway.}
     * @param redis where answers are kept; in memory if null
     * @param adapting what is done with the supergraph's text
     */
    CachedEngine(Map<String, String> keys, @Nullable String redis, UnaryOperator<String> adapting) throws IOException {
        trade = new SubgraphServer(tradeAnswers("Laos"));
        corridor = new SubgraphServer(corridorAnswers());
        GatewayConfig config = TestConfig.with(keys);
        rules = new HeaderRules(config);
        used = redis == null
                ? store
                : new RedisStore(
                        vertx,
                        Redis.createClient(vertx, redis),
                        config.cache().redis(),
                        invalidations,
                        System::currentTimeMillis);
        List<SubgraphTarget> targets = List.of(target("trade", trade), target("corridor", corridor));
        http = new HttpSubgraphClient(
                vertx,
                targets,
                config.traffic(),
                SubgraphTls.DEFAULT,
                TestConfig.noMask(),
                name -> new Uncounted(shared::incrementAndGet));
        Supergraph supergraph = Supergraph.parse(adapting.apply(
                TestGraph.sdl(trade.url().toString(), corridor.url().toString())));
        Map<String, SubgraphCache> caches = new HashMap<>();
        for (SubgraphTarget target : "false".equals(keys.get("cache.enabled")) ? List.<SubgraphTarget>of() : targets) {
            caches.put(
                    target.name(),
                    new SubgraphCache(
                            target.name(),
                            new QuestionKeys(target.name(), target.url()),
                            new KeepingRules(
                                    Objects.requireNonNull(config.subgraphs().get(target.name()))
                                            .cache()),
                            supergraph.cacheTags(target.name()),
                            used,
                            invalidations,
                            trusted::get,
                            config.cache().maxPartSize().asLongValue(),
                            new Counting()));
        }
        engine = new FederationEngine<>(
                supergraph,
                new TracedSubgraphClient(new CachingSubgraphClient(
                        http,
                        new DeduplicatingSubgraphClient(vertx, http),
                        new SharedCalls(vertx, http),
                        caches,
                        10,
                        now::get)),
                EngineOptions.DEFAULT);
    }

    private static SubgraphTarget target(String name, SubgraphServer server) {
        return new SubgraphTarget(name, server.url(), LONG, TestConfig.streams());
    }

    private final class Counting implements CacheMeter {
        @Override
        public void parts(CacheResult result, int count) {
            // Nobody asks.
        }

        @Override
        public void shared() {
            shared.incrementAndGet();
        }

        @Override
        public void event() {}
    }

    /** What trade answers, without headers. */
    static SubgraphServer.Answer tradeAnswers(String laosName) {
        Map<String, Object> laos = Map.of("code", "LAO", "name", laosName);
        Map<String, Object> vietNam = Map.of("code", "VNM", "name", "Viet Nam");
        return Answers.graphQL(TestSubgraph.of("trade", """
                        type Query { partner(code: ID! = "LAO"): Partner partners: [Partner!]! convert(amount: Decimal!): Decimal }
                        type Mutation { rename(code: ID!, name: String!): Partner }
                        type Partner @key(fields: "code") { code: ID! name: String! capital: String }
                        scalar Decimal
                        """)
                .query("partner", environment -> "LAO".equals(environment.getArgument("code")) ? laos : vietNam)
                .query("partners", environment -> List.of(laos, vietNam))
                .query("convert", environment -> environment.getArgument("amount"))
                .field("Mutation", "rename", environment -> laos)
                .build());
    }

    /** What corridor answers, without headers. */
    static SubgraphServer.Answer corridorAnswers() {
        return corridorAnswers("corridor");
    }

    /** The same, with names that begin so. */
    static SubgraphServer.Answer corridorAnswers(String begin) {
        return Answers.graphQL(TestSubgraph.of("corridor", """
                        type Query { corridorsOpen: Boolean }
                        type Partner @key(fields: "code") { code: ID! corridors: [Corridor!] capital: String }
                        type Corridor @key(fields: "id") { id: ID! name: String! }
                        """)
                .entity(
                        "Partner",
                        partner -> Map.of(
                                "corridors", List.of(Map.of("id", "c", "name", begin + " of " + partner.get("code")))))
                .build());
    }

    /** Lets both subgraphs say this in {@code Cache-Control}. */
    CachedEngine sayingOfBoth(String cacheControl) {
        return sayingOfBoth(Map.of("Cache-Control", cacheControl));
    }

    /** Lets both subgraphs send these headers. */
    CachedEngine sayingOfBoth(Map<String, String> headers) {
        trade.answerWith(Answers.with(headers, tradeAnswers("Laos")));
        corridor.answerWith(Answers.with(headers, corridorAnswers()));
        return this;
    }

    /** A request of a client that sends these headers. */
    ClientRequest client(Map<String, String> headers) {
        MultiMap sent = MultiMap.caseInsensitiveMultiMap().addAll(headers);
        return new ClientRequest(
                "client",
                sent,
                rules.forClient(sent, forwarding.toSubgraphs(sent), ignored -> {}, SubgraphIdentity.NONE),
                Deadline.in(LONG, System::nanoTime),
                Set.of(),
                Identity.ANONYMOUS);
    }

    /** The answer to a client without headers. */
    String ask(String query) {
        return ask(query, Map.of());
    }

    /** The answer to a client. */
    String ask(String query, Map<String, String> headers) {
        return get(begin(query, client(headers)));
    }

    /** Asks on an event loop of its own. */
    CompletableFuture<String> begin(String query, ClientRequest client) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Context loop = vertx.getOrCreateContext();
        loops.put(client, loop);
        loop.runOnContext(ignored -> engine.execute(new GraphQLRequest(query, null, Map.of()), client)
                .whenComplete((response, failure) -> {
                    client.release();
                    if (failure == null) {
                        answer.complete(text(response));
                    } else {
                        answer.completeExceptionally(failure);
                    }
                }));
        return answer;
    }

    /** Does something on the event loop on which a client has asked. */
    void onLoopOf(ClientRequest client, Runnable action) {
        Objects.requireNonNull(loops.get(client)).runOnContext(ignored -> action.run());
    }

    private static String text(GraphQLResponse response) {
        return new String(response.body(), 0, response.length(), UTF_8);
    }

    static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(20, SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Lets time pass. */
    void pass(Duration time) {
        now.addAndGet(time.toMillis());
    }

    @Override
    public void close() {
        used.close();
        http.close();
        get(vertx.close().toCompletionStage().toCompletableFuture());
        trade.close();
        corridor.close();
    }
}
