package io.lancang.gateway.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.gateway.bytes.Sha256;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.document.DocumentsConfig;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.lancang.gateway.request.RequestedOperation;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Finds the document that a client means. Thread-safe. */
@Singleton
// At the start, so that a file that cannot be read stops it.
@Startup
public class KnownDocuments {
    private volatile TrustedDocuments trusted;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final DocumentsConfig settings;
    private final Cache<String, String> byHash;

    @Inject
    KnownDocuments(GatewayConfig config) {
        settings = config.documents();
        trusted = settings.trusted()
                .map(file -> TrustedDocuments.read(Path.of(file)))
                .orElse(TrustedDocuments.NONE);
        byHash = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(settings.rememberedSize().asLongValue())
                .weigher((String hash, String text) -> hash.length() + text.length())
                .build();
    }

    /** The trusted documents that are marked as tools, by their names. */
    public List<TrustedTool> tools() {
        return trusted.tools();
    }

    /** Whether all documents but the trusted ones are refused. */
    public boolean onlyTrusted() {
        return settings.onlyTrusted();
    }

    /** Trusts these documents from now on, and no others. A request that has its document keeps it. */
    void trust(TrustedDocuments documents) {
        trusted = documents;
        listeners.forEach(Runnable::run);
    }

    /**
     * Has this called whenever other documents are trusted, on a thread that may be held up.
     *
     * @param listener must not fail
     */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** The request with its document, or why there is none. */
    public GraphQLRequest resolve(RequestedOperation operation) throws RefusedException {
        // What nearly all clients send.
        if (operation.documentId() == null && operation.hash() == null && !settings.onlyTrusted()) {
            return request(operation, operation.query());
        }
        return request(operation, document(operation));
    }

    private static GraphQLRequest request(RequestedOperation operation, @Nullable String document)
            throws RefusedException {
        if (document == null) {
            throw new RefusedException(Refusal.noQuery());
        }
        return new GraphQLRequest(document, operation.operationName(), operation.variables());
    }

    private String document(RequestedOperation operation) throws RefusedException {
        String query = operation.query();
        if (query == null) {
            return known(operation);
        }
        if (settings.onlyTrusted() && !trusted.trusts(query)) {
            throw new RefusedException(DocumentRefusals.notTrusted());
        }
        if (operation.hash() != null && settings.rememberByHash()) {
            remember(operation.hash(), query);
        }
        return query;
    }

    private String known(RequestedOperation operation) throws RefusedException {
        String id = operation.documentId();
        if (id != null) {
            String document = trusted.find(id);
            if (document == null) {
                throw new RefusedException(DocumentRefusals.unknownId(id));
            }
            return document;
        }
        String hash = operation.hash();
        if (hash == null) {
            throw new RefusedException(Refusal.noQuery());
        }
        // Clients with a manifest ask by its ids in the same way, and its ids are hashes.
        String published = trusted.find(hash);
        if (published != null) {
            return published;
        }
        if (!settings.rememberByHash()) {
            throw new RefusedException(DocumentRefusals.hashesOff());
        }
        String remembered = settings.onlyTrusted() ? null : byHash.getIfPresent(hash);
        if (remembered == null) {
            throw new RefusedException(DocumentRefusals.unknownHash());
        }
        return remembered;
    }

    private void remember(String hash, String query) throws RefusedException {
        if (query.equals(byHash.getIfPresent(hash))) {
            return;
        }
        // Without this a client could have others run its document under their hash.
        if (!sha256(query).equals(hash)) {
            throw new RefusedException(DocumentRefusals.otherHash(hash));
        }
        byHash.put(hash, query);
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Sha256.begin().digest(text.getBytes(UTF_8)));
    }
}
