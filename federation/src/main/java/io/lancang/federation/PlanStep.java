package io.lancang.federation;

/**
 * Where in its plan a request to a subgraph stands.
 *
 * @param fetch the number that it has in the plan, as a plan's text shows it
 * @param stage how many requests have to be answered one after the other before it can be sent, the longest way: from 0
 */
public record PlanStep(int fetch, int stage) {}
