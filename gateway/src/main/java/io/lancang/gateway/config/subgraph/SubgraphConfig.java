package io.lancang.gateway.config.subgraph;

import io.lancang.gateway.config.cache.SubgraphCacheConfig;
import io.lancang.gateway.config.headers.HeadersConfig;
import io.lancang.gateway.config.subscription.SubgraphSubscriptionsConfig;
import io.lancang.gateway.config.traffic.ResilienceConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings for one subgraph. */
public interface SubgraphConfig {
    /** Where the subgraph is, instead of the URL in the supergraph. */
    Optional<URI> url();

    /**
     * The servers that the subgraph is asked at, by turns: {@code 10.1.0.5:8081,10.1.0.6:8081} for instance. One that fails is left out for a
     * while, and a query that failed at one is sent to another. Requests are the same as without it: the URL's host stands in them, and is
     * what a certificate has to be for. Not for files, features and jobs, nor for WebSockets over TLS, all of which go to the URL's host. If
     * it is not set, the URL's host is asked.
     */
    Optional<List<String>> servers();

    /** How long this subgraph may take for one answer, instead of {@code lancang.gateway.traffic.timeout}. */
    Optional<Duration> timeout();

    /**
     * The folder in which the subgraph has files to download, {@code http://trade:8081/export} for instance. The gateway passes them
     * on at {@code /exports/NAME/FILE}, to clients that may use GraphQL; scopes and policies of single fields do not count there. If
     * it is not set, there are none.
     */
    Optional<URI> exports();

    /**
     * Where the subgraph has the landing page of its OGC API – Features, {@code http://corridor:8082/ogc} for instance. The gateway
     * passes them on at {@code /ogc/NAME}, to clients that may use GraphQL; scopes and policies of single fields do not count there.
     * If it is not set, there are none.
     */
    Optional<URI> features();

    /**
     * Where the subgraph takes orders of jobs, {@code http://integration:8084/jobs} for instance. The gateway passes requests for them on at
     * {@code /jobs}, and tells the subgraph who asks as it does for GraphQL. One subgraph may have them. If it is not set, there are none.
     */
    Optional<URI> jobs();

    /**
     * Where the subgraph describes its exports, features and jobs (OpenAPI 3.1, JSON), for {@code /openapi.json} of the gateway. If it is
     * not set, this is {@code /openapi.json} beside the first of them, {@code http://trade:8081/openapi.json} for instance.
     */
    Optional<URI> openapi();

    /** Rules about headers of this subgraph alone; they are applied after those of {@code lancang.gateway.headers}. */
    HeadersConfig headers();

    /** What clients see of this subgraph's errors. */
    SubgraphErrorsOverride errors();

    /** How the gateway subscribes to this subgraph. */
    SubgraphSubscriptionsConfig subscriptions();

    /** What is kept of this subgraph's answers. */
    SubgraphCacheConfig cache();

    /**
     * What the gateway does about this subgraph when it is slow or fails. One key here replaces {@code
     * lancang.gateway.traffic.resilience} as a whole: keys that are not set here have the defaults below.
     */
    Optional<ResilienceConfig> resilience();
}
