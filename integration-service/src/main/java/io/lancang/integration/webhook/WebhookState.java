package io.lancang.integration.webhook;

import org.eclipse.microprofile.graphql.Description;

@Description(
        "Where a webhook stands. `ACTIVE`: events are taken and delivered. `PAUSED`: they wait where they are, and none is lost."
                + " `ENDED`: the receiver said that it is gone.")
public enum WebhookState {
    /** Events are taken and delivered. */
    @Description("Events are taken and delivered.")
    ACTIVE,
    /** Events wait until it is resumed. */
    @Description("Events wait until it is resumed.")
    PAUSED,
    /** The receiver answered 410. */
    @Description("The receiver answered 410 (Gone). It does not begin again.")
    ENDED
}
