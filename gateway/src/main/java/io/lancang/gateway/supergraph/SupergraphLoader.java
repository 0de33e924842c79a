package io.lancang.gateway.supergraph;

import io.lancang.federation.execute.FederationEngine;
import io.lancang.federation.execute.PercentageLabels;
import io.lancang.federation.execute.SubgraphClient;
import io.lancang.federation.supergraph.Subgraph;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.gateway.cache.ResponseCache;
import io.lancang.gateway.cache.invalidation.Invalidations;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.demand.DemandControl;
import io.lancang.gateway.subgraph.ClientRequest;
import io.lancang.gateway.subgraph.ErrorMask;
import io.lancang.gateway.subgraph.HttpSubgraphClient;
import io.lancang.gateway.subgraph.SubgraphTarget;
import io.lancang.gateway.subgraph.SubgraphTls;
import io.lancang.gateway.telemetry.GatewayMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Loads the supergraph before the HTTP port opens, or stops the start with the reason. All that depends on one supergraph
 * is built here in one place, so that another supergraph needs the same once more and the old client closed.
 */
@Singleton
class SupergraphLoader {
    private static final Logger LOG = Logger.getLogger(SupergraphLoader.class);

    private final GatewayConfig config;
    private final CurrentEngine engines;
    private final Vertx vertx;
    private final GatewayMetrics metrics;
    private final DemandControl demand;
    private final TlsConfigurationRegistry tlsConfigurations;
    private final Invalidations invalidations;
    private @Nullable HttpSubgraphClient client;
    private @Nullable ResponseCache cache;

    @Inject
    SupergraphLoader(
            GatewayConfig config,
            CurrentEngine engines,
            Vertx vertx,
            GatewayMetrics metrics,
            DemandControl demand,
            TlsConfigurationRegistry tlsConfigurations,
            Invalidations invalidations) {
        this.config = config;
        this.engines = engines;
        this.vertx = vertx;
        this.metrics = metrics;
        this.demand = demand;
        this.tlsConfigurations = tlsConfigurations;
        this.invalidations = invalidations;
    }

    void start(@Observes StartupEvent event) {
        Supergraph supergraph = SupergraphFile.read(config);
        List<SubgraphTarget> targets = SubgraphTargets.of(supergraph, config);
        HttpSubgraphClient subgraphs = new HttpSubgraphClient(
                vertx, targets, config.traffic(), tls(), ErrorMask.of(config), metrics::subgraph);
        client = subgraphs;
        RequestLabels labels = new RequestLabels(config.overrideLabels().orElse(Set.of()), PercentageLabels.byChance());
        Set<String> unknown = labels.unknownTo(supergraph);
        if (!unknown.isEmpty()) {
            LOG.warnf("lancang.gateway.override-labels names %s, which no override of the supergraph has", unknown);
        }
        engines.replace(new FederationEngine(
                supergraph,
                config.cache().enabled() ? caching(targets, subgraphs) : subgraphs,
                EngineSettings.of(config)
                        .withCost(demand.options(supergraph))
                        .withAccess(AccessSettings.of(config.access())),
                labels,
                context -> ((ClientRequest) context).identity().grants()));
        metrics.planCache(engines, current -> current.get().planCache());
        LOG.infof(
                "The supergraph has the subgraphs %s",
                supergraph.subgraphs().stream().map(Subgraph::name).toList());
    }

    private SubgraphClient caching(List<SubgraphTarget> targets, HttpSubgraphClient subgraphs) {
        ResponseCache created = new ResponseCache(targets, subgraphs, invalidations, vertx, config, metrics);
        cache = created;
        created.start();
        return created.client();
    }

    void stop(@Observes ShutdownEvent event) {
        if (cache != null) {
            cache.close();
        }
        if (client != null) {
            client.close();
        }
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
