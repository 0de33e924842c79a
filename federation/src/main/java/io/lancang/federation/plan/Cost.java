package io.lancang.federation.plan;

/**
 * What a plan is judged by. A request outweighs a thousand fields; a request more in sequence outweighs two side by side,
 * since the client waits for it.
 */
final class Cost {
    static final int FIELD = 10;
    /** One more entity call in a request that is sent anyway. */
    static final int CALL = 200;

    static final int REQUEST = 10_000;
    static final int SEQUENCE = 2 * REQUEST;
    /** Prefers what is at hand early over what is at hand late, where both cost the same. */
    static final int LEVEL = 100;

    private Cost() {}
}
