package io.lancang.gateway.extension;

import io.lancang.gateway.api.HeaderValues;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;

/** Headers that a subgraph has sent. */
record ReceivedHeaderValues(MultiMap headers) implements HeaderValues {
    @Override
    public Set<String> names() {
        return Set.copyOf(headers.names());
    }

    @Override
    public List<String> get(String name) {
        return List.copyOf(headers.getAll(name));
    }
}
