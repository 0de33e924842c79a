package io.lancang.standalone;

import java.util.Objects;

/** Why the set does not run. The message is for the person at the terminal: what happened, and the way out. */
public final class StandaloneException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public StandaloneException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public StandaloneException(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** What to print; every instance has one. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    /** What the process ends with. */
    public enum ExitCode {
        /** Something did not start, or died. */
        FAILED(1),
        /** The command line cannot be understood. */
        USAGE(2);

        private final int status;

        ExitCode(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
