package io.lancang.federation.plan.search;

/**
 * What a plan is judged by. A request outweighs ten thousand fields; a request more in sequence outweighs two side by side,
 * since the client waits for it.
 */
final class PlanCost {
    static final int FIELD = 1;
    /** One more level of lists above the objects that enter: many more of them are sent, which outweighs what is asked of each. */
    static final int LIST = 20;

    /** One more entity call in a request that is sent anyway. */
    static final int CALL = 200;

    static final int REQUEST = 10_000;
    static final int SEQUENCE = 2 * REQUEST;
    /**
     * A list that two subgraphs answer, to be put together by its indices: dearer than any way by keys, since nothing proves
     * that both have the same objects in the same order.
     */
    static final int JOIN = 5 * SEQUENCE;
    /** Prefers what is at hand early over what is at hand late, where both cost the same. */
    static final int LEVEL = 100;

    private PlanCost() {}
}
