package io.lancang.gateway.mcp;

import io.lancang.federation.engine.FederationEngine;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.document.KnownDocuments;
import io.lancang.gateway.document.TrustedTool;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.supergraph.CurrentEngine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The tools of the graph and of each contract, made anew when a supergraph or documents take the place of others. Thread-safe. */
@Singleton
class ToolCatalogs {
    private static final String WHOLE_GRAPH = "";

    private final CurrentEngine engines;
    private final KnownDocuments documents;
    private final Vertx vertx;
    private final List<Tool> others;
    private final Map<String, ToolCatalog> byContract = new ConcurrentHashMap<>();

    @Inject
    ToolCatalogs(CurrentEngine engines, KnownDocuments documents, Vertx vertx, GatewayConfig config) {
        this.engines = engines;
        this.documents = documents;
        this.vertx = vertx;
        List<Tool> tools = new ArrayList<>();
        if (config.mcp().searchSchema() && config.introspection().enabled()) {
            tools.add(Tool.SearchSchema.of());
        }
        if (config.mcp().runQuery() && !documents.onlyTrusted()) {
            tools.add(Tool.RunQuery.of(config.mcp().runMutations()));
        }
        this.others = List.copyOf(tools);
    }

    /**
     * The tools of now.
     *
     * @param contract a name of the configuration; null for the whole graph
     */
    Future<ToolCatalog> get(@Nullable String contract) {
        ToolCatalog known = byContract.get(key(contract));
        return known != null && known.isOf(engines.get(contract), documents.tools())
                ? Future.succeededFuture(known)
                : vertx.executeBlocking(() -> make(contract)).map(Objects::requireNonNull);
    }

    /** As {@link #get}, on a thread that may be held up. */
    ToolCatalog make(@Nullable String contract) {
        FederationEngine<ClientRequest> engine = engines.get(contract);
        List<TrustedTool> tools = documents.tools();
        return byContract.compute(
                key(contract),
                // Who waits here for another to make it takes that one.
                (key, before) ->
                        before != null && before.isOf(engine, tools) ? before : ToolCatalog.of(engine, tools, others));
    }

    private static String key(@Nullable String contract) {
        return contract == null ? WHOLE_GRAPH : contract;
    }
}
