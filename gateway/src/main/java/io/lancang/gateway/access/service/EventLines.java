package io.lancang.gateway.access.service;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.parsetools.RecordParser;
import java.nio.charset.StandardCharsets;

/** Takes the events of a stream apart, of which each has one line of data at most. Belongs to one context. */
final class EventLines {
    private static final int MAX_LINE = 64 * 1024;

    private final RecordParser lines;
    private final Listener listener;
    private String event = "";
    private String data = "";

    /** Hears of events. */
    interface Listener {
        /** One has come. */
        void event(String name, String data);
    }

    /** @throws IllegalStateException from {@link #add} if a line is longer than any event */
    EventLines(Listener listener) {
        this.listener = listener;
        lines = RecordParser.newDelimited("\n", this::line);
        lines.maxRecordSize(MAX_LINE);
    }

    void add(Buffer part) {
        lines.handle(part);
    }

    private void line(Buffer bytes) {
        String line = bytes.toString(StandardCharsets.UTF_8).stripTrailing();
        if (line.isEmpty()) {
            if (!event.isEmpty() || !data.isEmpty()) {
                String name = event;
                String text = data;
                event = "";
                data = "";
                listener.event(name, text);
            }
        } else if (line.startsWith("event:")) {
            event = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:")) {
            data = line.substring("data:".length()).strip();
        }
        // Comments show that the other side lives, which any byte does.
    }
}
