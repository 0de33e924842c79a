package io.lancang.kit.catalog;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who publishes the data: whoever runs the service. */
@ConfigMapping(prefix = "lancang.catalogue.publisher")
public interface PublisherConfig {
    /**
     * The name of whoever publishes the data of this service, as {@code catalog.jsonld} and {@code datapackage.json} tell it. DCAT-AP wants one
     * of every catalogue; if it is not set, nobody is named.
     */
    Optional<String> name();

    /** Their address on the Web. It counts with a name only. */
    Optional<String> url();

    /** Where questions about the data are answered: an address of e-mail or on the Web. It counts with a name only. */
    Optional<String> contact();
}
