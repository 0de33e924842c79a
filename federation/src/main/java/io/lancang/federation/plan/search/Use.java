package io.lancang.federation.plan.search;

/** What objects are looked for. */
enum Use {
    /** To be there at all, in whatever step of the plan: for the primary block, and for keys and requirements of any. */
    ANY,
    /**
     * To be asked for what a deferred block selects, which no step of another block shall wait for: in steps of this block,
     * which enter where its fragment stands or below.
     */
    DEFERRED
}
