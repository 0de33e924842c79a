package io.lancang.gateway.config.access;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;

/** How clients may ask for the schema itself. */
public interface IntrospectionConfig {
    /** Whether clients may ask for {@code __schema} and {@code __type}. They may ask for {@code __typename} in any case. */
    @WithDefault("true")
    boolean enabled();

    /** How large the answer to one operation may be about the schema, all its fields together. */
    @WithDefault("6M")
    MemorySize maxAnswerSize();
}
