package io.lancang.standalone.siege.wire;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** The only place that opens a socket: an attack reaches this machine and no other. */
public final class Loopback {
    private static final int CONNECT_MILLIS = 5_000;
    private static final byte[] BYSTANDER = {127, 0, 0, 2};

    private Loopback() {}

    /** The address, refused with an {@link IllegalArgumentException} if it is on another machine. */
    public static InetSocketAddress require(InetSocketAddress address) {
        if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException(address + " is not on this machine. A siege attacks loopback only.");
        }
        return address;
    }

    /** Where a connection comes from: a server tells clients apart by their addresses. */
    enum Client {
        ATTACKER,
        BYSTANDER
    }

    /** A connected socket, whose reads give up after some time. */
    static Socket connect(InetSocketAddress address, Duration patience, Client client) throws IOException {
        Socket socket = new Socket();
        try {
            if (client == Client.BYSTANDER) {
                bindElsewhere(socket);
            }
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            socket.connect(require(address), CONNECT_MILLIS);
            return socket;
        } catch (IOException | RuntimeException failed) {
            socket.close();
            throw failed;
        }
    }

    private static void bindElsewhere(Socket socket) throws IOException {
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(BYSTANDER), 0));
        } catch (BindException onlyOne) {
            // Linux has sixteen million loopback addresses, other systems one: there all clients look like one.
        }
    }
}
