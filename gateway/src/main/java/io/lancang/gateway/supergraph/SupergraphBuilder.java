package io.lancang.gateway.supergraph;

import io.lancang.federation.Contract;
import io.lancang.federation.SubgraphClient;
import io.lancang.federation.engine.EngineOptions;
import io.lancang.federation.engine.FederationEngine;
import io.lancang.federation.engine.PercentageLabels;
import io.lancang.federation.supergraph.Subgraph;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.supergraph.SupergraphException;
import io.lancang.gateway.cache.ResponseCache;
import io.lancang.gateway.cache.invalidation.Invalidations;
import io.lancang.gateway.callback.Callbacks;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.demand.DemandControl;
import io.lancang.gateway.extension.Extensions;
import io.lancang.gateway.subgraph.HttpSubgraphClient;
import io.lancang.gateway.subgraph.TracedSubgraphClient;
import io.lancang.gateway.subgraph.endpoint.SubgraphTarget;
import io.lancang.gateway.subgraph.endpoint.SubgraphTls;
import io.lancang.gateway.subgraph.failure.ErrorMask;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.share.DeduplicatingSubgraphClient;
import io.lancang.gateway.telemetry.GatewayMetrics;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Makes of the text of a supergraph all that serves it, and says what is wrong with one. */
@Singleton
class SupergraphBuilder {
    private static final Logger LOG = Logger.getLogger(SupergraphBuilder.class);

    private final GatewayConfig config;
    private final Vertx vertx;
    private final GatewayMetrics metrics;
    private final DemandControl demand;
    private final TlsConfigurationRegistry tlsConfigurations;
    private final Invalidations invalidations;
    private final Extensions extensions;
    private final Callbacks callbacks;

    @Inject
    SupergraphBuilder(
            GatewayConfig config,
            Vertx vertx,
            GatewayMetrics metrics,
            DemandControl demand,
            TlsConfigurationRegistry tlsConfigurations,
            Invalidations invalidations,
            Extensions extensions,
            Callbacks callbacks) {
        this.callbacks = callbacks;
        this.extensions = extensions;
        this.config = config;
        this.vertx = vertx;
        this.metrics = metrics;
        this.demand = demand;
        this.tlsConfigurations = tlsConfigurations;
        this.invalidations = invalidations;
    }

    /**
     * What serves a supergraph. Takes seconds for a large one.
     *
     * @param place where the text is from, for the message
     * @param supergraph what was read of the text
     * @throws ConfigurationException that says what is wrong with it; it has no cause, because Quarkus prints the message alone only
     *     then
     */
    ServedSupergraph build(String place, SupergraphText text, Supergraph supergraph) {
        Map<String, Supergraph> parts = new TreeMap<>();
        Contracts.of(config).forEach((name, contract) -> parts.put(name, part(place, text.sdl(), name, contract)));
        List<SubgraphTarget> targets = SubgraphTargets.of(supergraph, config);
        RequestLabels labels = new RequestLabels(config.overrideLabels().orElse(Set.of()), PercentageLabels.byChance());
        Set<String> unknown = labels.unknownTo(supergraph);
        if (!unknown.isEmpty()) {
            LOG.warnf("lancang.gateway.override-labels names %s, which no override of the supergraph has", unknown);
        }
        // Before there is anything to close.
        EngineOptions options = EngineSettings.of(config)
                .withCost(demand.options(supergraph))
                .withAccess(AccessSettings.of(config.access()));
        HttpSubgraphClient subgraphs = new HttpSubgraphClient(
                vertx, targets, config.traffic(), tls(), ErrorMask.of(config), metrics::subgraph, callbacks);
        SubgraphClient<ClientRequest> uncached =
                config.traffic().deduplicateQueries() ? new DeduplicatingSubgraphClient(vertx, subgraphs) : subgraphs;
        ResponseCache cache = config.cache().enabled()
                ? new ResponseCache(supergraph, targets, subgraphs, uncached, invalidations, vertx, config, metrics)
                : null;
        SubgraphClient<ClientRequest> client =
                extensions.around(new TracedSubgraphClient(cache == null ? uncached : cache.client()));
        Function<Supergraph, FederationEngine<ClientRequest>> engines = each -> new FederationEngine<>(
                each, client, options, labels, context -> context.identity().grants());
        Map<String, FederationEngine<ClientRequest>> contracts = new TreeMap<>();
        parts.forEach((name, part) -> contracts.put(name, engines.apply(part)));
        List<String> names = supergraph.subgraphs().stream().map(Subgraph::name).toList();
        return new ServedSupergraph(text.digest(), names, engines.apply(supergraph), contracts, subgraphs, cache);
    }

    private static Supergraph part(String place, String sdl, String name, Contract contract) {
        try {
            return Supergraph.parse(sdl, contract);
        } catch (SupergraphException e) {
            throw new ConfigurationException("The contract lancang.gateway.contracts.\"" + name
                    + "\" cannot be served from the supergraph " + place + ": " + e.getMessage()
                    + "\nCorrect its tags, or those of the subgraphs.");
        }
    }

    /**
     * Reads a supergraph, which {@link #validate} looks through afterwards.
     *
     * @throws ConfigurationException that says why it cannot be served
     */
    static Supergraph read(String place, String sdl) {
        try {
            return Supergraph.parseUnvalidated(sdl, Contract.WHOLE);
        } catch (SupergraphException e) {
            throw unloadable(place, e);
        }
    }

    /**
     * Looks for what is wrong although it can be served. Takes as long as reading.
     *
     * @throws ConfigurationException that says what it is
     */
    static void validate(String place, Supergraph supergraph) {
        try {
            supergraph.validate();
        } catch (SupergraphException e) {
            throw unloadable(place, e);
        }
    }

    private static ConfigurationException unloadable(String place, SupergraphException problem) {
        return new ConfigurationException("The supergraph " + place + " does not load: " + problem.getMessage()
                + "\nCorrect the subgraph's schema and compose again, or set " + SupergraphSource.KEY
                + " to another file.");
    }

    private SubgraphTls tls() {
        return config.traffic()
                .tls()
                .map(name -> tlsConfigurations
                        .get(name)
                        .orElseThrow(() -> new ConfigurationException("lancang.gateway.traffic.tls is \"" + name
                                + "\", but there is no TLS configuration quarkus.tls." + name
                                + ". Give one, or leave the key out.")))
                .map(found -> new SubgraphTls(found.getTrustStoreOptions(), found.getKeyStoreOptions()))
                .orElse(SubgraphTls.DEFAULT);
    }
}
