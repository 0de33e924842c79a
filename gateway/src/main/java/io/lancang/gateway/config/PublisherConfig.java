package io.lancang.gateway.config;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who publishes the data that subgraphs have as files. */
@ConfigMapping(prefix = "lancang.catalogue.publisher")
public interface PublisherConfig {
    /**
     * The name of whoever publishes the data, as {@code /exports/catalog.jsonld} tells it. DCAT-AP wants one of every catalogue; if it is not
     * set, nobody is named. Services tell theirs by the same keys.
     */
    Optional<String> name();

    /** Their address on the Web. It counts with a name only. */
    Optional<String> url();
}
