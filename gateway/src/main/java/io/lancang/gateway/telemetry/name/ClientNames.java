package io.lancang.gateway.telemetry.name;

import io.lancang.gateway.config.GatewayConfig;
import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** What clients call themselves. Thread-safe. */
@Singleton
public class ClientNames {
    /** Of a client that does not say its name. */
    public static final String UNNAMED = "unnamed";

    private final List<String> headers;
    private final Names names;

    @Inject
    ClientNames(GatewayConfig config) {
        this(config.usage().clientHeaders(), config.usage().maxClients());
    }

    /**
     * @param headers the first of them that a client sends has its name
     * @param maximum how many names there may be
     */
    ClientNames(List<String> headers, int maximum) {
        this.headers = List.copyOf(headers);
        this.names = new Names(maximum);
    }

    /** The name of whoever has sent these headers. */
    public String of(MultiMap sent) {
        for (String header : headers) {
            String name = sent.get(header);
            if (name != null && !name.isBlank()) {
                return names.bounded(name.strip());
            }
        }
        return UNNAMED;
    }

    /** As which a client counts whose name is proved by its key, whatever its headers say. */
    public String known(String name) {
        return names.bounded(name);
    }

    /** How many there are. */
    public int size() {
        return names.size();
    }
}
