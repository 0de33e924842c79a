package io.lancang.gateway.config.headers;

import io.smallrye.config.WithName;
import java.util.Optional;

/** One rule about headers of requests to subgraphs: {@code propagate}, {@code matching}, {@code set} or {@code remove}. */
public interface RequestHeaderRuleConfig {
    /** The name of a client's header that is sent on. */
    Optional<String> propagate();

    /** The name under which {@code propagate} sends it on, instead of its own. */
    Optional<String> rename();

    /** What {@code propagate} sends if the client has sent none. */
    @WithName("default")
    Optional<String> defaultValue();

    /**
     * A pattern of names with {@code *} for anything, such as {@code x-tenant-*}; all headers of the client with such a name are sent
     * on, but for credentials, conditions, traces, and what belongs to a connection, a body or the gateway.
     */
    Optional<String> matching();

    /** The name of a header that is sent with {@code value}, whatever the client sends. */
    Optional<String> set();

    /** The value for {@code set}. */
    Optional<String> value();

    /** The name of a header that is not sent, though {@code forward-headers} or a rule before says so. */
    Optional<String> remove();
}
