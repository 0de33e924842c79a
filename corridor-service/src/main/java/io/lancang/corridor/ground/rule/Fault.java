package io.lancang.corridor.ground.rule;

/**
 * What is wrong about a value.
 *
 * @param reason the value and the rule that it breaks, without a full stop
 * @param wayOut what to give instead, as a sentence
 */
public record Fault(String reason, String wayOut) {}
