package io.lancang.integration.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who asks, as far as clients and keys are concerned. */
public sealed interface Asker {
    /** The name for the record. */
    String name();

    /** Those of a client that whatever is made for it may have. */
    List<String> scopesAmong(List<String> ofClient);

    /** Somebody who may do everything. */
    record Administrator(String name) implements Asker {
        @Override
        public List<String> scopesAmong(List<String> ofClient) {
            return ofClient;
        }
    }

    /**
     * A client, who may do what it likes with what is its own.
     *
     * @param id of the client
     * @param scopes those of the key that it asks with; null where it asks with a token that names the client itself
     */
    record Owner(String id, @Nullable List<String> scopes) implements Asker {
        @Override
        public String name() {
            return id;
        }

        @Override
        public List<String> scopesAmong(List<String> ofClient) {
            return scopes == null
                    ? ofClient
                    : ofClient.stream().filter(scopes::contains).toList();
        }
    }
}
