package io.lancang.gateway.config.telemetry;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.util.List;

/** What is recorded of who uses which field of the graph, how often and when last: {@code GET /usage} on the port for health and metrics. */
public interface UsageConfig {
    /** Whether it is recorded. Documents and variables are not kept longer than counts need them, and never shown. */
    @WithDefault("false")
    boolean enabled();

    /** The headers by which clients say their names; the first that a request has counts. */
    @WithDefault("apollographql-client-name,graphql-client-name")
    List<String> clientHeaders();

    /** How many clients are told apart. All further names count as {@code other}, since clients choose them. */
    @WithDefault("100")
    int maxClients();

    /** How much memory counts of single documents take. Those of the rarest are added up by field to make room. */
    @WithDefault("8M")
    MemorySize maxSize();
}
