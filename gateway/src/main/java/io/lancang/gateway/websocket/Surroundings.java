package io.lancang.gateway.websocket;

import io.lancang.gateway.config.subscription.SubscriptionsConfig;
import io.lancang.gateway.operation.ClientRequests;
import io.lancang.gateway.operation.OperationRunner;
import io.lancang.gateway.operation.RequestReports;
import io.lancang.gateway.shutdown.Shutdown;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/**
 * What all connections have in common.
 *
 * @param contract that is asked; null for the whole graph
 */
record Surroundings(
        Vertx vertx,
        OperationRunner runner,
        ClientRequests clients,
        Shutdown shutdown,
        RequestReports reports,
        SubscriptionsConfig settings,
        long maxMessageSize,
        int maximumNames,
        @Nullable String contract) {
    /** The same for connections to a contract; null for the whole graph. */
    Surroundings of(@Nullable String part) {
        return new Surroundings(
                vertx, runner, clients, shutdown, reports, settings, maxMessageSize, maximumNames, part);
    }
}
