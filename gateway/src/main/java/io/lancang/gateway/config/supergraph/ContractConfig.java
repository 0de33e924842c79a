package io.lancang.gateway.config.supergraph;

import java.util.Optional;
import java.util.Set;

/** A part of the graph at a path of its own. One of both keys is needed. */
public interface ContractConfig {
    /**
     * Tags ({@code @tag}) of the fields that are in, their own or their types'. Without it everything is in that is not
     * excluded.
     */
    Optional<Set<String>> include();

    /** Tags of what is out, whatever other tags it has. */
    Optional<Set<String>> exclude();
}
