package io.lancang.gateway.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lancang.gateway.request.ErrorJson;
import io.lancang.gateway.request.Refusal;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpResponseStatus;

/** An answer as it goes over the wire, for clients that have not got as far as a request. */
final class RawAnswer {
    private RawAnswer() {}

    /** A response of HTTP/1.1 that refuses and ends the connection. */
    static ByteBuf of(ByteBufAllocator allocator, Refusal refusal) {
        byte[] body = ErrorJson.response(refusal.problem());
        StringBuilder head = new StringBuilder()
                .append("HTTP/1.1 ")
                .append(HttpResponseStatus.valueOf(refusal.status()))
                .append("\r\nContent-Type: application/json; charset=utf-8\r\nConnection: close\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n");
        refusal.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        byte[] lines = head.append("\r\n").toString().getBytes(US_ASCII);
        return allocator.buffer(lines.length + body.length).writeBytes(lines).writeBytes(body);
    }
}
