package io.lancang.gateway.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A message of graphql-transport-ws.
 *
 * @param type what it says
 * @param id of the operation that it is about; null if it is about none
 * @param payload JSON in UTF-8, as it stands in the message; null if there is none
 */
public record Message(MessageType type, @Nullable String id, byte @Nullable [] payload) {
    /** The sub-protocol that both sides agree on when the connection opens. */
    public static final String SUB_PROTOCOL = "graphql-transport-ws";
}
