package io.lancang.gateway.supergraph;

import io.lancang.federation.supergraph.Subgraph;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.subgraph.SubgraphConfig;
import io.lancang.gateway.config.subscription.StreamProtocol;
import io.lancang.gateway.config.subscription.SubgraphSubscriptionsConfig;
import io.lancang.gateway.subgraph.endpoint.StreamSettings;
import io.lancang.gateway.subgraph.endpoint.SubgraphTarget;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Decides where each subgraph of a supergraph is: where the configuration says, else where the supergraph says. */
final class SubgraphTargets {
    private SubgraphTargets() {}

    /** The targets of all subgraphs, or a {@link ConfigurationException} that names the subgraph without one. */
    static List<SubgraphTarget> of(Supergraph supergraph, GatewayConfig config) {
        refuseUnknownNames(supergraph, config);
        return supergraph.subgraphs().stream()
                .map(subgraph -> target(subgraph, config))
                .toList();
    }

    private static SubgraphTarget target(Subgraph subgraph, GatewayConfig config) {
        // The mapping gives defaults to subgraphs without settings.
        SubgraphConfig settings = Objects.requireNonNull(config.subgraphs().get(subgraph.name()));
        SubgraphSubscriptionsConfig streams = settings.subscriptions();
        if (streams.protocol() == StreamProtocol.CALLBACK
                && config.callbacks().url().isEmpty()) {
            throw new ConfigurationException("lancang.gateway.subgraphs.\"" + subgraph.name()
                    + "\".subscriptions.protocol is callback, but the subgraph could not be told where to send its events: set"
                    + " lancang.gateway.callbacks.url, such as http://10.1.2.3:9000/callback.");
        }
        URI url = settings.url().orElseGet(() -> url(subgraph));
        return new SubgraphTarget(
                subgraph.name(),
                url,
                settings.timeout().orElse(config.traffic().timeout()),
                new StreamSettings(
                        streams.protocol(),
                        streams.path().orElse(null),
                        streams.connectionInit(),
                        streams.idleTimeout(),
                        config.subscriptions().maxConcurrent(),
                        config.subscriptions().maxOpening(),
                        streams.sharing(),
                        config.subscriptions().maxUnreadEvents()),
                settings.resilience().orElse(null),
                settings.servers()
                        .map(servers -> SubgraphServers.of(subgraph.name(), servers))
                        .orElse(List.of()));
    }

    private static URI url(Subgraph subgraph) {
        try {
            return new URI(subgraph.url());
        } catch (URISyntaxException e) {
            throw new ConfigurationException("The URL of subgraph \"" + subgraph.name()
                    + "\" in the supergraph is none: " + e.getMessage()
                    + ". Correct it there, or set lancang.gateway.subgraphs.\"" + subgraph.name() + "\".url.");
        }
    }

    private static void refuseUnknownNames(Supergraph supergraph, GatewayConfig config) {
        Set<String> known = supergraph.subgraphs().stream().map(Subgraph::name).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>(config.subgraphs().keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new ConfigurationException("lancang.gateway.subgraphs has settings for " + unknown
                    + ", but the supergraph's subgraphs are " + new TreeSet<>(known) + ". Correct the names.");
        }
    }
}
