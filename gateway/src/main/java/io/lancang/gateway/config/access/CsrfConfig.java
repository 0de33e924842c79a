package io.lancang.gateway.config.access;

import io.smallrye.config.WithDefault;
import java.util.Set;

/**
 * How the gateway keeps pages of other origins from sending requests in the name of a browser's user. A POST needs no more than
 * its content type, {@code application/json}, for which browsers ask first.
 */
public interface CsrfConfig {
    /**
     * Whether a GET with a query has to show that no page of another origin sent it: by one of {@code headers}, by a content
     * type that is no form's, or by {@code Sec-Fetch-Site: same-origin} or {@code none}, which browsers set themselves.
     */
    @WithDefault("true")
    boolean prevention();

    /** The headers of which one, with any value but an empty one, shows that a browser has asked first. */
    @WithDefault("x-apollo-operation-name,apollo-require-preflight,lancang-require-preflight")
    Set<String> headers();
}
