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

    /** For how long after that it may be served while it is asked for anew: `stale-while-revalidate`. */
    @WithDefault("60S")
    Duration staleWhileRevalidate();

    /** For how long after that it may be served while this service does not answer: `stale-if-error`. */
    @WithDefault("1D")
    Duration staleIfError();

    /**
     * How long an answer about the past alone may be kept, which is `immutable`: facts that were loaded by a moment never change, and
     * titles of sources and products only with a new version of this service.
     */
    @WithDefault("1D")
    Duration pastMaxAge();

    /**
     * How long ago a moment must be to count as past. A release tells the moment before it is committed, by the clock of the
     * database, so that the last moments may still get one.
     */
    @WithDefault("1H")
    Duration pastAfter();
}
