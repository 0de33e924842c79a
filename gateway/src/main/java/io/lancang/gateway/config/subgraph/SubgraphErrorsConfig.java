package io.lancang.gateway.config.subgraph;

import io.smallrye.config.WithDefault;
import java.util.Set;

/** What clients see of errors that subgraphs report. */
public interface SubgraphErrorsConfig {
    /**
     * Whether an error with a code that is not in {@code codes} becomes one message with an id. The gateway's log has the
     * original under that id. Switch it off only where all clients may see what subgraphs say of themselves.
     */
    @WithDefault("true")
    boolean mask();

    /** The values of {@code extensions.code} whose errors pass with their message. */
    @WithDefault("NOT_FOUND,BAD_USER_INPUT,UNAUTHENTICATED,FORBIDDEN,CONFLICT,UNAVAILABLE,TIMEOUT,LIMIT_EXCEEDED")
    Set<String> codes();

    /** The members of {@code extensions} that pass with such an error, besides {@code code} and {@code service}. */
    @WithDefault("hint")
    Set<String> extensions();

    /** How many characters of a message pass; the rest is cut off. */
    @WithDefault("2000")
    int maxMessageLength();
}
