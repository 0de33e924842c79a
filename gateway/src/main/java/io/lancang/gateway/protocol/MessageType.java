package io.lancang.gateway.protocol;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What messages of graphql-transport-ws say. The names in lower case are those of the protocol. */
public enum MessageType {
    CONNECTION_INIT,
    CONNECTION_ACK,
    PING,
    PONG,
    SUBSCRIBE,
    NEXT,
    ERROR,
    COMPLETE;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** As it stands in messages. */
    public String text() {
        return text;
    }

    static @Nullable MessageType of(@Nullable String text) {
        for (MessageType type : values()) {
            if (type.text.equals(text)) {
                return type;
            }
        }
        return null;
    }
}
