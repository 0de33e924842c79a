package io.lancang.gateway.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Writes messages as the text of frames. */
public final class MessageWriter {
    private MessageWriter() {}

    /** A message without id and payload. */
    public static String plain(MessageType type) {
        return "{\"type\":\"" + type.text() + "\"}";
    }

    /**
     * A message without id.
     *
     * @param payload JSON
     */
    public static String plain(MessageType type, String payload) {
        return "{\"type\":\"" + type.text() + "\",\"payload\":" + payload + "}";
    }

    /** A message about an operation, without payload. */
    public static String about(String id, MessageType type) {
        return head(id, type).append('}').toString();
    }

    /** A message about an operation. */
    public static String about(String id, MessageType type, byte[] payload) {
        return about(id, type, payload, payload.length);
    }

    /**
     * A message about an operation.
     *
     * @param payload JSON in UTF-8 in its first {@code length} bytes
     */
    public static String about(String id, MessageType type, byte[] payload, int length) {
        return head(id, type)
                .append(",\"payload\":")
                .append(new String(payload, 0, length, UTF_8))
                .append('}')
                .toString();
    }

    private static StringBuilder head(String id, MessageType type) {
        return new StringBuilder()
                .append("{\"id\":\"")
                .append(JsonStringEncoder.getInstance().quoteAsString(id))
                .append("\",\"type\":\"")
                .append(type.text())
                .append('"');
    }
}
