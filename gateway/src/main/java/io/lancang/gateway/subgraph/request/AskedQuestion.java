package io.lancang.gateway.subgraph.request;

import java.util.Arrays;

/**
 * What is asked of a subgraph in the name of a client: equal where one answer serves both, who asks and what. The hash is taken once, since
 * maps ask for it again when they let go of it.
 */
public final class AskedQuestion {
    private final String subgraph;
    private final ClientScope scope;
    private final byte[] body;
    private final long changes;
    private final int hash;

    /**
     * @param body that is sent; not to be changed
     * @param changes how many mutations had ended when it was sent: who has changed something is not given what was asked for before
     */
    public AskedQuestion(String subgraph, ClientScope scope, byte[] body, long changes) {
        this.subgraph = subgraph;
        this.scope = scope;
        this.body = body;
        this.changes = changes;
        this.hash = Arrays.hashCode(body) * 31 + Arrays.hashCode(scope.digest());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AskedQuestion asked
                && hash == asked.hash
                && changes == asked.changes
                && subgraph.equals(asked.subgraph)
                && Arrays.equals(scope.digest(), asked.scope.digest())
                && Arrays.equals(body, asked.body);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
