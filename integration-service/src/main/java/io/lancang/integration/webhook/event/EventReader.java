package io.lancang.integration.webhook.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/**
 * Takes a stream of server-sent events apart, as HTML's specification has it, with their ids. Of an event that is too large it keeps how large
 * it is. Belongs to one event loop.
 */
final class EventReader {
    private static final int LONGEST_FIELD = 1_024;

    private final Consumer<ReadEvent> receiver;
    private final int maximum;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    /** Bytes of the line that is read and of the data before it, whether they are kept or not. */
    private long lineLength;

    private long dataLength;
    private String id = "";
    private String name = "";
    private boolean afterReturn;

    /**
     * @param maximum bytes of the data of one event that are kept
     */
    EventReader(int maximum, Consumer<ReadEvent> receiver) {
        this.maximum = maximum;
        this.receiver = receiver;
    }

    /**
     * An event.
     *
     * @param id empty if it has none
     * @param data empty if it is too large
     * @param length of the data, in bytes
     */
    record ReadEvent(String id, String name, String data, long length) {}

    void read(Buffer piece) {
        for (int index = 0; index < piece.length(); index++) {
            read(piece.getByte(index));
        }
    }

    private void read(byte character) {
        boolean isSecondHalf = character == '\n' && afterReturn;
        afterReturn = character == '\r';
        if (isSecondHalf) {
            return;
        }
        if (character == '\n' || character == '\r') {
            endLine();
            return;
        }
        if (lineLength++ < maximum + LONGEST_FIELD) {
            line.write(character);
        }
    }

    private void endLine() {
        String text = line.toString(UTF_8);
        long length = lineLength;
        line.reset();
        lineLength = 0;
        if (length == 0) {
            dispatch();
        } else {
            int colon = text.indexOf(':');
            String field = colon < 0 ? text : text.substring(0, colon);
            int begin = colon < 0 ? text.length() : colon + (text.startsWith(" ", colon + 1) ? 2 : 1);
            take(field, text.substring(begin), length - begin);
        }
    }

    /** Comments have an empty name. */
    private void take(String field, String value, long length) {
        switch (field) {
            case "id" -> id = value;
            case "event" -> name = value;
            case "data" -> {
                dataLength += length;
                if (dataLength <= maximum) {
                    data.writeBytes(value.getBytes(UTF_8));
                }
            }
            default -> {
                // Comments, and what is for clients that connect again by themselves.
            }
        }
    }

    private void dispatch() {
        if (dataLength > 0 || !name.isEmpty()) {
            ReadEvent event = new ReadEvent(id, name, dataLength > maximum ? "" : data.toString(UTF_8), dataLength);
            id = "";
            name = "";
            data.reset();
            dataLength = 0;
            receiver.accept(event);
        }
    }
}
