package io.lancang.corridor.ground.network;

/**
 * A segment that is the whole of others. The network has its parts, and its measured length if they are travelled all.
 *
 * @param measuredKm its length as a source states it
 * @param parts how many links are its parts
 */
public record Whole(double measuredKm, int parts) {}
