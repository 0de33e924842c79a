package io.lancang.kit.replica;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * A name under which standbys are, each at an address of its own.
 *
 * @param host the name, which certificates are verified by
 * @param port where each listens
 */
record Address(String host, int port) {
    /**
     * Reads `HOST` or `HOST:PORT`.
     *
     * @param usual the port where none is given
     */
    static Address of(String text, int usual) {
        URI uri = URI.create("//" + text.strip());
        String host = uri.getHost();
        if (host == null || !uri.getPath().isEmpty()) {
            throw new IllegalArgumentException("`lancang.database.replicas.hosts` has '" + text
                    + "', which is neither HOST nor HOST:PORT. Separate several by commas.");
        }
        return new Address(host, uri.getPort() < 0 ? usual : uri.getPort());
    }

    /** All that the name stands for now. Blocks its thread. */
    List<InetSocketAddress> resolved() throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }
}
