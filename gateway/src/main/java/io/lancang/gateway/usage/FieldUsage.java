package io.lancang.gateway.usage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.lancang.federation.engine.FederationEngine;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.telemetry.UsageConfig;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.telemetry.name.ClientNames;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which client has used what of the graph, how often and when last. A request costs one look-up: it counts for its document, and what a
 * document uses is found out once, by a worker. Documents that have to make room are added up by what they use. Thread-safe.
 */
@Singleton
public class FieldUsage {
    private static final Logger LOG = Logger.getLogger(FieldUsage.class);
    private static final String OPERATIONS = "lancang.gateway.usage.operations";
    private static final String CLIENTS = "lancang.gateway.usage.clients";

    private final Vertx vertx;
    private final boolean isOn;
    private final Cache<Asked, Counted> documents;
    /** Of documents that have made room; as large as the schema at most, for each client. */
    private final ConcurrentMap<String, ConcurrentMap<String, Uses>> folded = new ConcurrentHashMap<>();

    private final Instant since = Instant.now();

    private record Asked(String client, String document) {}

    @Inject
    FieldUsage(Vertx vertx, MeterRegistry registry, ClientNames clients, GatewayConfig config) {
        this(vertx, config.usage());
        if (isOn) {
            Gauge.builder(OPERATIONS, documents, Cache::estimatedSize)
                    .description("Documents by client whose uses are counted one by one")
                    .register(registry);
            Gauge.builder(CLIENTS, clients, ClientNames::size)
                    .description("Clients that have said their name")
                    .register(registry);
        }
    }

    FieldUsage(Vertx vertx, UsageConfig config) {
        this.vertx = vertx;
        this.isOn = config.enabled();
        this.documents = Caffeine.newBuilder()
                .maximumWeight(config.maxSize().asLongValue())
                .weigher((Asked asked, Counted counted) ->
                        512 + 2 * asked.document().length())
                .evictionListener(this::fold)
                // Whoever makes an entry too many waits for it to be folded; elsewhere nobody would bound how many
                // wait.
                .executor(Runnable::run)
                .build();
    }

    /** Whether anything is recorded. Nothing else is to be called where it is not. */
    public boolean isOn() {
        return isOn;
    }

    /** Counts a document that is valid in the schema of the engine. */
    public void note(FederationEngine<ClientRequest> engine, String document, ClientRequest client) {
        note(engine::usedCoordinates, document, client.notes().client());
    }

    void note(UsedBy used, String document, String client) {
        Counted counted = documents.get(new Asked(client, document), first -> new Counted());
        counted.add();
        if (counted.isNew()) {
            // Parsing takes as long as the document is large.
            vertx.executeBlocking(() -> used.coordinates(document))
                    .onSuccess(counted::uses)
                    .onFailure(failure -> LOG.error("What a document uses is not known because of a defect", failure));
        }
    }

    private void fold(@Nullable Asked asked, @Nullable Counted counted, RemovalCause cause) {
        if (asked != null && counted != null) {
            counted.foldInto(folded.computeIfAbsent(asked.client(), each -> new ConcurrentHashMap<>()));
        }
    }

    /** When recording began. */
    Instant since() {
        return since;
    }

    /** By names of clients, what each has used. A document that was asked for the first time a moment ago may be missing. */
    Map<String, Map<String, Uses>> snapshot() {
        Map<String, Map<String, Uses>> all = new TreeMap<>();
        folded.forEach((client, uses) -> all.put(client, new TreeMap<>(uses)));
        documents.asMap().forEach((asked, counted) -> {
            Map<String, Uses> ofClient = all.computeIfAbsent(asked.client(), each -> new TreeMap<>());
            counted.coordinates().forEach(each -> ofClient.merge(each, counted.soFar(), Uses::plus));
        });
        return all;
    }

    /** Says what a document uses. */
    @FunctionalInterface
    interface UsedBy {
        Set<String> coordinates(String document);
    }

    /** The uses of one document by one client. */
    private static final class Counted {
        private final LongAdder count = new LongAdder();
        private volatile long last;
        private volatile boolean isTaken;
        private volatile Set<String> coordinates = Set.of();
        private @Nullable ConcurrentMap<String, Uses> folded;

        void add() {
            count.increment();
            last = System.currentTimeMillis();
        }

        /** True once. Two at the same time may both find it true, and find out the same. */
        boolean isNew() {
            boolean first = !isTaken;
            isTaken = true;
            return first;
        }

        synchronized void uses(Set<String> found) {
            coordinates = found;
            if (folded != null) {
                foldInto(folded);
            }
        }

        /** Adds it up; later, if it had to make room before it was known what it uses. */
        synchronized void foldInto(ConcurrentMap<String, Uses> ofClient) {
            folded = ofClient;
            coordinates.forEach(each -> ofClient.merge(each, soFar(), Uses::plus));
        }

        Set<String> coordinates() {
            return coordinates;
        }

        Uses soFar() {
            return new Uses(count.sum(), last);
        }
    }
}
