package io.lancang.gateway.document;

import io.lancang.gateway.request.Refusal;
import java.util.Map;

/** Refusals that have to do with documents that the gateway should know. */
final class DocumentRefusals {
    private DocumentRefusals() {}

    /** Code and message are those by which clients know that they have to send the document once. */
    static Refusal unknownHash() {
        return new Refusal(
                200,
                "PERSISTED_QUERY_NOT_FOUND",
                "PersistedQueryNotFound",
                "Send the document together with its hash.",
                Map.of("Cache-Control", "no-store"));
    }

    /** As {@link #unknownHash()}: clients stop asking by hash then. */
    static Refusal hashesOff() {
        return new Refusal(
                200,
                "PERSISTED_QUERY_NOT_SUPPORTED",
                "PersistedQueryNotSupported",
                "Send the document without its hash.",
                Map.of("Cache-Control", "no-store"));
    }

    static Refusal otherHash(String hash) {
        return Refusal.badRequest(
                "The hash \"" + hash + "\" is not that of the query.",
                "Send the SHA-256 of the query's text in UTF-8, in hexadecimal digits.");
    }

    static Refusal unknownId(String id) {
        return new Refusal(
                404,
                "DOCUMENT_NOT_FOUND",
                "No document is known under the id \"" + (id.length() > 100 ? id.substring(0, 100) + "..." : id)
                        + "\".",
                "Send the id of a document that the gateway's operator has published.");
    }

    static Refusal notTrusted() {
        return new Refusal(
                403,
                "DOCUMENT_NOT_TRUSTED",
                "This gateway runs only documents that its operator has published, and this is none of them.",
                "Send the id of a published document as \"documentId\", or its text exactly as it was published.");
    }
}
