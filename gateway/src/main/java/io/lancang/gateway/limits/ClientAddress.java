package io.lancang.gateway.limits;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * By what clients are told apart: their address, of IPv6 the network of 64 bits, since one host has all addresses of such a
 * network. Behind a proxy it is the address that the proxy forwards, where {@code quarkus.http.proxy} trusts it, and that of the
 * proxy otherwise.
 */
public final class ClientAddress {
    /** Whose address nobody knows, because it has gone already or comes over no network. */
    public static final String UNKNOWN = "unknown";

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** The name of the client that sent a request. */
    public static String of(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        return of(address == null ? null : address.hostAddress());
    }

    /** The name of a client with this IP address as text. */
    public static String of(@Nullable String address) {
        if (address == null) {
            return UNKNOWN;
        }
        if (address.indexOf(':') < 0) {
            return address;
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length <= NETWORK_BYTES) {
            return address;
        }
        StringBuilder network = new StringBuilder("net:");
        for (int i = 0; i < NETWORK_BYTES; i++) {
            network.append(Character.forDigit((bytes[i] >> 4) & 0xF, 16))
                    .append(Character.forDigit(bytes[i] & 0xF, 16));
        }
        return network.toString();
    }
}
