package org.example.lancang;

import io.lancang.gateway.api.ClientOperation;
import io.lancang.gateway.api.OutgoingHeaderValues;
import io.lancang.gateway.api.RefusedByExtensionException;
import io.lancang.gateway.api.RequestContext;
import io.lancang.gateway.api.RequestExtension;
import io.lancang.gateway.api.ToSubgraphExtension;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Finds out whose client asks, and says so to subgraphs in {@code X-Tenant}. The highest priority: what comes later knows the tenant.
 */
@Singleton
@Priority(1000)
class Tenants implements RequestExtension, ToSubgraphExtension {
    static final String TENANT = "tenant";

    private final ExampleConfig config;

    @Inject
    Tenants(ExampleConfig config) {
        this.config = config;
    }

    @Override
    public Uni<ClientOperation> onRequest(ClientOperation operation, RequestContext context) {
        List<String> keys = context.headers("X-Api-Key");
        String tenant = keys.size() == 1 ? config.tenants().get(keys.getFirst()) : null;
        if (tenant == null) {
            return Uni.createFrom()
                    .failure(new RefusedByExtensionException(
                            401, "UNKNOWN_API_KEY", "Send the key that you were given as X-Api-Key."));
        }
        context.attributes().put(TENANT, tenant);
        return Uni.createFrom().item(operation);
    }

    @Override
    public Uni<Void> toSubgraph(String subgraph, OutgoingHeaderValues headers, RequestContext context) {
        headers.set("X-Tenant", String.valueOf(context.attributes().get(TENANT)));
        return Uni.createFrom().voidItem();
    }
}
