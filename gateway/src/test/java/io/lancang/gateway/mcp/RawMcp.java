package io.lancang.gateway.mcp;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * Sends single messages, with what no client of a library would send.
 *
 * @param endpoint of the protocol
 */
record RawMcp(URI endpoint) {
    private static final String META =
            "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":{}}";

    /** A request of the latest version. */
    static String modern(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"" + method + "\",\"params\":{" + META
                + (params.isEmpty() ? "" : "," + params) + "}}";
    }

    /** A request of versions before, which need no handshake here. */
    static String legacy(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":\"seven\",\"method\":\"" + method + "\",\"params\":{" + params + "}}";
    }

    /** Posts a body from an address of its own. */
    HttpResponse<String> post(int address, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(address, request);
    }

    /** Sends a request from an address of its own. */
    HttpResponse<String> send(int address, HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName("127.0.2." + address))
                .build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    static JsonObject json(HttpResponse<String> answer) {
        return new JsonObject(answer.body());
    }

    /** The code of an error of JSON-RPC; 0 if it is a result. */
    static int code(HttpResponse<String> answer) {
        JsonObject error = json(answer).getJsonObject("error");
        return error == null ? 0 : error.getInteger("code");
    }
}
