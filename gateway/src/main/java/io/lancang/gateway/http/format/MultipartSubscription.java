package io.lancang.gateway.http.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.gateway.request.ErrorJson;
import io.lancang.gateway.request.Problem;
import io.vertx.core.buffer.Buffer;

/**
 * Parts with an answer as {@code payload} each, empty objects as heartbeats, and errors of the stream itself beside a payload
 * that is null.
 */
final class MultipartSubscription implements StreamEncoding {
    private static final MultipartBody BODY = new MultipartBody("graphql");
    private static final String PAYLOAD = "{\"payload\":";
    private static final byte[] EMPTY = "{}".getBytes(UTF_8);

    @Override
    public Buffer begin() {
        return BODY.begin().appendBuffer(keepAlive());
    }

    @Override
    public Buffer next(byte[] answer, int length) {
        return BODY.part(PAYLOAD, answer, length, "}");
    }

    @Override
    public Buffer failed(Problem problem) {
        byte[] errors = ErrorJson.list(problem);
        return BODY.part(PAYLOAD + "null,\"errors\":", errors, errors.length, "}");
    }

    @Override
    public Buffer keepAlive() {
        return BODY.part("", EMPTY, EMPTY.length, "");
    }

    @Override
    public Buffer end() {
        return BODY.end();
    }
}
