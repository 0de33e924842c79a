package io.lancang.kit.startup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a service comes to its tables and packaged releases. */
@ConfigMapping(prefix = "lancang.releases")
public interface ReleasesConfig {
    /** What this process does for them. */
    @WithDefault("at-start")
    Preparation preparation();

    /** How long {@link Preparation#AND_EXIT} tries again while the database cannot be prepared. */
    @WithDefault("10M")
    Duration patience();

    /** What a process does for the tables and packaged releases that its version needs. */
    enum Preparation {
        /** It prepares the database in the background and then serves: one process, or few that start seldom. */
        AT_START,
        /** It changes nothing and serves as soon as somebody else has prepared the database: one pod of many. */
        EXPECTED,
        /** It prepares the database and ends: the somebody else. */
        AND_EXIT
    }
}
