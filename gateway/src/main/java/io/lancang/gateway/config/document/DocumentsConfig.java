package io.lancang.gateway.config.document;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Documents that clients need not send, because the gateway knows them. */
public interface DocumentsConfig {
    /**
     * Whether documents are remembered by their hash, so that a client sends a long one only once (automatic persisted
     * queries).
     */
    @WithDefault("true")
    boolean rememberByHash();

    /** How many characters of documents are remembered by hash; those that nobody asks for are forgotten first. */
    @WithDefault("16M")
    MemorySize rememberedSize();

    /**
     * A JSON file with documents that are trusted: an object from ids to documents, or Apollo's persisted query manifest.
     * Clients ask for them by {@code documentId}, or in the form of a persisted query. It is read again when it changes, as often as the
     * supergraph. What it marks as tools is for {@code lancang.gateway.mcp}.
     */
    Optional<String> trusted();

    /** Whether all other documents are refused. */
    @WithDefault("false")
    boolean onlyTrusted();
}
