package io.lancang.gateway.operation;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.demand.DemandControl;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.subgraph.ClientRequest;
import io.lancang.gateway.subgraph.HeaderForwarding;
import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes of a client's headers what its requests to subgraphs have in common. Immutable. */
@Singleton
public class ClientRequests {
    private final HeaderForwarding forwarding;
    private final DemandControl demand;
    private final Duration timeForAnswer;
    private final OverrideLabelsHeader overrideLabels;
    private final Set<String> connectionInitHeaders;

    @Inject
    ClientRequests(HeaderForwarding forwarding, DemandControl demand, GatewayConfig config) {
        this.demand = demand;
        this.forwarding = forwarding;
        this.timeForAnswer = config.limits().deadline();
        this.overrideLabels = new OverrideLabelsHeader(config.overrideLabelsHeader());
        this.connectionInitHeaders = config.subscriptions().connectionInitHeaders().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The request of a client that sent these headers, and has the time of the configuration from now on. */
    public ClientRequest of(MultiMap headers) {
        return new Origin(
                        forwarding.toSubgraphs(headers),
                        timeForAnswer,
                        overrideLabels.read(headers),
                        demand.reports(headers))
                .begin();
    }

    /**
     * What all requests of one WebSocket connection have in common.
     *
     * @param headers of the request that opened it
     * @param init the payload of its first message
     * @throws IllegalArgumentException if a member of the payload that counts as a header cannot be one
     */
    public Origin from(MultiMap headers, Map<String, @Nullable Object> init) {
        MultiMap all = MultiMap.caseInsensitiveMultiMap().addAll(headers);
        init.forEach((name, value) -> {
            boolean counts = connectionInitHeaders.contains(name.toLowerCase(Locale.ROOT));
            if (counts && value instanceof String text && !headers.contains(name)) {
                all.set(name, text);
            }
        });
        // Labels come from real headers only: a proxy that decides about them does not see the payload.
        return new Origin(
                forwarding.toSubgraphs(all), timeForAnswer, overrideLabels.read(headers), demand.reports(all));
    }

    /**
     * Where requests come from.
     *
     * @param headers for subgraphs
     * @param timeForAnswer of each request
     * @param overrideLabels that are in force for each request
     * @param reportsCost whether the client is told what each request costs
     */
    public record Origin(MultiMap headers, Duration timeForAnswer, Set<String> overrideLabels, boolean reportsCost) {
        /** A request that begins now. */
        public ClientRequest begin() {
            ClientRequest request =
                    new ClientRequest(headers, Deadline.in(timeForAnswer, System::nanoTime), overrideLabels);
            if (reportsCost) {
                request.reportCost();
            }
            return request;
        }
    }
}
