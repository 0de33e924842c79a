package io.lancang.gateway.subgraph;

import io.lancang.gateway.config.GatewayConfig;
import io.netty.util.AsciiString;
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

/** Decides which headers the subgraphs get. Immutable. */
@Singleton
public class HeaderForwarding {
    /** Headers that belong to one connection or one body and would break the request to a subgraph. */
    private static final Set<String> NOT_FORWARDED = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

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
                .map(name -> checked("lancang.gateway.traffic.forward-headers", name))
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

    /**
     * A header's name in lower case, if subgraphs can get such a header.
     *
     * @param key of the configuration that names it
     * @throws ConfigurationException if they cannot
     */
    public static CharSequence checked(String key, String name) {
        String lowerCase = name.strip().toLowerCase(Locale.ROOT);
        if (NOT_FORWARDED.contains(lowerCase)) {
            throw new ConfigurationException(key + " names \"" + name
                    + "\", which belongs to one connection or one body and cannot be forwarded. Remove it.");
        }
        return AsciiString.of(lowerCase);
    }
}
