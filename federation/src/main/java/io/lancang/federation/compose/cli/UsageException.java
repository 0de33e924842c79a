package io.lancang.federation.compose.cli;

/** The command line cannot be understood; the message says what to write instead. */
final class UsageException extends Exception {

    UsageException(String message) {
        super(message);
    }
}
