package io.lancang.gateway.document;

/** Why a file of documents is not taken. The message is the end of a sentence that begins with the file. */
final class ManifestException extends Exception {
    private static final long serialVersionUID = 1L;

    ManifestException(String message) {
        super(message);
    }
}
