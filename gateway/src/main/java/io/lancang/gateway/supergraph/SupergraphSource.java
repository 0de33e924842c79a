package io.lancang.gateway.supergraph;

import io.lancang.gateway.config.GatewayConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where the supergraph comes from. */
interface SupergraphSource {
    String KEY = "lancang.gateway.supergraph (environment: LANCANG_GATEWAY_SUPERGRAPH)";

    /** A file or a URL, for people. */
    String place();

    /**
     * What is there now; empty if it is the same as the last time. Fails with a {@link ConfigurationException} that says what is
     * wrong and what to do. To be called again only when the last time is over.
     */
    Future<Optional<SupergraphText>> fetch();

    /** The source of the configuration. */
    static SupergraphSource of(GatewayConfig config, Vertx vertx) {
        String place = config.supergraph()
                .orElseThrow(() -> new ConfigurationException("No supergraph is configured. Set " + KEY
                        + " to the file with the supergraph SDL, or to a URL that answers with it."));
        String lowerCase = place.toLowerCase(Locale.ROOT);
        return lowerCase.startsWith("http://") || lowerCase.startsWith("https://")
                ? new SupergraphUrl(vertx, place, config.supergraphReload())
                : new SupergraphFile(vertx, Path.of(place));
    }
}
