package io.lancang.federation.engine;

/**
 * What an engine remembers of the operations that it has prepared.
 *
 * @param bytes that documents, operations, plans and answers about the schema take together, estimated
 */
public record CacheOptions(long bytes) {
    /** Room for some thousand operations of usual size in a heap of 192 MB. */
    public static final CacheOptions DEFAULT = new CacheOptions(24 * 1024 * 1024);

    /** Remembers nothing: each request is prepared anew. */
    public static final CacheOptions NOTHING = new CacheOptions(0);

    /** For the texts of documents with their syntax trees. */
    long documents() {
        return bytes / 8;
    }

    /** For normalised operations. */
    long operations() {
        return bytes / 4;
    }

    /** For plans, each with all that running it needs. */
    long plans() {
        return bytes - documents() - operations() - introspection();
    }

    /** For answers about the schema. */
    long introspection() {
        return bytes / 4;
    }
}
