package io.lancang.gateway.mcp;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.document.KnownDocuments;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the Model Context Protocol on the HTTP server, if it is on. Nothing of it is made if it is not. */
@Singleton
class McpRoute {
    private static final String PATH = "/mcp";

    private static final Set<String> RESERVED = Set.of(Tool.RunQuery.NAME, Tool.SearchSchema.NAME);

    private final Instance<McpHandler> handler;
    private final KnownDocuments documents;
    private final GatewayConfig config;

    @Inject
    McpRoute(Instance<McpHandler> handler, KnownDocuments documents, GatewayConfig config) {
        this.handler = handler;
        this.documents = documents;
        this.config = config;
    }

    /** @param contract null for the whole graph */
    static String path(@Nullable String contract) {
        return contract == null ? PATH : PATH + "/" + contract;
    }

    void register(@Observes Router router) {
        if (!config.mcp().enabled()) {
            return;
        }
        documents.tools().stream()
                .filter(tool -> RESERVED.contains(tool.name()))
                .findFirst()
                .ifPresent(tool -> {
                    throw new ConfigurationException("The document " + tool.id() + " is marked as the tool \""
                            + tool.name() + "\", which is one of the gateway's own. Give it another name.");
                });
        register(router, /* contract= */ null);
        config.contracts().keySet().forEach(contract -> register(router, contract));
    }

    private void register(Router router, @Nullable String contract) {
        router.route(path(contract)).handler(routing -> handler.get().handle(routing.request(), contract));
        ProtectedResource resource = ProtectedResource.of(config.access());
        if (!resource.isEmpty()) {
            router.route(HttpMethod.GET, ProtectedResource.WELL_KNOWN + path(contract))
                    .handler(routing -> resource.tell(routing.request(), contract));
        }
    }
}
