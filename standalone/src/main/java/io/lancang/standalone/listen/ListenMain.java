package io.lancang.standalone.listen;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lancang.standalone.StandaloneException;
import io.lancang.standalone.StandaloneException.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code ./lancang webhook listen}: takes deliveries on loopback, says whether they are signed as they should be and came before, and prints them.
 */
public final class ListenMain {
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;
    private static final int LARGEST = 10_000_000;
    private static final int MOST_REMEMBERED = 10_000;

    private final List<String> secrets;
    private final PrintStream out;
    private final Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();

    private ListenMain(List<String> secrets, PrintStream out) {
        this.secrets = secrets;
        this.out = out;
    }

    public static void main(String[] arguments) {
        try {
            // It is not ended: its thread keeps the process alive until somebody interrupts it.
            HttpServer _ = start(List.of(arguments), System.out);
        } catch (StandaloneException refused) {
            System.out.println("lancang: " + refused.getMessage());
            System.exit(refused.exitCode().status());
        }
    }

    /** Listens from now on; what comes is printed. */
    static HttpServer start(List<String> arguments, PrintStream out) throws StandaloneException {
        ListenOptions options = ListenOptions.parse(arguments);
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
            ListenMain listener = new ListenMain(options.secrets(), out);
            server.createContext("/", listener::take);
            server.start();
            out.println("Deliveries to http://127.0.0.1:" + server.getAddress().getPort() + "/ are printed here"
                    + (options.secrets().isEmpty() ? ", and not verified: give --secret whsec_…" : ".")
                    + " Ctrl-C ends it.");
            return server;
        } catch (IOException taken) {
            throw new StandaloneException(
                    ExitCode.FAILED,
                    "Port " + options.port() + " cannot be listened to: " + taken.getMessage()
                            + ". Give another: --port N",
                    taken);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
            exchange.sendResponseHeaders(
                    body.length > LARGEST ? TOO_LARGE : status(exchange, new String(body, StandardCharsets.UTF_8)), -1);
        }
    }

    private int status(HttpExchange exchange, String body) {
        String id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
        Verification verification = Verification.of(secrets, exchange.getRequestHeaders(), body);
        if (seen.size() > MOST_REMEMBERED) {
            seen.clear();
        }
        int times = Objects.requireNonNull(seen.computeIfAbsent(id, unknown -> new AtomicInteger()))
                .incrementAndGet();
        out.printf(
                Locale.ROOT,
                "%s  %s%s%n%s%n",
                id,
                verification.text(),
                times > 1 ? ", came " + times + " times" : "",
                Printed.json(body));
        return verification.isGood() ? NO_CONTENT : UNAUTHORIZED;
    }
}
