package io.lancang.federation;

/**
 * A subgraph as composition receives it.
 *
 * @param name the name that routers and errors use
 * @param url where a router reaches it
 * @param sdl its schema, as a file holds it or as {@code { _service { sdl } }} answers
 */
public record SubgraphDefinition(String name, String url, String sdl) {}
