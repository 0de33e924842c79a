package io.lancang.federation.cost;

/**
 * A field that makes an operation dear.
 *
 * @param path its response keys from the root, with dots between; a long one is shortened in the middle
 * @param cost of all its items, what is selected in them left out
 * @param percent of the whole, rounded
 */
public record DearField(String path, long cost, int percent) {}
