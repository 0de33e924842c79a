package io.lancang.gateway.http.format;

import io.lancang.federation.engine.EventCursor;
import org.jspecify.annotations.Nullable;

/** The media types in which more than one answer can be sent. */
public enum StreamFormat {
    /** Server-sent events, as graphql-sse has them in its distinct connections mode. */
    SERVER_SENT_EVENTS("text/event-stream", "text/event-stream; charset=utf-8"),
    /** Apollo's multipart protocol for subscriptions. */
    MULTIPART("multipart/mixed;subscriptionSpec=1.0", "multipart/mixed;boundary=\"graphql\";subscriptionSpec=1.0");

    private final String mediaType;
    private final String contentType;

    StreamFormat(String mediaType, String contentType) {
        this.mediaType = mediaType;
        this.contentType = contentType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String contentType() {
        return contentType;
    }

    /**
     * How events are written.
     *
     * @param cursor where an event has its place; null if its place is not sent
     */
    public StreamEncoding encoding(@Nullable EventCursor cursor) {
        return switch (this) {
            case SERVER_SENT_EVENTS -> new ServerSentEvents(cursor);
            case MULTIPART -> new MultipartSubscription();
        };
    }
}
