package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void refusesAPortInUseAndNamesTheWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            StandaloneException refusal = assertThrows(StandaloneException.class, () -> new Ports().wanted(port));
            assertTrue(refusal.getMessage().startsWith("Port " + port + " is in use."), refusal.getMessage());
            assertTrue(refusal.getMessage().contains("--port"), refusal.getMessage());
        }
    }

    @Test
    void givesTheWantedPortWhenNobodyListensOnIt() throws IOException, StandaloneException {
        int port;
        try (ServerSocket released = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = released.getLocalPort();
        }
        assertEquals(port, new Ports().wanted(port));
    }

    @Test
    void givesAnyFreePortForZeroAndNoPortTwice() throws StandaloneException {
        Ports ports = new Ports();
        assertNotEquals(ports.wanted(0), ports.free());
    }

    @Test
    void givesTheNextSetOthersThanTheLast() throws StandaloneException {
        assertNotEquals(new Ports().free(), new Ports().free());
    }
}
