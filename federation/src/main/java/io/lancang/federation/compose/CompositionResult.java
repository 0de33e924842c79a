package io.lancang.federation.compose;

import io.lancang.federation.compose.problem.CompositionError;
import io.lancang.federation.compose.problem.CompositionHint;
import java.util.List;

/** What composition answers. */
public sealed interface CompositionResult {

    /**
     * The subgraphs fit together.
     *
     * @param supergraphSdl the supergraph in Apollo's join spec v0.5
     * @param hints what composed, yet may not be what its authors meant
     */
    record Success(String supergraphSdl, List<CompositionHint> hints) implements CompositionResult {

        public Success {
            hints = List.copyOf(hints);
        }
    }

    /**
     * The subgraphs do not fit together.
     *
     * @param errors all errors of the stage that failed, at least one
     */
    record Failure(List<CompositionError> errors) implements CompositionResult {

        public Failure {
            errors = List.copyOf(errors);
        }
    }
}
