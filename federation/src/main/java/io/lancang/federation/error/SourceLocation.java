package io.lancang.federation.error;

/**
 * A place in the client's document.
 *
 * @param line from 1
 * @param column from 1
 */
public record SourceLocation(int line, int column) {}
