package io.lancang.integration.job;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Jobs: where files come from, how large they may be, and how long results are kept. */
@ConfigMapping(prefix = "lancang.integration.jobs")
public interface JobConfig {
    /** Where the gateway answers: this service asks for exports there in the name of clients. Its path does not count. */
    @WithDefault("${lancang.integration.webhooks.gateway-url:http://localhost:8080/graphql}")
    String gatewayUrl();

    /** How many jobs one instance works on at once. Each takes one of the 16 files that a gateway passes on at a time. */
    @WithDefault("4")
    int perInstance();

    /** How many jobs of a client may be on record, those that ended included. */
    @WithDefault("1000")
    int perClient();

    /** How large a result may be. */
    @WithDefault("2G")
    MemorySize maxSize();

    /**
     * How large the results of all clients together may be. No job is taken beyond, and one that grows beyond has failed. The database needs
     * twice as much room.
     */
    @WithDefault("2G")
    MemorySize maxKept();

    /** How long a result is kept. */
    @WithDefault("1D")
    Duration kept();

    /** How long what is known of a job is kept after its end; its result goes earlier. */
    @WithDefault("7D")
    Duration remembered();

    /** How many attempts in a row may bring nothing before a job has failed. */
    @WithDefault("10")
    int attempts();

    /** After how long a job is tried again; each further attempt waits up to twice as long, a minute at most. */
    @WithDefault("1S")
    Duration firstRetry();

    /** How long an instance works on a job without saying so again: after that another one takes over. */
    @WithDefault("15S")
    Duration lease();

    /** For how long a client of a result may read nothing before its connection is closed. */
    @WithDefault("30S")
    Duration patience();
}
