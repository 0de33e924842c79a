package io.lancang.gateway.extension;

import io.lancang.gateway.api.OutgoingHeaderValues;
import io.lancang.gateway.headers.HeaderNames;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;

/** Headers that a subgraph will be sent, as an extension may change them. */
record SentHeaderValues(MultiMap headers) implements OutgoingHeaderValues {
    @Override
    public Set<String> names() {
        return Set.copyOf(headers.names());
    }

    @Override
    public List<String> get(String name) {
        return List.copyOf(headers.getAll(name));
    }

    @Override
    public void set(String name, String value) {
        headers.set(sendable(name), value);
    }

    @Override
    public void remove(String name) {
        headers.remove(sendable(name));
    }

    private static String sendable(String name) {
        if (!HeaderNames.mayBeSent(name)) {
            throw new IllegalArgumentException(
                    "\"" + name
                            + "\" belongs to one connection, one body or a trace, or HTTP has no such name: an extension cannot change it.");
        }
        return name;
    }
}
