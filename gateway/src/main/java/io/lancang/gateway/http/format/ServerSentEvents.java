package io.lancang.gateway.http.format;

import io.lancang.federation.engine.EventCursor;
import io.lancang.gateway.request.ErrorJson;
import io.lancang.gateway.request.Problem;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Events {@code next} with an answer each, and {@code complete} at the end.
 *
 * @param cursor where an event has its place, which is its id; null if it has none
 */
record ServerSentEvents(@Nullable EventCursor cursor) implements StreamEncoding {
    private static final String NEXT = "event: next\ndata: ";
    private static final String ID = "id: ";
    private static final String END_OF_EVENT = "\n\n";
    // Clients in browsers deliver an event only if it has data, even if that is empty.
    private static final String COMPLETE = "event: complete\ndata: \n\n";
    /** No empty line behind it: to Spring's clients an event without a name would be the end. */
    private static final String COMMENT = ":\n";

    @Override
    public Buffer begin() {
        return Buffer.buffer(COMMENT);
    }

    @Override
    public Buffer next(byte[] answer, int length) {
        String id = cursor == null ? null : EventIds.of(cursor, answer, length);
        Buffer event = Buffer.buffer(length + NEXT.length() + END_OF_EVENT.length());
        if (id != null) {
            event.appendString(ID).appendString(id).appendString("\n");
        }
        event.appendString(NEXT);
        int data = event.length();
        event.appendBytes(answer, 0, length);
        joinLines(event, data);
        return event.appendString(END_OF_EVENT);
    }

    /**
     * A line's end would end the data. In JSON it stands between tokens only, where a space says the same; it comes from
     * subgraphs that indent the values of custom scalars.
     */
    private static void joinLines(Buffer event, int from) {
        for (int i = from; i < event.length(); i++) {
            byte character = event.getByte(i);
            if (character == '\n' || character == '\r') {
                event.setByte(i, (byte) ' ');
            }
        }
    }

    @Override
    public Buffer failed(Problem problem) {
        byte[] answer = ErrorJson.response(problem);
        return next(answer, answer.length);
    }

    @Override
    public Buffer keepAlive() {
        return Buffer.buffer(COMMENT);
    }

    @Override
    public Buffer end() {
        return Buffer.buffer(COMPLETE);
    }
}
