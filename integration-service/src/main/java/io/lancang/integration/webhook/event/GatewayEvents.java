package io.lancang.integration.webhook.event;

import io.lancang.integration.key.KeyText;
import io.lancang.integration.webhook.WebhookConfig;
import io.lancang.kit.text.Brief;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Subscribes at the gateway over server-sent events, as a client with a key. Safe for any thread; answers arrive on the context of the caller. */
@Singleton
public class GatewayEvents {
    /** The gateway sends a comment each ten seconds. */
    private static final int SILENCE_SECONDS = 35;

    private static final int CONNECT_MILLIS = 5_000;
    private static final int OPEN_SECONDS = 10;
    private static final int LONGEST_REFUSAL = 65_536;

    private final String url;
    private final HttpClient client;

    GatewayEvents(WebhookConfig config, Vertx vertx) {
        this.url = config.gatewayUrl();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(config.perInstance() + config.perClient())
                .setReadIdleTimeout(SILENCE_SECONDS));
    }

    /**
     * What is asked.
     *
     * @param place behind which events begin
     */
    public record Question(KeyText key, String document, String variables, String afterVariable, String place) {}

    /**
     * Opens a subscription, paused: whoever has it sets handlers and resumes it. Fails with a {@link RefusedEventsException} if the gateway
     * refuses it.
     */
    public Future<HttpClientResponse> open(Question question) {
        Buffer body = new JsonObject()
                .put("query", question.document())
                .put(
                        "variables",
                        SubscriptionDocument.behind(question.variables(), question.afterVariable(), question.place()))
                .toBuffer();
        return client.request(new RequestOptions()
                        .setAbsoluteURI(url)
                        .setMethod(HttpMethod.POST)
                        .putHeader("content-type", "application/json")
                        .putHeader("accept", "text/event-stream, application/json;q=0.5")
                        .putHeader("x-api-key", question.key().text()))
                .compose(request -> request.send(body)
                        .compose(GatewayEvents::checked)
                        .timeout(OPEN_SECONDS, TimeUnit.SECONDS)
                        .onFailure(failure -> request.reset()));
    }

    private static Future<HttpClientResponse> checked(HttpClientResponse response) {
        String type = response.getHeader("content-type");
        if (response.statusCode() == 200 && type != null && type.startsWith("text/event-stream")) {
            response.pause();
            return Future.succeededFuture(response);
        }
        Buffer body = Buffer.buffer();
        response.handler(piece -> {
            if (body.length() < LONGEST_REFUSAL) {
                body.appendBuffer(piece);
            }
        });
        return response.end().compose(ended -> Future.failedFuture(refusal(response.statusCode(), body)));
    }

    private static RefusedEventsException refusal(int status, Buffer body) {
        try {
            return RefusedEventsException.of(status, new JsonObject(body).getJsonArray("errors", new JsonArray()));
        } catch (DecodeException | ClassCastException noGraphQL) {
            return new RefusedEventsException(
                    "HTTP_" + status, "The gateway answered " + status + ": " + Brief.value(body.toString()));
        }
    }
}
