package io.lancang.kit.answer;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much clients may leave unread of what they were sent: answers, files and events. */
@ConfigMapping(prefix = "lancang.answers")
interface ReadingLimits {
    /**
     * How many bytes all clients of one instance may leave unread together. With more, the connection that has most of them is
     * closed. Larger than one answer may be: {@code lancang.requests.answer}.
     */
    @WithDefault("32M")
    MemorySize unread();

    /** How long a client may leave what it was sent unread without taking any of it, before its connection is closed. */
    @WithDefault("30S")
    Duration patience();
}
