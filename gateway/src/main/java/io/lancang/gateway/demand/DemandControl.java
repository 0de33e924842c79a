package io.lancang.gateway.demand;

import io.lancang.federation.CostOptions;
import io.lancang.federation.SubgraphBounds;
import io.lancang.federation.supergraph.Subgraph;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.limits.DemandConfig;
import io.lancang.gateway.config.limits.SubgraphDemandConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** What the configuration says of costs. Immutable. */
@Singleton
public class DemandControl {
    private static final Logger LOG = Logger.getLogger(DemandControl.class);

    /** The header by which a client asks what its request costs. */
    private static final String HEADER = "Lancang-Cost";

    private final DemandConfig config;
    private final MeterRegistry registry;

    @Inject
    DemandControl(GatewayConfig config, MeterRegistry registry) {
        this.config = config.demand();
        this.registry = registry;
    }

    /** Whether a client with these headers gets the cost of its requests. */
    public boolean reports(MultiMap headers) {
        return config.report() && "true".equalsIgnoreCase(headers.get(HEADER));
    }

    /**
     * The options for the engine of a supergraph, whose costs go to the metrics.
     *
     * @throws ConfigurationException if a bound is none
     */
    public CostOptions options(Supergraph supergraph) {
        Set<String> names = supergraph.subgraphs().stream().map(Subgraph::name).collect(Collectors.toUnmodifiableSet());
        Map<String, SubgraphBounds> subgraphs = new HashMap<>();
        config.subgraphs().forEach((name, each) -> {
            if (!names.contains(name)) {
                LOG.warnf("lancang.gateway.demand.subgraphs names \"%s\", which the supergraph does not have", name);
            }
            subgraphs.put(name, bounds("subgraphs." + name, each));
        });
        return new CostOptions(
                mode(config.mode()),
                checked("max-cost", config.maxCost()),
                (int) checked("list-size", config.listSize()),
                bounds("all-subgraphs", config.allSubgraphs()),
                subgraphs,
                config.countAnswers(),
                new CostMeters(registry, names));
    }

    private static CostOptions.Mode mode(DemandConfig.Mode mode) {
        return switch (mode) {
            case OFF -> CostOptions.Mode.OFF;
            case MEASURE -> CostOptions.Mode.MEASURE;
            case ENFORCE -> CostOptions.Mode.ENFORCE;
        };
    }

    private static SubgraphBounds bounds(String block, SubgraphDemandConfig config) {
        return new SubgraphBounds(
                config.maxCost().isPresent()
                        ? checked(block + ".max-cost", config.maxCost().getAsLong())
                        : null,
                config.listSize().isPresent()
                        ? (int) checked(block + ".list-size", config.listSize().getAsInt())
                        : null);
    }

    private static long checked(String key, long value) {
        if (value < 0) {
            throw new ConfigurationException("lancang.gateway.demand." + key + " is " + value
                    + "; it must be 0 or more. To refuse nothing, set" + " lancang.gateway.demand.mode=measure.");
        }
        return value;
    }
}
