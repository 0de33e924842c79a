package io.lancang.gateway.subgraph.request;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.headers.HeaderNames;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Decides which headers every subgraph gets before there are rules ({@link io.lancang.gateway.headers.HeaderRules}). Immutable. */
@Singleton
public class HeaderForwarding {
    private static final CharSequence ACCEPT = HttpHeaders.createOptimized("accept");
    private static final CharSequence ACCEPTED =
            HttpHeaders.createOptimized("application/graphql-response+json, application/json;q=0.9");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    /** Headers that OpenTelemetry writes while it is on; two of a kind would make subgraphs drop the trace. */
    private static final Set<String> WRITTEN_BY_TRACING = Set.of("traceparent", "tracestate", "baggage");

    private final List<CharSequence> forwarded;

    @Inject
    HeaderForwarding(
            GatewayConfig config, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean tracingDisabled) {
        this(config.traffic().forwardHeaders().stream()
                .filter(name -> tracingDisabled || !WRITTEN_BY_TRACING.contains(name.toLowerCase(Locale.ROOT)))
                .toList());
    }

    /**
     * @param names of the client's headers to forward, in any case
     * @throws ConfigurationException if a name is among those that cannot be forwarded
     */
    public HeaderForwarding(Collection<String> names) {
        this.forwarded = names.stream()
                .<CharSequence>map(name -> HeaderNames.forwarded("lancang.gateway.traffic.forward-headers", name))
                .toList();
    }

    /** The headers for the subgraphs, given those of the client. */
    public MultiMap toSubgraphs(MultiMap client) {
        MultiMap headers =
                HttpHeaders.headers().add(HttpHeaders.CONTENT_TYPE, JSON).add(ACCEPT, ACCEPTED);
        for (CharSequence name : forwarded) {
            if (client.contains(name)) {
                for (String value : client.getAll(name)) {
                    headers.add(name, value);
                }
            }
        }
        return headers;
    }
}
