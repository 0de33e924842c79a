package io.lancang.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code ./lancang import} as a process, beside a set whose data are those of one class. */
final class ImportProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    ImportProcess(String dataset, Path file, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.lancang.standalone.load.LoadMain",
                dataset,
                file.toString(),
                "--data",
                RunningSet.changedData().toString()));
        command.addAll(List.of(options));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    void awaitLine(Pattern wanted) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (wanted.matcher(line).matches()) {
                return;
            }
        }
        throw new AssertionError("It ended before it said " + wanted + ": " + lines);
    }

    int awaitEnd() throws InterruptedException {
        output.lines().forEach(lines::add);
        return process.waitFor();
    }

    String last() {
        return lines.getLast();
    }

    String printed() {
        return String.join("\n", lines);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}
