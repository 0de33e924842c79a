package io.lancang.standalone;

import io.lancang.standalone.StandaloneException.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands out ports on loopback. They lie below the range from which the system takes the ports of outgoing connections, so
 * that none is lost to a connection between choosing and listening. Each process begins at a place of its own, so that sets which
 * are started side by side do not choose the same, and goes on from there, so that a client of a set that has ended does not meet
 * the next one.
 */
final class Ports {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 200;
    /** As many as a set and another gateway take, and some more. */
    private static final int A_PROCESS = 20;

    private static final AtomicInteger NEXT =
            new AtomicInteger(Math.floorMod(ProcessHandle.current().pid() * A_PROCESS, HIGHEST - LOWEST));

    private final PortClaims claims = PortClaims.ofThisMachine();
    private final Set<Integer> given = new HashSet<>();

    /** A port that nobody listens on and that was not given before, by another process neither. */
    int free() throws StandaloneException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), HIGHEST - LOWEST);
            if (isFree(port) && given.add(port) && claims.claim(port)) {
                return port;
            }
        }
        throw new StandaloneException(
                ExitCode.FAILED, "No free port between " + LOWEST + " and " + HIGHEST + " was found on loopback.");
    }

    /** The wanted port, refused if somebody listens on it; any free one for 0. */
    int wanted(int port) throws StandaloneException {
        if (port == 0) {
            return free();
        }
        if (!isFree(port)) {
            throw new StandaloneException(
                    ExitCode.FAILED,
                    "Port " + port + " is in use. Stop what listens on it, or choose another: ./lancang up --port "
                            + (port < 65_535 ? port + 1 : port - 1));
        }
        given.add(port);
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            // Whatever keeps the socket from being bound keeps an application from it too.
            return false;
        }
    }
}
