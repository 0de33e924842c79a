package io.lancang.gateway.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;

/**
 * Takes a stream of server-sent events apart, as HTML's specification has it: fields {@code event} and {@code data}, comments
 * ignored, lines ended by any of the three line ends, an event ended by an empty line. Belongs to one event loop.
 */
public final class EventParser {
    private final Receiver receiver;
    private final long maximum;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private final ByteArrayOutputStream data = new ByteArrayOutputStream(1024);
    private String event = "";
    private boolean hasData;
    private boolean afterReturn;
    private boolean stopped;

    /** Takes events. */
    public interface Receiver {
        /** An event; without a name if the stream gave none. */
        void event(String name, byte[] data);

        /** An event is larger than allowed; nothing follows. */
        void tooLarge();
    }

    /**
     * @param maximum bytes of one event's data
     */
    public EventParser(Receiver receiver, long maximum) {
        this.receiver = receiver;
        this.maximum = maximum;
    }

    /** Takes the next piece of the stream in. */
    public void receive(Buffer piece) {
        for (int i = 0; i < piece.length() && !stopped; i++) {
            receive(piece.getByte(i));
        }
    }

    private void receive(byte character) {
        boolean secondHalf = character == '\n' && afterReturn;
        afterReturn = character == '\r';
        if (secondHalf) {
            return;
        }
        if (character == '\n' || character == '\r') {
            endLine();
        } else {
            line.write(character);
            if ((long) line.size() + data.size() > maximum) {
                stopped = true;
                receiver.tooLarge();
            }
        }
    }

    private void endLine() {
        byte[] bytes = line.toByteArray();
        line.reset();
        if (bytes.length == 0) {
            dispatch();
            return;
        }
        int colon = indexOfColon(bytes);
        String field = new String(bytes, 0, colon, UTF_8);
        int begin = Math.min(bytes.length, colon + 1);
        if (begin < bytes.length && bytes[begin] == ' ') {
            begin++;
        }
        switch (field) {
            case "event" -> event = new String(bytes, begin, bytes.length - begin, UTF_8);
            case "data" -> addData(bytes, begin);
            default -> {
                // Comments have an empty name; id and retry are for clients that connect again by themselves.
            }
        }
    }

    private void addData(byte[] bytes, int begin) {
        if (hasData) {
            data.write('\n');
        }
        hasData = true;
        data.write(bytes, begin, bytes.length - begin);
    }

    private void dispatch() {
        if (hasData || !event.isEmpty()) {
            String name = event;
            byte[] bytes = data.toByteArray();
            event = "";
            hasData = false;
            data.reset();
            receiver.event(name, bytes);
        }
    }

    /** The end of the line if there is none. */
    private static int indexOfColon(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == ':') {
                return i;
            }
        }
        return bytes.length;
    }
}
