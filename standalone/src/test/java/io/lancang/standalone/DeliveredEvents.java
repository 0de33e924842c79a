package io.lancang.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A partner's system that takes deliveries of webhooks. */
final class DeliveredEvents implements AutoCloseable {
    private final Queue<Delivered> delivered = new ConcurrentLinkedQueue<>();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    /** A delivery as it came. */
    record Delivered(String id, String timestamp, String signature, String body) {
        JsonPath event() {
            return JsonPath.from(body);
        }

        /** Whether it is signed as the specification of Standard Webhooks says: HMAC-SHA256 of id, moment and body. */
        boolean isSignedBy(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                byte[] expected = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                return signature.equals("v1," + Base64.getEncoder().encodeToString(expected));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    DeliveredEvents() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            delivered.add(new Delivered(
                    String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("webhook-signature")),
                    body));
            ids.add(String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id")));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    /** All so far, doubles among them. */
    List<Delivered> all() {
        return List.copyOf(delivered);
    }

    /** How many events came, each counted once. */
    int count() {
        return ids.size();
    }

    /** The numbers of the releases that each event is about, in the order in which they first came. */
    List<Long> releases() {
        return distinct().values().stream()
                .map(each -> each.event().getString("id"))
                .map(id -> Long.parseLong(id.replaceFirst(":.*", "")))
                .toList();
    }

    /** Whether whatever came twice with the same id had the same body. */
    boolean areDoublesAlike() {
        Map<String, Delivered> first = distinct();
        return delivered.stream()
                .allMatch(each ->
                        Objects.requireNonNull(first.get(each.id())).body().equals(each.body()));
    }

    /** What a receiver that keeps ids has: each event once, in the order in which they first came. */
    Map<String, Delivered> distinct() {
        Map<String, Delivered> byId = new LinkedHashMap<>();
        delivered.forEach(each -> byId.putIfAbsent(each.id(), each));
        return byId;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
