package io.lancang.standalone.siege.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A WebSocket with graphql-transport-ws, whose frames may break any rule. Used by one thread. */
public final class WebSocketConnection implements AutoCloseable {
    /** Operation codes of frames. */
    public static final int CONTINUATION = 0;

    public static final int TEXT = 1;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    private static final int LAST = 0x80;
    private static final int MASKED = 0x80;
    private static final int LONGEST_SMALL = 125;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    private final HttpConnection connection;

    private WebSocketConnection(HttpConnection connection) {
        this.connection = connection;
    }

    /** Connects and changes the protocol; refused if the server does not. */
    public static WebSocketConnection upgrade(HttpConnection connection) throws IOException {
        connection.send(HttpRequests.head(
                "GET /graphql HTTP/1.1",
                "Host: 127.0.0.1",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: c2llZ2VzaWVnZXNpZWdlIQ==",
                "Sec-WebSocket-Protocol: graphql-transport-ws"));
        int status = connection.readHead();
        if (status != 101) {
            throw new IOException("refused with " + status);
        }
        return new WebSocketConnection(connection);
    }

    /** As {@link #upgrade}, on a connection of its own. */
    public static WebSocketConnection open(InetSocketAddress address, Duration patience) throws IOException {
        return upgrade(HttpConnection.open(address, patience));
    }

    /** Sends a message in one frame. */
    public void text(String message) throws IOException {
        connection.send(frame(LAST | TEXT, message.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a frame that begins, goes on with or ends a message, or is a control frame. */
    public void frame(int code, boolean last, byte[] content) throws IOException {
        connection.send(frame(last ? LAST | code : code, content));
    }

    /** Sends bytes instead of frames. */
    public void raw(byte[] bytes) throws IOException {
        connection.send(bytes);
    }

    /** Reads the next frame: a message as it stands, or {@code close 1009 reason}. */
    public String read() throws IOException {
        InputStream in = connection.input();
        int code = next(in) & 0x0f;
        int small = next(in) & 0x7f;
        long length = small == TWO_BYTES ? number(in, 2) : small == EIGHT_BYTES ? number(in, 8) : small;
        byte[] content = in.readNBytes(Math.toIntExact(length));
        if (code != CLOSE) {
            return new String(content, StandardCharsets.UTF_8);
        }
        int status = content.length < 2 ? 0 : (content[0] & 0xff) << 8 | (content[1] & 0xff);
        return "close " + status;
    }

    /** A masked frame; the mask is zero, so that its content stays as it is. */
    private static byte[] frame(int firstByte, byte[] content) {
        byte[] head;
        int length = content.length;
        if (length <= LONGEST_SMALL) {
            head = new byte[] {(byte) firstByte, (byte) (MASKED | length), 0, 0, 0, 0};
        } else if (length < 1 << 16) {
            head = new byte[] {
                (byte) firstByte, (byte) (MASKED | TWO_BYTES), (byte) (length >> 8), (byte) length, 0, 0, 0, 0
            };
        } else {
            head = new byte[14];
            head[0] = (byte) firstByte;
            head[1] = (byte) (MASKED | EIGHT_BYTES);
            for (int index = 0; index < 4; index++) {
                head[9 - index] = (byte) (length >> (8 * index));
            }
        }
        return HttpRequests.joined(head, content);
    }

    private static long number(InputStream in, int bytes) throws IOException {
        long number = 0;
        for (int index = 0; index < bytes; index++) {
            number = number << 8 | next(in);
        }
        return number;
    }

    private static int next(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("closed");
        }
        return next;
    }

    @Override
    public void close() {
        connection.close();
    }
}
