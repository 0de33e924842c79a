package io.lancang.kit.replica;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which standbys of the database answer questions, and when they may. */
@ConfigMapping(prefix = "lancang.database.replicas")
public interface ReplicaConfig {
    /**
     * Where the standbys are: names of hosts, separated by commas, each with `:PORT` behind it where that is another than the primary's.
     * Every address of a name is a standby of its own. All questions are put to the primary if it is left out.
     */
    Optional<List<String>> hosts();

    /** How far a standby may be behind the primary; one that is further behind is asked nothing while the primary answers. */
    @WithDefault("5S")
    Duration lag();

    /** How often the primary and the standbys are asked how far they are. */
    @WithDefault("250ms")
    Duration look();

    /** How many standbys are asked, each over connections of its own; further addresses are left alone. */
    @WithDefault("8")
    int most();
}
