package io.lancang.kit.edit;

/**
 * What a service calls what it shares with others, for the entries of its audit and the hints of its errors: the one bean that a service
 * with entities makes for them.
 *
 * @param undo name of the mutation that undoes a change
 * @param audit name of the query that reads the audit, which takes a {@code subject}
 * @param numbers where numbers of changes are found, a sentence
 * @param sources where sources are found and how one is added, a sentence
 * @param registerSource name of the mutation that registers a source
 */
public record EditTerms(String undo, String audit, String numbers, String sources, String registerSource) {}
