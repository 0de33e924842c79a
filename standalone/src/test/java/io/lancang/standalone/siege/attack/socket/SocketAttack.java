package io.lancang.standalone.siege.attack.socket;

import io.lancang.standalone.siege.attack.Assault;
import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Target.Gate;
import io.lancang.standalone.siege.wire.HttpConnection;
import io.lancang.standalone.siege.wire.WebSocketConnection;
import java.io.EOFException;
import java.io.IOException;

/**
 * Clients that each open a WebSocket, do the same on it, and begin anew when it was closed.
 *
 * @param name as {@link Attack#name}
 * @param what as {@link Attack#what}
 * @param clients how many there are at the same time
 * @param deed what each does
 */
record SocketAttack(String name, String what, int clients, Deed deed) implements Attack {
    @Override
    public void run(Assault assault) throws InterruptedException {
        assault.againAndAgain(clients, _ -> {
            HttpConnection connection = assault.connect(Gate.GATEWAY);
            try {
                WebSocketConnection socket = WebSocketConnection.upgrade(connection);
                try {
                    deed.on(assault, socket);
                } catch (IOException broken) {
                    countLastWord(assault, socket, broken);
                }
            } finally {
                assault.release(connection);
            }
        });
    }

    /** A server that closes says why before, unless nobody listens any more. */
    private static void countLastWord(Assault assault, WebSocketConnection socket, IOException broken)
            throws IOException, InterruptedException {
        if (!assault.goesOn()) {
            return;
        }
        if (broken instanceof EOFException) {
            throw broken;
        }
        try {
            String frame = socket.read();
            while (!frame.startsWith("close")) {
                frame = socket.read();
            }
            assault.tally().count(frame);
            assault.pauseAfterFailure();
        } catch (IOException silent) {
            throw broken;
        }
    }

    /** What a client does with its connection. */
    @FunctionalInterface
    interface Deed {
        void on(Assault assault, WebSocketConnection socket) throws IOException, InterruptedException;
    }
}
