package io.lancang.integration.client;

import org.eclipse.microprofile.graphql.Description;

@Description(
        "Whether a client may ask. `ACTIVE`: with any of its keys that is good. `SUSPENDED`: with none, until it is resumed.")
public enum ClientState {
    /** It may ask with its keys. */
    @Description("It may ask with any of its keys that is good.")
    ACTIVE,
    /** It may not. */
    @Description("It may ask with none of its keys, until it is resumed.")
    SUSPENDED
}
