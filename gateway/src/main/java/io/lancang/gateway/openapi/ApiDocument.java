package io.lancang.gateway.openapi;

import io.lancang.gateway.config.GatewayConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one document. Subgraphs are asked again when what they said is some seconds old and somebody wants to know; however many want to know,
 * each is asked once. Thread-safe.
 */
public final class ApiDocument {
    private static final long FRESH = Duration.ofSeconds(10).toNanos();
    /** Of a subgraph that starts readers want to hear soon. */
    private static final long FRESH_IN_PART = Duration.ofSeconds(1).toNanos();

    /** What leads from the document to the gateway, whatever is in front of it. */
    private static final String HERE = ".";

    private final Vertx vertx;
    private final ServiceDocuments documents;
    private final List<OwnRoutes> own;
    private final String version;
    private final String server;
    private final boolean isAccessRequired;
    private final LongSupplier nanos;
    private final AtomicReference<@Nullable Asked> last = new AtomicReference<>();

    /**
     * Makes a document that is read when it is asked for.
     *
     * @param own what the gateway has itself
     * @param folders all that the gateway passes on
     * @param version of the gateway
     */
    public ApiDocument(Vertx vertx, GatewayConfig config, List<OwnRoutes> own, List<Folder> folders, String version) {
        this(vertx, config, own, folders, version, System::nanoTime);
    }

    /** @param nanos tells the time, from any moment on */
    ApiDocument(
            Vertx vertx,
            GatewayConfig config,
            List<OwnRoutes> own,
            List<Folder> folders,
            String version,
            LongSupplier nanos) {
        this.vertx = vertx;
        this.own = List.copyOf(own);
        this.version = version;
        this.nanos = nanos;
        server = config.explorer()
                .publicUrl()
                .map(url -> url.toString().replaceAll("/+$", ""))
                .orElse(HERE);
        isAccessRequired = config.access().required();
        documents = new ServiceDocuments(vertx, sources(config, folders));
    }

    private static Map<String, ServiceDocuments.Source> sources(GatewayConfig config, List<Folder> folders) {
        Map<String, List<Folder>> bySubgraph = new HashMap<>();
        folders.forEach(folder -> bySubgraph
                .computeIfAbsent(folder.subgraph(), ignored -> new ArrayList<>())
                .add(folder));
        Map<String, ServiceDocuments.Source> sources = new HashMap<>();
        bySubgraph.forEach((subgraph, all) -> {
            URI usual = all.getFirst().document();
            URI document = Optional.ofNullable(config.subgraphs().get(subgraph))
                    .flatMap(known -> known.openapi())
                    .orElse(usual);
            sources.put(subgraph, new ServiceDocuments.Source(document, List.copyOf(all)));
        });
        return sources;
    }

    /**
     * The document in its forms.
     *
     * @param isWhole whether every subgraph has said what it has
     */
    public record Forms(Representation json, Representation yaml, boolean isWhole) {
        static Forms of(JsonObject document) {
            boolean isWhole = !document.getJsonObject("info").containsKey("x-missing");
            return new Forms(Representation.of(document.encode()), Representation.of(YamlText.of(document)), isWhole);
        }
    }

    private record Asked(long at, Future<Forms> forms) {
        boolean counts(long now) {
            return !forms.isComplete()
                    || (forms.succeeded() && now - at < (forms.result().isWhole() ? FRESH : FRESH_IN_PART));
        }
    }

    /** What it says now. */
    public Future<Forms> read() {
        long now = nanos.getAsLong();
        Asked known = last.get();
        if (known != null && known.counts(now)) {
            return known.forms();
        }
        Future<Forms> forms = documents
                .all()
                .compose(parts -> vertx.executeBlocking(() -> Forms.of(MergedDocument.of(
                        version,
                        server,
                        isAccessRequired,
                        own.stream().map(OwnRoutes::paths).toList(),
                        parts))));
        // Two who ask at the very same time ask twice; whose answer is kept does not matter.
        last.set(new Asked(now, forms));
        return forms;
    }
}
