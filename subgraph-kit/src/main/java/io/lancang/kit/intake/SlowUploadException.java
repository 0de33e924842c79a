package io.lancang.kit.intake;

/** A sender sends too slowly, and a place for loads is not kept for it. Carries no stack trace: it is about the sender. */
final class SlowUploadException extends RuntimeException {
    SlowUploadException(String message) {
        super(message, null, false, false);
    }
}
