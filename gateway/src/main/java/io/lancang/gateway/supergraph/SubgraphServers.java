package io.lancang.gateway.supergraph;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The servers of one subgraph, as the configuration names them. */
final class SubgraphServers {
    /** Each has connections of its own. */
    private static final int MOST = 64;

    private static final int HIGHEST_PORT = 65_535;

    private SubgraphServers() {}

    /** @throws ConfigurationException that names the server and the rule */
    static List<SocketAddress> of(String subgraph, List<String> servers) {
        String key = "lancang.gateway.subgraphs.\"" + subgraph + "\".servers";
        if (servers.size() > MOST) {
            throw new ConfigurationException(key + " has " + servers.size() + " servers, but it may have " + MOST
                    + " at most. Put a proxy in front of them, and set its address as url.");
        }
        Set<SocketAddress> addresses = new LinkedHashSet<>();
        for (String server : servers) {
            if (!addresses.add(address(key, server.strip()))) {
                throw new ConfigurationException(key + " has " + server.strip() + " twice. Name each server once.");
            }
        }
        return new ArrayList<>(addresses);
    }

    private static SocketAddress address(String key, String server) {
        HostAndPort parsed = server.startsWith(":") ? null : HostAndPort.parseAuthority(server, -1);
        if (parsed == null || parsed.port() < 1 || parsed.port() > HIGHEST_PORT) {
            throw new ConfigurationException(
                    key + " has \"" + server
                            + "\", but each server is a host or an address with a port, such as 10.1.0.5:8081 or [2001:db8::5]:8081.");
        }
        String host = parsed.host();
        boolean isBracketed = host.startsWith("[");
        return SocketAddress.inetSocketAddress(
                parsed.port(), isBracketed ? host.substring(1, host.length() - 1) : host);
    }
}
