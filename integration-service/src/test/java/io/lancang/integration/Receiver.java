package io.lancang.integration;

import io.lancang.kit.fixture.Eventually;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A partner's system that takes deliveries, on a port of its own. */
final class Receiver implements AutoCloseable {
    /** How it answers, unless a test says otherwise. */
    static final Consumer<HttpServerRequest> TAKES =
            request -> request.response().setStatusCode(204).end();

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Consumer<HttpServerRequest> answer = TAKES;

    /** A delivery as it came. */
    record Received(String id, String timestamp, String signature, String contentType, String body) {
        /** The answer to the subscription. */
        JsonObject data() {
            return new JsonObject(body)
                    .getJsonObject("data")
                    .getJsonObject("data")
                    .getJsonObject("releasePublished");
        }

        JsonObject event() {
            return new JsonObject(body);
        }

        /** Whether one of its signatures is that of a secret, by the HMAC of the specification. */
        boolean isSignedBy(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                String expected = "v1,"
                        + Base64.getEncoder()
                                .encodeToString(mac.doFinal(
                                        (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
                return Arrays.asList(signature.split(" ")).contains(expected);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    Receiver() {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    received.add(new Received(
                            String.valueOf(request.getHeader("webhook-id")),
                            String.valueOf(request.getHeader("webhook-timestamp")),
                            String.valueOf(request.getHeader("webhook-signature")),
                            String.valueOf(request.getHeader("content-type")),
                            body.toString()));
                    answer.accept(request);
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/events";
    }

    void answers(Consumer<HttpServerRequest> how) {
        answer = how;
    }

    /** All so far, doubles among them. */
    List<Received> received() {
        return List.copyOf(received);
    }

    /** Waits for so many, and gives them. */
    List<Received> await(int count) {
        Eventually.holds(count + " deliveries, not " + received.size(), () -> received.size() >= count);
        return received();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
