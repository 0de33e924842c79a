package io.lancang.standalone.soak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A partner's system that takes deliveries of a webhook. What comes twice has the same id, and is taken once. */
final class Receiver implements AutoCloseable {
    private static final Pattern RELEASE = Pattern.compile("\"cursor\"\\s*:\\s*\"(\\d+)");

    private final HttpServer server;
    private final EventsSeen seen;
    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    private Receiver(HttpServer server, EventsSeen seen) {
        this.server = server;
        this.seen = seen;
    }

    static Receiver start(EventsSeen seen) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Receiver receiver = new Receiver(server, seen);
        server.createContext("/", receiver::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return receiver;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
            Matcher release = RELEASE.matcher(body);
            seen.connected();
            if (release.find() && ids.add(id)) {
                seen.event(Long.parseLong(release.group(1)));
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    EventsSeen seen() {
        return seen;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
