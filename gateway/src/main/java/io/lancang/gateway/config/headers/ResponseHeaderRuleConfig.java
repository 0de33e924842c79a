package io.lancang.gateway.config.headers;

import io.smallrye.config.WithDefault;
import java.util.Optional;

/** One rule about headers of subgraphs' answers. */
public interface ResponseHeaderRuleConfig {
    /** The name of the header that clients are sent. */
    String propagate();

    /** The name under which they are sent it, instead of its own. */
    Optional<String> rename();

    /**
     * Which counts if several answers have it: that of the {@code first} answer to arrive, that of the {@code last}, or
     * {@code append} for all of them, up to 16 values and 8192 characters.
     */
    @WithDefault("first")
    HeaderStrategy strategy();
}
