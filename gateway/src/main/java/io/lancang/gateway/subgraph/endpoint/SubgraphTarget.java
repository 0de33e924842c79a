package io.lancang.gateway.subgraph.endpoint;

import io.lancang.gateway.config.traffic.ResilienceConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a subgraph is and how long it may take.
 *
 * @param name in the supergraph
 * @param url {@code http} or {@code https}, with a host
 * @param timeout for one answer
 * @param streams how it is subscribed to
 * @param resilience what is done when it fails; null for what is done for all subgraphs
 * @param servers where it is asked, by turns; none for the URL's host
 */
public record SubgraphTarget(
        String name,
        URI url,
        Duration timeout,
        StreamSettings streams,
        @Nullable ResilienceConfig resilience,
        List<SocketAddress> servers) {
    /** One that is asked at its URL's host, and for which is done what is done for all. */
    public SubgraphTarget(String name, URI url, Duration timeout, StreamSettings streams) {
        this(name, url, timeout, streams, /* resilience= */ null, /* servers= */ List.of());
    }

    public SubgraphTarget {
        servers = List.copyOf(servers);
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new ConfigurationException("The URL of subgraph \"" + name + "\" is \"" + url
                    + "\", but it must be an http or https URL with a host, such as http://localhost:8081/graphql. Correct"
                    + " it in the supergraph, or set lancang.gateway.subgraphs.\"" + name + "\".url.");
        }
        if (!timeout.isPositive()) {
            throw new ConfigurationException(
                    "The timeout of subgraph \"" + name + "\" is " + timeout + ", but it must be longer than zero.");
        }
        if (!streams.idleTimeout().isPositive()) {
            throw new ConfigurationException("lancang.gateway.subgraphs.\"" + name + "\".subscriptions.idle-timeout is "
                    + streams.idleTimeout() + ", but it must be longer than zero.");
        }
        String path = streams.path();
        if (path != null && !path.startsWith("/")) {
            throw new ConfigurationException("lancang.gateway.subgraphs.\"" + name + "\".subscriptions.path is \""
                    + path + "\", but a path begins with a slash, such as /subscriptions. Host and port are those of"
                    + " the subgraph's URL.");
        }
    }

    boolean secure() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    public int port() {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return secure() ? 443 : 80;
    }

    /** Path and query, as the request line takes them. */
    public String path() {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** Path and query of the endpoint for subscriptions. */
    String streamPath() {
        String path = streams.path();
        return path == null ? path() : path;
    }
}
