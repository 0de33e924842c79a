package io.lancang.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A command of a guide, as whoever copies it runs it.
 *
 * @param status of its end; 0 where it succeeded
 * @param printed to standard output
 * @param complaint what it wrote to standard error
 */
record ShellCommand(int status, String printed, String complaint) {
    /** Runs it in a folder, with these variables, until it ends. */
    static ShellCommand run(String command, Path folder, Map<String, String> variables)
            throws IOException, InterruptedException {
        Path printed = folder.resolve("printed");
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectOutput(printed.toFile());
        shell.environment().putAll(variables);
        Process process = shell.start();
        String complaint = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new ShellCommand(process.waitFor(), Files.readString(printed), complaint);
    }

    /** It fails, too, where a server refuses what it sends. */
    static String failingWhereRefused(String curl) {
        return curl.replaceFirst("^curl ", "curl --silent --show-error --fail-with-body ");
    }
}
