package io.lancang.standalone.siege.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoopbackTest {
    @Test
    void takesAnAddressOfThisMachine() {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080);

        assertEquals(address, Loopback.require(address));
    }

    @Test
    void refusesAnotherMachine() throws UnknownHostException {
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1}), 8080);

        assertThrows(IllegalArgumentException.class, () -> HttpConnection.open(address, Duration.ofSeconds(1)));
    }

    @Test
    void refusesANameThatMayMeanAnything() {
        InetSocketAddress address = InetSocketAddress.createUnresolved("gateway.example", 8080);

        assertThrows(IllegalArgumentException.class, () -> Loopback.require(address));
    }
}
