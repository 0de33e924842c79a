package io.lancang.federation;

/** What becomes of an operation that selects more than its client may see. */
public enum AccessMode {
    /** The fields are left out: they are answered with null and an error, and no subgraph is asked for them. */
    FILTER,
    /** The operation is refused as a whole. */
    REJECT,
    /** The operation runs as it is, and the errors say what would be left out. For trying requirements out, not for use. */
    DRY_RUN
}
