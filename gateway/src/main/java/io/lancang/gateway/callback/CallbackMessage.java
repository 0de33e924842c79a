package io.lancang.gateway.callback;

import org.jspecify.annotations.Nullable;

/**
 * What a subgraph sends about one subscription.
 *
 * @param id of the subscription
 * @param verifier that the gateway gave to the subgraph with the subscription
 * @param payload JSON object of an event; null if the message is none
 * @param errors JSON list with which the subscription ends; null if it has none
 */
public record CallbackMessage(
        Action action, String id, String verifier, byte @Nullable [] payload, byte @Nullable [] errors) {
    /** What it is for. */
    public enum Action {
        /** Asks whether the subscription is still wanted, and shows that the subgraph is there. */
        CHECK,
        /** Brings an event. */
        NEXT,
        /** Says that no further event comes. */
        COMPLETE
    }
}
