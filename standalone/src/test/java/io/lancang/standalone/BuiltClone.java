package io.lancang.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A folder like a clone in which all is built and {@code ./lancang up} runs: whoever follows a guide stands in one. All of the repository is
 * there as links, so that commands run as they are written; what they write beside it stays here.
 */
record BuiltClone(Path folder) {
    private static final Duration FOR_THE_WHOLE_RUN = Duration.ofDays(1);

    /** Makes one of an empty folder, beside a set that runs. */
    static BuiltClone of(LancangSet set, Path folder) throws IOException {
        Path data = Objects.requireNonNull(set.stewardToken().getParent());
        Files.createSymbolicLink(folder.resolve(".lancang"), data.toAbsolutePath());
        try (Stream<Path> entries = Files.list(RunningSet.home())) {
            for (Path entry : entries.filter(BuiltClone::isOfTheRepository).toList()) {
                Files.createSymbolicLink(folder.resolve(entry.getFileName()), entry);
            }
        }
        // The build of this run made everything; by this mark the script knows, and starts no build of its own.
        Path built =
                Files.createFile(Files.createDirectory(folder.resolve("target")).resolve("built"));
        Files.setLastModifiedTime(built, FileTime.from(Instant.now().plus(FOR_THE_WHOLE_RUN)));
        return new BuiltClone(folder);
    }

    private static boolean isOfTheRepository(Path entry) {
        String name = entry.getFileName().toString();
        return !name.startsWith(".") && !name.equals("target");
    }

    /** Runs a command here until it ends. */
    ShellCommand run(String command, Map<String, String> variables) throws IOException, InterruptedException {
        return ShellCommand.run(command, folder, variables);
    }
}
