package io.lancang.gateway.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A client of HTTP/2 in clear text, by prior knowledge, that sends frames as they are: also those that no library sends. */
public final class RawHttp2Client implements AutoCloseable {
    public static final int DATA = 0;
    public static final int HEADERS = 1;
    public static final int PRIORITY = 2;
    public static final int RST_STREAM = 3;
    public static final int SETTINGS = 4;
    public static final int PING = 6;
    public static final int GOAWAY = 7;
    public static final int WINDOW_UPDATE = 8;
    public static final int CONTINUATION = 9;

    public static final int ACK = 1;
    public static final int END_STREAM = 1;
    public static final int END_HEADERS = 4;

    private static final int PATIENCE_MILLIS = 15_000;

    private final Socket socket;
    private final DataInputStream in;

    /** A frame as it stands on the wire. */
    public record Frame(int type, int flags, int stream, byte[] payload) {
        /** The four bytes of an error's code, of which all but a few are zero; of a GOAWAY they come second. */
        public int code() {
            return ByteBuffer.wrap(payload).getInt(type == GOAWAY ? 4 : 0);
        }

        /** The payload as text. */
        public String text() {
            return new String(payload, UTF_8);
        }

        private byte[] bytes() {
            return ByteBuffer.allocate(9 + payload.length)
                    .put((byte) (payload.length >> 16))
                    .putShort((short) payload.length)
                    .put((byte) type)
                    .put((byte) flags)
                    .putInt(stream)
                    .put(payload)
                    .array();
        }
    }

    /** Connects and says what every client says first. */
    public RawHttp2Client(URI endpoint) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
        send(new Frame(SETTINGS, 0, 0, new byte[0]));
    }

    /** Sends frames in one go. */
    public void send(Frame... frames) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Frame frame : frames) {
            all.writeBytes(frame.bytes());
        }
        socket.getOutputStream().write(all.toByteArray());
    }

    /** The next frame; null once the gateway has ended the connection. Fails if nothing comes and the connection stays. */
    public @Nullable Frame read() throws IOException {
        try {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt() & Integer.MAX_VALUE;
            return new Frame(type, flags, stream, in.readNBytes(length));
        } catch (EOFException | SocketException end) {
            return null;
        }
    }

    /** The next frame of this type; null if the connection ends before. */
    public @Nullable Frame read(int type) throws IOException {
        Frame frame = read();
        while (frame != null && frame.type() != type) {
            frame = read();
        }
        return frame;
    }

    /**
     * Sends frames again and again, and waits after each time until the gateway has taken them in.
     *
     * @param most how often at most
     * @return how often until the gateway ended the connection; more than {@code most} if it did not
     */
    public int repeatUntilEnded(int most, Burst burst) throws IOException {
        int count = 1;
        try {
            for (; count <= most; count++) {
                send(burst.frames(count));
                send(new Frame(PING, 0, 0, ByteBuffer.allocate(8).putInt(count).array()));
                Frame answer = read(PING);
                while (answer != null && ByteBuffer.wrap(answer.payload()).getInt() != count) {
                    answer = read(PING);
                }
                if (answer == null) {
                    break;
                }
            }
        } catch (SocketException ended) {
            // While it was written to.
        }
        return count;
    }

    /** Frames to send the {@code count}th time, from 1. */
    @FunctionalInterface
    public interface Burst {
        Frame[] frames(int count);
    }

    /** The headers of a request for the GraphQL endpoint, each as a literal that nobody has to remember. */
    public static byte[] head(String method, String path) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        header(block, ":method", method);
        header(block, ":scheme", "http");
        header(block, ":path", path);
        header(block, ":authority", "localhost");
        header(block, "content-type", "application/json");
        header(block, "apollo-require-preflight", "1");
        return block.toByteArray();
    }

    /** A header of names and values that are shorter than 127 bytes. */
    public static byte[] header(String name, String value) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        header(block, name, value);
        return block.toByteArray();
    }

    private static void header(ByteArrayOutputStream block, String name, String value) {
        block.write(0);
        block.write(name.length());
        block.writeBytes(name.getBytes(US_ASCII));
        block.write(value.length());
        block.writeBytes(value.getBytes(US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
