package io.lancang.kit.replica;

import org.jspecify.annotations.Nullable;

/**
 * Which server is asked.
 *
 * @param first the one that is asked
 * @param otherwise the one that is asked if the first fails by what is its own; null if there is no other
 */
public record Route(Server first, @Nullable Server otherwise) {}
