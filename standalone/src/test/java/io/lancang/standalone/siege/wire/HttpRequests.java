package io.lancang.standalone.siege.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests as bytes. */
public final class HttpRequests {
    private HttpRequests() {}

    /** A GraphQL request with a body of JSON. */
    public static byte[] post(String json) {
        return post("/graphql", Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }

    /** A request with any path, headers and body. */
    public static byte[] post(String path, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        return joined(bytes(head.toString()), body);
    }

    /** A request without a body. */
    public static byte[] get(String pathAndQuery) {
        return bytes("GET " + pathAndQuery + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n"
                + "GraphQL-Preflight: 1\r\nX-Requested-With: siege\r\n\r\n");
    }

    /** The head of a request, from its lines. */
    public static byte[] head(String... lines) {
        return bytes(String.join("\r\n", lines) + "\r\n\r\n");
    }

    /** Text as the bytes that go over the wire. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Two pieces of a message in one. */
    public static byte[] joined(byte[] first, byte[] second) {
        byte[] all = new byte[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
