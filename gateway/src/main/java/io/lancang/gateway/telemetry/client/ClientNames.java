package io.lancang.gateway.telemetry.client;

import io.lancang.gateway.config.GatewayConfig;
import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What clients call themselves. Names are the clients' own choice, so that there are at most so many. Thread-safe. */
@Singleton
public class ClientNames {
    /** Of a client that does not say its name. */
    public static final String UNNAMED = "unnamed";

    /** Of all clients beyond the number that is told apart. */
    public static final String OTHER = "other";

    private static final Pattern NAME = Pattern.compile("[\\w .:@/+-]{1,64}");

    private final List<String> headers;
    private final int maximum;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    @Inject
    ClientNames(GatewayConfig config) {
        this(config.usage().clientHeaders(), config.usage().maxClients());
    }

    /**
     * @param headers the first of them that a client sends has its name
     * @param maximum how many names there may be
     */
    public ClientNames(List<String> headers, int maximum) {
        this.headers = List.copyOf(headers);
        this.maximum = maximum;
    }

    /** The name of whoever has sent these headers. */
    public String of(MultiMap sent) {
        for (String header : headers) {
            String name = sent.get(header);
            if (name != null && !name.isBlank()) {
                return bounded(name.strip());
            }
        }
        return UNNAMED;
    }

    /** As which a client counts whose name is proved by its key, whatever its headers say. */
    public String known(String name) {
        return bounded(name);
    }

    private String bounded(String name) {
        if (known.contains(name)) {
            return name;
        }
        // Two at the same time may exceed the maximum by one: that does no harm.
        if (known.size() >= maximum || !NAME.matcher(name).matches()) {
            return OTHER;
        }
        known.add(name);
        return name;
    }

    /** How many there are. */
    public int size() {
        return known.size();
    }
}
