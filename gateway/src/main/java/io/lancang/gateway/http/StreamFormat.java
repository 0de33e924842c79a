package io.lancang.gateway.http;

/** The media types in which more than one answer can be sent. */
enum StreamFormat {
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

    String mediaType() {
        return mediaType;
    }

    String contentType() {
        return contentType;
    }

    StreamEncoding encoding() {
        return switch (this) {
            case SERVER_SENT_EVENTS -> new ServerSentEvents();
            case MULTIPART -> new MultipartSubscription();
        };
    }
}
