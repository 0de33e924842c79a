package io.lancang.trade.totals;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much room totals have in memory. */
@ConfigMapping(prefix = "lancang.totals")
public interface TotalsConfig {
    /**
     * Bytes that China's trade in all goods may take in memory: every figure with a partner, the superseded ones too, takes 72.
     * What is packaged takes 2 MB. Beyond it questions about totals are answered with LIMIT_EXCEEDED. The four other reporters
     * that were asked for last may take a quarter of it each.
     */
    @WithDefault("24M")
    MemorySize memory();
}
