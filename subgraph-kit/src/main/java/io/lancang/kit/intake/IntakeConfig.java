package io.lancang.kit.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
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

    /** How many bytes a file may have, unpacked: about 60 million rows of flows. */
    @WithDefault("4G")
    MemorySize largestFile();

    /**
     * How many times as large as what is sent a packed file may become, once it has given 16 MB. The
     * tables that ship become 2 to 7 times as large.
     */
    @WithDefault("200")
    int greatestRatio();

    /**
     * How many characters a row of CSV may have, and how many bytes a feature of GeoJSON: that much of a file is in memory at
     * a time. A line of 10,000 points fits.
     */
    @WithDefault("256K")
    MemorySize longestRow();

    /** How many bytes a second a sender has to send on average, after its first 10 seconds. The time of loading does not count. */
    @WithDefault("1K")
    MemorySize leastRate();

    /** How long a load may wait for its sender, altogether. */
    @WithDefault("30M")
    Duration longestWait();
}
