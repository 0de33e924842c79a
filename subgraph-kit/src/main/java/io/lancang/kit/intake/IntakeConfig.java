package io.lancang.kit.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How files are taken in. */
@ConfigMapping(prefix = "lancang.intake")
interface IntakeConfig {
    /** How many loads and withdrawals may run at once on one instance; each holds a connection while it runs. */
    @WithDefault("2")
    int concurrentLoads();

    /**
     * How much disk the files of running loads may take together on one instance, in its folder for temporary files. A file
     * waits there if it fills several tables. As much as the disk has where this is not set.
     */
    Optional<MemorySize> spoolLimit();
}
