package io.lancang.gateway.http.format;

import io.vertx.core.buffer.Buffer;

/**
 * A {@code multipart/mixed} body of JSON parts. Each part is followed by the next delimiter at once: clients take a part for
 * complete when they see it.
 *
 * @param boundary without the dashes that stand before it
 */
public record MultipartBody(String boundary) {
    private static final String PART = "\r\nContent-Type: application/json\r\n\r\n";

    /** What stands before the first part. */
    public Buffer begin() {
        return Buffer.buffer("--" + boundary);
    }

    /** A part whose JSON is the first {@code length} bytes of an array, and what stands before and behind them. */
    public Buffer part(String before, byte[] json, int length, String behind) {
        return Buffer.buffer(length + 128)
                .appendString(PART)
                .appendString(before)
                .appendBytes(json, 0, length)
                .appendString(behind)
                .appendString("\r\n--" + boundary);
    }

    /** What stands behind the last part. */
    public Buffer end() {
        return Buffer.buffer("--\r\n");
    }
}
