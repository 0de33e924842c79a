package io.lancang.integration.webhook.outbox;

import org.eclipse.microprofile.graphql.Description;

@Description("Where a delivery stands: `PENDING`, `DELIVERED` or `PARKED`.")
public enum DeliveryState {
    /** It waits for its turn or for another attempt. */
    @Description("It waits for its turn, or for another attempt.")
    PENDING,
    /** The receiver took it. */
    @Description("The receiver took it.")
    DELIVERED,
    /** It was tried for as long as it may be. */
    @Description("It was tried for as long as it may be, and is tried no more unless it is replayed.")
    PARKED
}
