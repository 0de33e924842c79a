package io.lancang.standalone.siege.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One HTTP/1.1 connection. It sends any bytes, and reads answers that are well formed. Used by one thread. */
public final class HttpConnection implements AutoCloseable {
    private static final int LONGEST_LINE = 64 * 1024;

    private final Socket socket;
    private final InputStream in;

    private HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    /** Connects; reading gives up after the given time. */
    public static HttpConnection open(InetSocketAddress address, Duration patience) throws IOException {
        return new HttpConnection(Loopback.connect(address, patience, Loopback.Client.ATTACKER));
    }

    /** As {@link #open}, from another address of this machine, as a client that has nothing to do with the attacker. */
    public static HttpConnection openAsBystander(InetSocketAddress address, Duration patience) throws IOException {
        return new HttpConnection(Loopback.connect(address, patience, Loopback.Client.BYSTANDER));
    }

    /** Sends bytes as they are. */
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends a whole request and reads its answer. */
    public HttpAnswer ask(byte[] request) throws IOException {
        send(request);
        return read();
    }

    /** Reads one answer to its end. */
    public HttpAnswer read() throws IOException {
        int status = status();
        Map<String, String> headers = headers();
        if (status == 100) {
            return read();
        }
        KeptBody body = new KeptBody();
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            readChunks(body);
        } else if (headers.containsKey("content-length")) {
            body.take(in, Long.parseLong(headers.getOrDefault("content-length", "0")));
        } else if (status >= 200 && status != 204 && status != 304) {
            body.takeAll(in);
        }
        return new HttpAnswer(status, Map.copyOf(headers), body.text(), body.length());
    }

    /** Reads the head of an answer behind which no body comes; its status. */
    int readHead() throws IOException {
        int status = status();
        headers();
        return status;
    }

    /** Whether something lies here to be read. */
    public boolean hasAnswer() throws IOException {
        return in.available() > 0;
    }

    /** Whether the server has ended the connection behind what it sent; reads all of that. */
    public boolean isClosedByServer() {
        try {
            socket.setSoTimeout(200);
            drain(Long.MAX_VALUE);
            return true;
        } catch (SocketTimeoutException silent) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Reads what comes and throws it away, up to a number of bytes; how many came before the end. */
    public long drain(long most) throws IOException {
        KeptBody nothing = new KeptBody();
        nothing.takeUpTo(in, most);
        return nothing.length();
    }

    /** The socket's receive buffer, so small that a server soon has to wait for a client that does not read. */
    public void narrow() throws IOException {
        socket.setReceiveBufferSize(4 * 1024);
    }

    InputStream input() {
        return in;
    }

    private int status() throws IOException {
        String statusLine = line();
        String[] words = statusLine.split(" ", 3);
        if (words.length < 2 || !statusLine.startsWith("HTTP/1.")) {
            throw new IOException("no HTTP/1 answer: " + statusLine);
        }
        return Integer.parseInt(words[1]);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private void readChunks(KeptBody body) throws IOException {
        while (true) {
            String size = line();
            int extension = size.indexOf(';');
            long length = Long.parseLong(extension < 0 ? size : size.substring(0, extension), 16);
            if (length == 0) {
                headers();
                return;
            }
            body.take(in, length);
            line();
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("closed");
            }
            if (line.length() >= LONGEST_LINE) {
                throw new IOException("a line without an end");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // Nobody needs what a broken connection has to say.
        }
    }

    /** The beginning of a body, and how long all of it is. */
    private static final class KeptBody {
        private static final int KEPT = 256 * 1024;

        private final StringBuilder text = new StringBuilder();
        private final byte[] buffer = new byte[16 * 1024];
        private long length;

        void take(InputStream in, long bytes) throws IOException {
            if (takeUpTo(in, bytes) < bytes) {
                throw new EOFException("closed in the middle of an answer");
            }
        }

        void takeAll(InputStream in) throws IOException {
            takeUpTo(in, Long.MAX_VALUE);
        }

        long takeUpTo(InputStream in, long most) throws IOException {
            long taken = 0;
            while (taken < most) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, most - taken));
                if (read < 0) {
                    break;
                }
                if (text.length() < KEPT) {
                    text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                }
                taken += read;
            }
            length += taken;
            return taken;
        }

        String text() {
            return text.toString();
        }

        long length() {
            return length;
        }
    }
}
