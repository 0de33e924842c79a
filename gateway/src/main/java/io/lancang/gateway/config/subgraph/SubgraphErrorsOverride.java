package io.lancang.gateway.config.subgraph;

import java.util.Optional;
import java.util.Set;

/** What clients see of the errors of one subgraph, where it differs from {@code lancang.gateway.subgraph-errors}. */
public interface SubgraphErrorsOverride {
    /** Whether errors are masked, instead of {@code lancang.gateway.subgraph-errors.mask}. */
    Optional<Boolean> mask();

    /** The codes that pass, instead of {@code lancang.gateway.subgraph-errors.codes}. */
    Optional<Set<String>> codes();

    /** The members of {@code extensions} that pass, instead of {@code lancang.gateway.subgraph-errors.extensions}. */
    Optional<Set<String>> extensions();
}
