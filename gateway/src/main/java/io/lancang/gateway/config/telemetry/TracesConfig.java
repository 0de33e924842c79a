package io.lancang.gateway.config.telemetry;

import io.smallrye.config.WithDefault;

/**
 * What is written down of how operations run. Spans are made while OpenTelemetry is on, which is by Quarkus' keys: once
 * {@code quarkus.otel.exporter.otlp.endpoint} says where they go.
 */
public interface TracesConfig {
    /** Whether spans of operations have the document, its first 8,192 characters. Values that clients write into documents are in it. */
    @WithDefault("false")
    boolean documents();

    /** Whether spans of operations have the values of variables, as JSON, its first 4,096 characters. */
    @WithDefault("false")
    boolean variables();

    /**
     * Who may ask with the header {@code Lancang-Explain: trace} how long the steps of a request took: {@code off} for nobody, {@code
     * scope} for who has the scope for it by token or key, {@code all} for everybody. Times show which answers are kept, and
     * where subgraphs are slow.
     */
    @WithDefault("scope")
    ExplainTrace explain();

    /** The scope for it. */
    @WithDefault("lancang:trace")
    String explainScope();
}
