package io.lancang.gateway.config;

import io.smallrye.config.WithDefault;

/** How clients may ask for the schema itself. */
public interface IntrospectionConfig {
    /** Whether clients may ask for {@code __schema} and {@code __type}. They may ask for {@code __typename} in any case. */
    @WithDefault("true")
    boolean enabled();
}
