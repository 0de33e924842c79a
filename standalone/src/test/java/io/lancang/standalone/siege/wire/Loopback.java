package io.lancang.standalone.siege.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** The only place that opens a socket: an attack reaches this machine and no other. */
public final class Loopback {
    private static final int CONNECT_MILLIS = 5_000;

    private Loopback() {}

    /** The address, refused with an {@link IllegalArgumentException} if it is on another machine. */
    public static InetSocketAddress require(InetSocketAddress address) {
        if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException(address + " is not on this machine. A siege attacks loopback only.");
        }
        return address;
    }

    /** A connected socket, whose reads give up after some time. */
    static Socket connect(InetSocketAddress address, Duration patience) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            socket.connect(require(address), CONNECT_MILLIS);
            return socket;
        } catch (IOException | RuntimeException failed) {
            socket.close();
            throw failed;
        }
    }
}
