package io.lancang.gateway.limits;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a client: its address, of IPv6 the network of 64 bits, since one host has all addresses of such a
 * network. Behind a proxy it is the address that the proxy forwards, where {@code quarkus.http.proxy} trusts it, and that of the
 * proxy otherwise.
 */
public final class ClientAddress {
    /** Whose address nobody knows, because it has gone already or comes over no network. */
    public static final String UNKNOWN = "unknown";

    private static final int NETWORK_BYTES = 8;

    /** Where the address of IPv4 begins in one of IPv6 that stands for it. */
    private static final int MAPPED_FROM = 12;

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
        if (isMapped(bytes)) {
            // Some proxies write addresses of IPv4 so; all of them are in one network of 64 bits.
            return NetUtil.bytesToIpAddress(bytes, MAPPED_FROM, bytes.length - MAPPED_FROM);
        }
        StringBuilder network = new StringBuilder("net:");
        for (int i = 0; i < NETWORK_BYTES; i++) {
            network.append(Character.forDigit((bytes[i] >> 4) & 0xF, 16))
                    .append(Character.forDigit(bytes[i] & 0xF, 16));
        }
        return network.toString();
    }

    private static boolean isMapped(byte[] address) {
        for (int i = 0; i < MAPPED_FROM; i++) {
            int expected = i < MAPPED_FROM - 2 ? 0 : 0xFF;
            if ((address[i] & 0xFF) != expected) {
                return false;
            }
        }
        return true;
    }
}
