package io.lancang.integration.key;

import org.eclipse.microprofile.graphql.Description;

@Description(
        "Where a key stands in its life. `ACTIVE`: it is good. `EXPIRED`: its time is over. `REVOKED`: it was taken away."
                + " `ROTATED_OUT`: another took its place; it is good until `overlapEndsAt`.")
public enum KeyState {
    /** It is good. */
    @Description("It is good.")
    ACTIVE,
    /** Its time is over. */
    @Description("Its time is over.")
    EXPIRED,
    /** It was taken away. */
    @Description("It was taken away.")
    REVOKED,
    /** Another took its place. */
    @Description("Another took its place; it is good until `overlapEndsAt`.")
    ROTATED_OUT
}
