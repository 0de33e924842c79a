package io.lancang.federation.compose.problem;

/**
 * What composed, yet may not be what its authors meant.
 *
 * @param coordinate the schema coordinate
 * @param message what differs and what composition made of it
 */
public record CompositionHint(String coordinate, String message) {}
