package io.lancang.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.gateway.request.ErrorJson;
import io.lancang.gateway.request.Problem;
import io.vertx.core.buffer.Buffer;

/**
 * Parts with an answer as {@code payload} each, empty objects as heartbeats, and errors of the stream itself beside a payload
 * that is null. Each part is followed by the next delimiter at once: clients take a part for complete when they see it.
 */
final class MultipartSubscription implements StreamEncoding {
    private static final String DELIMITER = "--graphql";
    private static final String PART = "\r\nContent-Type: application/json\r\n\r\n";
    private static final String NEXT_DELIMITER = "\r\n" + DELIMITER;
    private static final String PAYLOAD = "{\"payload\":";

    @Override
    public Buffer begin() {
        return Buffer.buffer(DELIMITER).appendBuffer(keepAlive());
    }

    @Override
    public Buffer next(byte[] answer, int length) {
        return Buffer.buffer(length + 96)
                .appendString(PART)
                .appendString(PAYLOAD)
                .appendBytes(answer, 0, length)
                .appendString("}")
                .appendString(NEXT_DELIMITER);
    }

    @Override
    public Buffer failed(Problem problem) {
        return Buffer.buffer(PART + PAYLOAD + "null,\"errors\":" + new String(ErrorJson.list(problem), UTF_8) + "}"
                + NEXT_DELIMITER);
    }

    @Override
    public Buffer keepAlive() {
        return Buffer.buffer(PART + "{}" + NEXT_DELIMITER);
    }

    @Override
    public Buffer end() {
        return Buffer.buffer("--\r\n");
    }
}
