package io.lancang.gateway.supergraph;

import io.lancang.federation.AccessMode;
import io.lancang.federation.AccessOptions;
import io.lancang.gateway.config.access.AccessConfig;

/** What the configuration says of access, in the engine's terms. */
final class AccessSettings {
    private AccessSettings() {}

    static AccessOptions of(AccessConfig config) {
        AccessMode mode = switch (config.unauthorized()) {
            case FILTER -> AccessMode.FILTER;
            case REJECT -> AccessMode.REJECT;
            case DRY_RUN -> AccessMode.DRY_RUN;
        };
        return new AccessOptions(mode, config.reportsWithheld());
    }
}
