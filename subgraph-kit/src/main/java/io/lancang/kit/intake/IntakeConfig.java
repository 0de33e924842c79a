package io.lancang.kit.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How files are taken in. */
@ConfigMapping(prefix = "lancang.intake")
interface IntakeConfig {
    /** How many loads and withdrawals may run at once on one instance; each holds a connection while it runs. */
    @WithDefault("2")
    int concurrentLoads();
}
