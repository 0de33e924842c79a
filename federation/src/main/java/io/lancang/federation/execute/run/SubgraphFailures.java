package io.lancang.federation.execute.run;

import io.lancang.federation.SubgraphException;
import io.lancang.federation.error.ErrorCode;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Keeps what a client of subgraphs throws against its contract away from those who asked. */
public final class SubgraphFailures {
    private static final System.Logger LOGGER = System.getLogger(SubgraphFailures.class.getName());

    private SubgraphFailures() {}

    /** The failure itself if clients may see it, and one that reveals nothing otherwise. */
    public static SubgraphException expected(String subgraph, @Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof SubgraphException expected) {
            return expected;
        }
        // It may name hosts; that is for the log and not for clients.
        LOGGER.log(System.Logger.Level.WARNING, "the request to subgraph " + subgraph + " failed", cause);
        return new SubgraphException(
                ErrorCode.SUBGRAPH_UNAVAILABLE, "The subgraph " + subgraph + " could not be asked.");
    }
}
