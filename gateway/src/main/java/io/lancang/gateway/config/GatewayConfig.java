package io.lancang.gateway.config;

import io.lancang.gateway.config.access.AccessConfig;
import io.lancang.gateway.config.access.CsrfConfig;
import io.lancang.gateway.config.access.IntrospectionConfig;
import io.lancang.gateway.config.access.KeysConfig;
import io.lancang.gateway.config.access.RatesConfig;
import io.lancang.gateway.config.cache.CacheConfig;
import io.lancang.gateway.config.document.DocumentsConfig;
import io.lancang.gateway.config.document.PreparationConfig;
import io.lancang.gateway.config.headers.HeadersConfig;
import io.lancang.gateway.config.limits.AnswersConfig;
import io.lancang.gateway.config.limits.BatchingConfig;
import io.lancang.gateway.config.limits.DemandConfig;
import io.lancang.gateway.config.limits.LimitsConfig;
import io.lancang.gateway.config.subgraph.SubgraphConfig;
import io.lancang.gateway.config.subgraph.SubgraphErrorsConfig;
import io.lancang.gateway.config.subscription.CallbacksConfig;
import io.lancang.gateway.config.subscription.SubscriptionsConfig;
import io.lancang.gateway.config.supergraph.ContractConfig;
import io.lancang.gateway.config.supergraph.SupergraphReloadConfig;
import io.lancang.gateway.config.telemetry.AccessLogConfig;
import io.lancang.gateway.config.telemetry.ClientsConfig;
import io.lancang.gateway.config.telemetry.OperationMetricsConfig;
import io.lancang.gateway.config.telemetry.SlowOperationsConfig;
import io.lancang.gateway.config.telemetry.TracesConfig;
import io.lancang.gateway.config.telemetry.UsageConfig;
import io.lancang.gateway.config.traffic.TrafficConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The gateway's own keys; ports, logs, CORS and TLS are Quarkus' keys. Each key has an environment form, for instance
 * {@code LANCANG_GATEWAY_SUPERGRAPH} or {@code LANCANG_GATEWAY_SUBGRAPHS__TRADE__URL}.
 */
@ConfigMapping(prefix = "lancang.gateway")
public interface GatewayConfig {
    /** The file with the supergraph SDL, or an http or https URL that answers with it. The gateway does not start without one. */
    Optional<String> supergraph();

    /** How another supergraph takes over while the gateway runs. */
    SupergraphReloadConfig supergraphReload();

    /** Settings for single subgraphs, by the name that the subgraph has in the supergraph. */
    @WithDefaults
    Map<String, SubgraphConfig> subgraphs();

    /** How the gateway talks to all subgraphs. */
    TrafficConfig traffic();

    /** What subgraphs are sent of clients' headers, and clients of subgraphs'. */
    HeadersConfig headers();

    /** What clients see of errors that subgraphs report. */
    SubgraphErrorsConfig subgraphErrors();

    /** What a client may ask for. */
    LimitsConfig limits();

    /** What an operation may cost. */
    DemandConfig demand();

    /** How new operations wait, are made ready to run, and are remembered. */
    PreparationConfig preparation();

    /** How clients may ask for the schema itself. */
    IntrospectionConfig introspection();

    /** What the gateway shows to people beside GraphQL. */
    ExplorerConfig explorer();

    /** Whether an error about a mistyped name says which names of the schema come close to it. */
    @WithDefault("true")
    boolean suggestions();

    /** Who may ask, and for what. */
    AccessConfig access();

    /** Keys by which clients say who they are. */
    KeysConfig keys();

    /** How much clients may ask for in a minute. */
    RatesConfig rates();

    /** What clients may hold: connections, bodies on their way in, answers on their way out. */
    ClientsConfig clients();

    /** How the gateway keeps pages of other origins from sending requests in a user's name. */
    CsrfConfig csrf();

    /** Several operations in one request. */
    BatchingConfig batching();

    /** How the gateway answers clients. */
    AnswersConfig answers();

    /** Answers of subgraphs that are kept, to be given again. */
    CacheConfig cache();

    /**
     * Parts of the graph by their names, each at the path {@code /graphql/NAME}: what is not in one does not exist there.
     */
    Map<String, ContractConfig> contracts();

    /** Operations that take long. */
    SlowOperationsConfig slowOperations();

    /** Metrics of operations by their names, and of clients by theirs. */
    OperationMetricsConfig operationMetrics();

    /** A line in the log for each request of a client. */
    AccessLogConfig accessLog();

    /** What is written down of how operations run. */
    TracesConfig traces();

    /** What is recorded of who uses which field. */
    UsageConfig usage();

    /** Documents that clients need not send, because the gateway knows them. */
    DocumentsConfig documents();

    /** Tools for language models. */
    McpConfig mcp();

    /** How clients subscribe: WebSocket with graphql-transport-ws, server-sent events, or multipart. */
    SubscriptionsConfig subscriptions();

    /** Events that subgraphs send by requests of their own. */
    CallbacksConfig callbacks();

    /**
     * How long the gateway's own liveness check waits for an answer on the port of the clients. It asks there as they do, since
     * the port for health may go on when that of the clients has died.
     */
    @WithDefault("3s")
    Duration livenessTimeout();

    /**
     * Whether a request with the header {@code Lancang-Explain: plan} is answered with its query plan. A plan shows the
     * subgraphs' names and which of their fields are asked for.
     */
    @WithDefault("true")
    boolean explain();

    /**
     * Labels of progressive overrides ({@code @override(label:)}) that are in force for every request. Overrides by
     * {@code percent(n)} need no key: the gateway draws a number for each request. One that stands here is in force for all.
     */
    Optional<Set<String>> overrideLabels();

    /**
     * The header by which a request puts further labels in force for itself, separated by commas; none if it is not set. Set
     * it only where a proxy in front decides who may send the header, since it chooses which subgraph answers.
     */
    Optional<String> overrideLabelsHeader();
}
