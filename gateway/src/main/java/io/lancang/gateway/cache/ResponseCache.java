package io.lancang.gateway.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.federation.SubgraphClient;
import io.lancang.federation.SubgraphRequest;
import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.JsonWriter;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.gateway.cache.invalidation.EventGuard;
import io.lancang.gateway.cache.invalidation.EventSource;
import io.lancang.gateway.cache.invalidation.Invalidations;
import io.lancang.gateway.cache.policy.KeepingRules;
import io.lancang.gateway.cache.store.CacheStore;
import io.lancang.gateway.cache.store.MemoryStore;
import io.lancang.gateway.cache.store.RedisStore;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.cache.CacheConfig;
import io.lancang.gateway.config.cache.CacheEventsConfig;
import io.lancang.gateway.config.cache.SubgraphCacheConfig;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.redis.RedisConnections;
import io.lancang.gateway.subgraph.HttpSubgraphClient;
import io.lancang.gateway.subgraph.endpoint.SubgraphTarget;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.share.SharedCalls;
import io.lancang.gateway.telemetry.CacheMeter;
import io.lancang.gateway.telemetry.GatewayMetrics;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** The cache of the answers of one supergraph's subgraphs, with all that belongs to it. */
public final class ResponseCache implements AutoCloseable {
    private final CachingSubgraphClient client;
    private final CacheStore store;
    private final List<EventGuard> guards = new ArrayList<>();

    /**
     * @param supergraph says by which tags answers can be dropped
     * @param uncached asks what is not cached
     * @param invalidations of all supergraphs
     */
    public ResponseCache(
            Supergraph supergraph,
            Collection<SubgraphTarget> targets,
            HttpSubgraphClient subgraphs,
            SubgraphClient<ClientRequest> uncached,
            Invalidations invalidations,
            Vertx vertx,
            GatewayConfig config,
            GatewayMetrics metrics) {
        store = store(vertx, config.cache(), invalidations);
        metrics.cacheStore(
                store,
                each -> each.counts().parts(),
                each -> each.counts().bytes(),
                each -> each.counts().evictions());
        Map<String, SubgraphCache> caches = new HashMap<>();
        for (SubgraphTarget target : targets) {
            String name = target.name();
            SubgraphCacheConfig settings =
                    Objects.requireNonNull(config.subgraphs().get(name)).cache();
            if (settings.enabled()) {
                CacheMeter meter = metrics.cache(name);
                caches.put(
                        name,
                        new SubgraphCache(
                                name,
                                new QuestionKeys(name, target.url()),
                                new KeepingRules(settings),
                                supergraph.cacheTags(name),
                                store,
                                invalidations,
                                trust(settings.events(), name, subgraphs, invalidations, vertx, config, meter),
                                config.cache().maxPartSize().asLongValue(),
                                meter));
            }
        }
        client = new CachingSubgraphClient(
                subgraphs,
                uncached,
                new SharedCalls(vertx, subgraphs),
                caches,
                config.cache().maxTags(),
                System::currentTimeMillis);
    }

    private static CacheStore store(Vertx vertx, CacheConfig config, Invalidations invalidations) {
        return switch (config.store()) {
            case MEMORY -> new MemoryStore(config.size().asLongValue(), invalidations);
            case REDIS ->
                new RedisStore(
                        vertx,
                        RedisConnections.of(
                                vertx,
                                "lancang.gateway.cache",
                                config.redis().url(),
                                config.redis().connections()),
                        config.redis(),
                        invalidations,
                        System::currentTimeMillis);
        };
    }

    /** Says whether what is kept of a subgraph is known to hold. */
    private BooleanSupplier trust(
            CacheEventsConfig events,
            String subgraph,
            HttpSubgraphClient subgraphs,
            Invalidations invalidations,
            Vertx vertx,
            GatewayConfig config,
            CacheMeter meter) {
        if (events.subscription().isEmpty()) {
            return () -> true;
        }
        byte[] body = body(events.subscription().get());
        EventSource source = opened -> {
            ClientRequest self = new ClientRequest(
                    headers(events), Deadline.in(config.limits().deadline(), System::nanoTime));
            subgraphs
                    .subscribe(new SubgraphRequest<>(subgraph, body, self), opened.accepted())
                    .subscribe(opened.events());
        };
        EventGuard guard = new EventGuard(
                vertx,
                source,
                invalidations,
                subgraph,
                events.tags()
                        .map(tags -> tags.stream().map(Invalidations::tag).toList())
                        .orElse(List.of(Invalidations.subgraph(subgraph))),
                new EventGuard.Times(events.retry(), events.settle(), events.again()),
                meter::event);
        guards.add(guard);
        return guard::isTrusted;
    }

    private static byte[] body(String document) {
        ByteSink body = new ByteSink(document.length() + 16);
        body.write("{\"query\":".getBytes(UTF_8));
        JsonWriter.write(document, body);
        body.write('}');
        return body.toByteArray();
    }

    private static MultiMap headers(CacheEventsConfig events) {
        MultiMap headers = HttpHeaders.headers().add(HttpHeaders.CONTENT_TYPE, "application/json");
        events.headers().forEach(headers::add);
        return headers;
    }

    /** Answers the engine's requests. */
    public SubgraphClient<ClientRequest> client() {
        return client;
    }

    /** Begins to listen to the subgraphs' events. */
    public void start() {
        guards.forEach(EventGuard::start);
    }

    @Override
    public void close() {
        guards.forEach(EventGuard::close);
        store.close();
    }
}
