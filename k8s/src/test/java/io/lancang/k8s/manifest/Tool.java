package io.lancang.k8s.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A program that the tests call. */
public final class Tool {
    private Tool() {}

    /** What a program said. */
    public record Output(int status, String text) {}

    /**
     * Runs a program that continuous integration must have. Where a developer lacks it, the test is skipped and says how
     * to install it.
     *
     * @param install how to install it
     * @param folder the working directory
     * @return standard output and standard error together
     */
    public static Output run(String install, Path folder, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException notFound) {
            missing(command.getFirst() + " cannot be run. Install it: " + install, notFound);
            throw new UncheckedIOException(notFound);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command.getFirst() + " was interrupted", interrupted);
        }
    }

    /** Fails in continuous integration and skips the test elsewhere: something that it needs is not there. */
    public static void missing(String message, Throwable cause) {
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            throw new AssertionError(message, cause);
        }
        Assumptions.abort(message);
    }
}
