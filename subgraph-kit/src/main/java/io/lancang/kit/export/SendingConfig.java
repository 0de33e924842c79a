package io.lancang.kit.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many files are sent at a time, and how slow their readers may be. */
@ConfigMapping(prefix = "lancang.exports")
public interface SendingConfig {
    /**
     * How many files are sent at the same time; further ones are refused with UNAVAILABLE. Each has a connection of the database's
     * pool to itself, of which some must remain for requests.
     */
    @WithDefault("3")
    int atOnce();

    /** How long a reader may take for a piece of some hundred rows, before its file breaks off. */
    @WithDefault("30S")
    Duration patience();

    /**
     * How long a file of which a part is asked for may be written to nobody, so that its size is known. Of a file that takes longer, all is sent.
     * Less than the gateway waits for an answer to begin, which is 30 seconds.
     */
    @WithDefault("20S")
    Duration measuring();
}
