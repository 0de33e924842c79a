package io.lancang.kit.database;

import io.vertx.core.net.SocketAddress;
import io.vertx.pgclient.PgConnectOptions;
import java.net.InetSocketAddress;

/** Connects as to the primary, but to one address of a name: certificates are verified by the name, which stands for many addresses. */
final class StandbyOptions extends PgConnectOptions {
    private final InetSocketAddress address;

    /** @param address resolved, and with the name that it was found by */
    StandbyOptions(PgConnectOptions primary, InetSocketAddress address) {
        super(primary);
        this.address = address;
        setHost(address.getHostString());
        setPort(address.getPort());
    }

    @Override
    public SocketAddress getSocketAddress() {
        return SocketAddress.inetSocketAddress(address);
    }
}
