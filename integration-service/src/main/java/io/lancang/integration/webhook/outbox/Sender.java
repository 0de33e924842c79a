package io.lancang.integration.webhook.outbox;

import io.lancang.integration.page.Moments;
import io.lancang.integration.webhook.WebhookConfig;
import io.lancang.integration.webhook.address.ReceiverUrl;
import io.lancang.integration.webhook.address.Resolver;
import io.lancang.kit.error.ServiceException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends one delivery once. Follows no redirect, reads a bounded part of the answer, and ends when its time is up. Safe for any thread; results
 * arrive on any.
 */
@Singleton
public class Sender {
    private static final int CONNECT_MILLIS = 5_000;
    /** No header of an answer is longer, and no more of its body is read. */
    private static final int ANSWER = 16_384;

    private final WebhookConfig config;
    private final Resolver resolver;
    private final HostPlaces places;
    private final HttpClient client;

    Sender(WebhookConfig config, Resolver resolver, HostPlaces places, ReceiverTrust trust, Vertx vertx) {
        this.config = config;
        this.resolver = resolver;
        this.places = places;
        // The name of the URL is asked for and verified, although the connection goes to the address that was checked.
        this.client = vertx.createHttpClient(trust.on(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(config.perHost())
                .setKeepAliveTimeout(30)
                .setMaxHeaderSize(ANSWER)
                .setVerifyHost(true)));
    }

    /**
     * What is sent.
     *
     * @param id the {@code webhook-id}
     * @param secrets that sign it
     */
    public record Letter(String url, String id, String body, List<String> secrets) {}

    /**
     * What came of it.
     *
     * @param retryAfter how long the receiver asks to be left alone; null if it does not
     */
    public record Outcome(DeliveryAttempt attempt, @Nullable Duration retryAfter) {}

    /** Sends it. What goes wrong is in the outcome. */
    public Future<Outcome> send(Letter letter) {
        ReceiverUrl url;
        try {
            url = ReceiverUrl.of(letter.url(), config);
        } catch (ServiceException refused) {
            return Future.succeededFuture(failed(
                    Moments.now(),
                    System.nanoTime(),
                    new FailedSending(DeliveryFault.URL_REFUSED, String.valueOf(refused.getMessage()))));
        }
        return places.within(url.place(), () -> {
            OffsetDateTime at = Moments.now();
            long begin = System.nanoTime();
            return resolver.address(url.host())
                    .compose(address -> post(url, address, letter, at))
                    .map(answer -> outcome(answer, at, begin))
                    .recover(failure ->
                            Future.succeededFuture(failed(at, begin, FailedSending.of(url.host(), failure))));
        });
    }

    /** What the receiver said, of which the body does not count. */
    private record Answer(int status, @Nullable String retryAfter) {}

    private Future<Answer> post(ReceiverUrl url, InetAddress address, Letter letter, OffsetDateTime at) {
        byte[] body = letter.body().getBytes(StandardCharsets.UTF_8);
        long timestamp = at.toEpochSecond();
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
                        .setHost(url.host())
                        .setPort(url.port())
                        .setSsl(url.isEncrypted())
                        .setURI(url.target())
                        .setFollowRedirects(false)
                        .setConnectTimeout(CONNECT_MILLIS)
                        .putHeader("content-type", "application/cloudevents+json; charset=utf-8")
                        .putHeader("user-agent", "Lancang-Webhooks")
                        .putHeader("webhook-id", letter.id())
                        .putHeader("webhook-timestamp", Long.toString(timestamp))
                        .putHeader(
                                "webhook-signature",
                                Signature.of(letter.secrets(), letter.id(), timestamp, letter.body())))
                .compose(request -> answered(request, Buffer.buffer(body)));
    }

    /** The whole of it has its time: a receiver that sends a byte now and then is no better than a silent one. */
    private Future<Answer> answered(HttpClientRequest request, Buffer body) {
        return request.send(body)
                .compose(Sender::read)
                .timeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(failure -> request.reset());
    }

    private static Future<Answer> read(HttpClientResponse response) {
        Promise<Answer> read = Promise.promise();
        Answer answer = new Answer(response.statusCode(), response.getHeader("retry-after"));
        int[] length = {0};
        response.handler(piece -> {
                    length[0] += piece.length();
                    if (length[0] > ANSWER) {
                        response.request().reset();
                        read.tryComplete(answer);
                    }
                })
                .endHandler(end -> read.tryComplete(answer))
                .exceptionHandler(read::tryFail);
        return read.future();
    }

    private static Outcome outcome(Answer answer, OffsetDateTime at, long begin) {
        int status = answer.status();
        @Nullable FailedSending failed = FailedSending.of(status);
        return failed == null
                ? new Outcome(new DeliveryAttempt(at, status, milliseconds(begin), null, null), null)
                : new Outcome(
                        new DeliveryAttempt(at, status, milliseconds(begin), failed.fault(), failed.why()),
                        RetryAfter.of(answer.retryAfter(), at.toInstant()));
    }

    private static Outcome failed(OffsetDateTime at, long begin, FailedSending failed) {
        return new Outcome(new DeliveryAttempt(at, null, milliseconds(begin), failed.fault(), failed.why()), null);
    }

    private static int milliseconds(long begin) {
        return Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }
}
