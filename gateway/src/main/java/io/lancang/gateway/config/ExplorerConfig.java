package io.lancang.gateway.config;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** What the gateway shows to people beside GraphQL. */
public interface ExplorerConfig {
    /**
     * Whether the gateway serves pages at {@code /explorer/}, with {@code /} and a browser's visit of {@code /graphql} leading
     * there: an atlas of corridors and trade, GraphiQL, and a reference of the schema.
     */
    @WithDefault("true")
    boolean enabled();

    /** Whether the schema is served as a file at {@code /schema.graphql}. It never is where introspection is off. */
    @WithDefault("true")
    boolean schema();

    /** Whether {@code /health} says at the address of the clients if the gateway is ready; nothing but that. */
    @WithDefault("true")
    boolean health();

    /**
     * Whether {@code /openapi.json} and {@code /openapi.yaml} describe all that the gateway's address answers outside GraphQL, and the page
     * at {@code /api} shows that.
     */
    @WithDefault("true")
    boolean openapi();

    /**
     * The address under which clients find the gateway, {@code https://lancang.example} for instance, for that document. If it is not set, the
     * document leads to where it was found.
     */
    Optional<URI> publicUrl();
}
