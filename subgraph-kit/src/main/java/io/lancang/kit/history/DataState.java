package io.lancang.kit.history;

/**
 * Which releases the data hold. Releases are numbered in the order of publication; a withdrawal is one, too.
 *
 * @param last number of the last release
 * @param withdrawn how many were withdrawn
 */
public record DataState(long last, long withdrawn) {}
