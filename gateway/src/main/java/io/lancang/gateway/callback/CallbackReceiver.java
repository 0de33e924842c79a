package io.lancang.gateway.callback;

import io.vertx.core.Future;

/** A subscription whose events come by callbacks. */
public interface CallbackReceiver {
    /** What became of a message. */
    enum Reply {
        /** It was taken in. */
        TAKEN,
        /** The subscription has ended. */
        ENDED,
        /** More messages wait already than may; the subscription has ended by that. */
        TOO_MANY
    }

    /** Takes a message of the subgraph that was subscribed to. May be called on any thread; completes when there is room for more. */
    Future<Reply> receive(CallbackMessage message);
}
