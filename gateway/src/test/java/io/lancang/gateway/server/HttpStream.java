package io.lancang.gateway.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A request of a client whose response is read while it grows. Vert.x closes a client that is no longer reachable: what hears of
 * the response holds this, and this holds the client.
 */
public final class HttpStream implements AutoCloseable {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final HttpClient client;
    private final HttpClientResponse response;

    private HttpStream(HttpClient client, HttpClientResponse response) {
        this.client = client;
        this.response = response;
        response.handler(piece -> body.writeBytes(piece.getBytes()));
        response.endHandler(ignored -> end.complete(text()));
        response.exceptionHandler(end::completeExceptionally);
    }

    /** Posts a GraphQL document. */
    public static HttpStream post(Vertx vertx, URI gateway, String accept, String query) throws Exception {
        return post(vertx, gateway, accept, query, Map.of());
    }

    /** Posts a GraphQL document with these headers besides. */
    public static HttpStream post(Vertx vertx, URI gateway, String accept, String query, Map<String, String> headers)
            throws Exception {
        return post(vertx, gateway, accept, query, Map.of(), headers);
    }

    /** Posts a GraphQL document with variables, and with these headers besides. */
    public static HttpStream post(
            Vertx vertx,
            URI gateway,
            String accept,
            String query,
            Map<String, Object> variables,
            Map<String, String> headers)
            throws Exception {
        RequestOptions options = options(gateway, accept).setMethod(HttpMethod.POST);
        headers.forEach(options::putHeader);
        options.putHeader("Content-Type", "application/json");
        return send(vertx, options, new JsonObject(Map.of("query", query, "variables", variables)).encode());
    }

    /** Asks with a GraphQL document in the URL. */
    public static HttpStream get(Vertx vertx, URI gateway, String accept, String query) throws Exception {
        RequestOptions options = options(gateway, accept).setMethod(HttpMethod.GET);
        options.putHeader("Apollo-Require-Preflight", "1");
        options.setURI(gateway.getPath() + "?query=" + URLEncoder.encode(query, UTF_8));
        return send(vertx, options, /* body= */ null);
    }

    private static RequestOptions options(URI gateway, String accept) {
        return new RequestOptions()
                .setHost(gateway.getHost())
                .setPort(gateway.getPort())
                .setURI(gateway.getPath())
                .putHeader("Accept", accept);
    }

    private static HttpStream send(Vertx vertx, RequestOptions options, @Nullable String body) throws Exception {
        CompletableFuture<HttpStream> opened = new CompletableFuture<>();
        HttpClient client = vertx.createHttpClient();
        client.request(options)
                .onSuccess(request -> {
                    // Asked for before the request is sent, so that handlers are set before the first piece can come.
                    request.response()
                            .onSuccess(response -> opened.complete(new HttpStream(client, response)))
                            .onFailure(opened::completeExceptionally);
                    Future<?> sent = body == null ? request.send() : request.send(body);
                    sent.onFailure(opened::completeExceptionally);
                })
                .onFailure(opened::completeExceptionally);
        return opened.get(10, SECONDS);
    }

    public int status() {
        return response.statusCode();
    }

    public @Nullable String header(String name) {
        return response.getHeader(name);
    }

    /** Waits until the body has this in it. */
    public void awaitText(String part) {
        await("\"" + part + "\" in " + text()).until(() -> text().contains(part));
    }

    /** The body as far as it has come. */
    public String text() {
        return body.toString(UTF_8);
    }

    /** The whole body, once it is complete. */
    public String end() throws Exception {
        return end.get(10, SECONDS);
    }

    /** Leaves before the end. */
    @Override
    public void close() {
        HttpClientRequest request = response.request();
        request.reset();
        client.close();
    }
}
