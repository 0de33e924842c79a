package io.lancang.integration.key;

import org.eclipse.microprofile.graphql.Description;

@Description(
        "Where a key stands in its life. `ACTIVE`: it is good. `EXPIRED`: its time is over. `REVOKED`: it was taken away."
                + " `ROTATED_OUT`: another took its place; it is good until `overlapEndsAt`.")
public enum KeyState {
    /** It is good. */
    ACTIVE,
    /** Its time is over. */
    EXPIRED,
    /** It was taken away. */
    REVOKED,
    /** Another took its place. */
    ROTATED_OUT
}
