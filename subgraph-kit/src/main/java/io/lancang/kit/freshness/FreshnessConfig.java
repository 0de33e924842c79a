package io.lancang.kit.freshness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long answers may be kept. Facts change by releases and edits alone, which are announced by subscription. */
@ConfigMapping(prefix = "lancang.freshness")
public interface FreshnessConfig {
    /**
     * How long an answer may be kept without asking again, by those who do not hear of releases, such as browsers: `max-age` of
     * the header Cache-Control. Zero: answers are not to be kept.
     */
    @WithDefault("60S")
    Duration maxAge();

    /** For how long after that it may be told while it is asked for anew: `stale-while-revalidate`. */
    @WithDefault("60S")
    Duration staleWhileRevalidate();

    /** For how long after that it may be told while this service does not answer: `stale-if-error`. */
    @WithDefault("1D")
    Duration staleIfError();
}
