package io.lancang.gateway.subgraph.endpoint;

import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import org.jspecify.annotations.Nullable;

/**
 * Whom the gateway believes on connections with TLS, and how it proves itself.
 *
 * @param trust certificates that are believed; null for those that Java comes with
 * @param identity the gateway's own certificate with its key; null if subgraphs do not ask for one
 */
public record SubgraphTls(
        @Nullable TrustOptions trust, @Nullable KeyCertOptions identity) {
    /** What Java believes, and no certificate. */
    public static final SubgraphTls DEFAULT = new SubgraphTls(null, null);

    void applyTo(ClientOptionsBase options) {
        if (trust != null) {
            options.setTrustOptions(trust);
        }
        if (identity != null) {
            options.setKeyCertOptions(identity);
        }
    }
}
