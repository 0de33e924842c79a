package io.lancang.gateway.extension;

/** A bean failed in another way than by a refusal. It is logged where it happened, so without a stack trace. */
final class ExtensionFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExtensionFailedException(String bean, String problem) {
        super("The extension " + bean + " " + problem, null, false, false);
    }
}
