package io.lancang.kit.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * What bodies of requests may take, which are held in memory until their requests are answered. Files have limits of their
 * own: {@code lancang.intake}.
 */
@ConfigMapping(prefix = "lancang.bodies")
interface BodyLimits {
    /** How long a body may take to come; its request is then answered with 408, and its connection closed. */
    @WithDefault("10S")
    Duration deadline();

    /** How many requests with a body may be under way at once on one instance; further ones are answered with 503. */
    @WithDefault("512")
    int atOnce();

    /** From how many bytes on a body is a large one; one whose length is not announced is. */
    @WithDefault("64K")
    MemorySize large();

    /** How many requests with a large body may be under way at once on one instance; further ones are answered with 503. */
    @WithDefault("16")
    int largeAtOnce();

    /** How many characters a GraphQL document may have, without its variables. */
    @WithDefault("65536")
    int document();

    /** How many tokens a GraphQL document may have: names, numbers, texts and brackets. */
    @WithDefault("10000")
    int tokens();
}
