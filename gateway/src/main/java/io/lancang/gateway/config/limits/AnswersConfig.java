package io.lancang.gateway.config.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;

/** How the gateway answers clients. */
public interface AnswersConfig {
    /**
     * The length from which an answer is compressed for a client whose {@code Accept-Encoding} takes gzip or deflate.
     * Streams and answers in parts never are. Behind a proxy that compresses, a length that no answer has saves the time.
     */
    @WithDefault("1K")
    MemorySize compressionThreshold();

    /**
     * How large an answer may be, or one part or event of it. A larger one becomes an error with the code LIMIT_EXCEEDED while
     * it is written.
     */
    @WithDefault("8M")
    MemorySize maxSize();
}
