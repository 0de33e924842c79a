package io.lancang.gateway.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

/** A client that sends bytes as they are, for what no honest client sends. */
public final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 15_000;

    private final Socket socket;

    public RawClient(URI endpoint) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** The head of a POST with these headers besides. */
    public static String head(String... headers) {
        return "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + String.join(
                        "",
                        java.util.Arrays.stream(headers)
                                .map(header -> header + "\r\n")
                                .toList()) + "\r\n";
    }

    /** A whole POST. */
    public static String post(String body) {
        return head("Content-Length: " + body.getBytes(UTF_8).length) + body;
    }

    /** Sends text, one byte a character. */
    public RawClient send(String text) throws IOException {
        return send(text.getBytes(ISO_8859_1));
    }

    public RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends a byte now and then until the gateway closes the connection, for this long at most; true if it did. */
    public boolean dribbleUntilClosed(Duration longest) throws IOException {
        socket.setSoTimeout(100);
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (System.nanoTime() < end) {
                send("x");
                try {
                    if (socket.getInputStream().read() < 0) {
                        return true;
                    }
                } catch (SocketTimeoutException stillOpen) {
                    // The next byte.
                }
            }
            return false;
        } catch (SocketException closed) {
            return true;
        }
    }

    /** Waits no longer than this for anything. */
    public void patience(int millis) throws SocketException {
        socket.setSoTimeout(millis);
    }

    /** Everything that comes until the gateway closes the connection, or the patience is over. */
    public String readToEnd() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] piece = new byte[8192];
        try {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                all.write(piece, 0, count);
            }
        } catch (SocketException | SocketTimeoutException end) {
            // A reset, or the end of the patience: what came before it counts.
        }
        return all.toString(UTF_8);
    }

    /** One response with a Content-Length. */
    public String readResponse() throws IOException {
        StringBuilder head = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        int at = head.toString().toLowerCase(java.util.Locale.ROOT).indexOf("content-length: ");
        int length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at)));
        return head + new String(in.readNBytes(length), UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
