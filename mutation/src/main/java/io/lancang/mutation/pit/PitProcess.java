package io.lancang.mutation.pit;

import io.lancang.mutation.fault.SourceModule;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs PIT on a group in a process of its own, which ends when its time is up. */
final class PitProcess {
    private static final String MAIN = "org.pitest.mutationtest.commandline.MutationCoverageReport";

    private final SourceModule module;
    private final Path folder;
    private final int threads;
    private final int sample;

    PitProcess(SourceModule module, Path folder, int threads, int sample) {
        this.module = module;
        this.folder = folder;
        this.threads = threads;
        this.sample = sample;
    }

    /** How PIT ended. */
    enum End {
        DONE,
        OUT_OF_TIME,
        BROKEN
    }

    /** Runs PIT on these classes of a group, for this time at most. */
    End run(Group group, List<String> classes, Duration limit) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(group, classes))
                .directory(module.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pit.log").toFile())
                .start();
        if (process.waitFor(Math.max(0, limit.toSeconds()), TimeUnit.SECONDS)) {
            return process.exitValue() == 0 ? End.DONE : End.BROKEN;
        }
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.waitFor();
        return End.OUT_OF_TIME;
    }

    private List<String> command(Group group, List<String> classes) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(List.of("--reportDir", folder.toString()));
        command.addAll(List.of("--targetClasses", String.join(",", classes)));
        if (!group.except().isEmpty()) {
            command.addAll(List.of("--excludedClasses", String.join(",", group.except())));
        }
        command.addAll(List.of("--targetTests", String.join(",", group.tests())));
        if (!group.exceptTests().isEmpty()) {
            command.addAll(List.of("--excludedTestClasses", String.join(",", group.exceptTests())));
        }
        command.addAll(List.of("--sourceDirs", "src/main/java"));
        command.addAll(List.of("--classPath", classpath()));
        command.addAll(List.of("--outputFormats", "XML,HTML", "--timestampedReports=false"));
        command.addAll(List.of("--threads", Integer.toString(threads), "--verbosity=NO_SPINNER"));
        if (sample < Integer.MAX_VALUE) {
            command.addAll(List.of("--features", "+CLASSLIMIT(limit[" + sample + "])"));
        }
        command.addAll(List.of("--jvmArgs", String.join(",", options())));
        return command;
    }

    private List<String> options() throws IOException {
        // The first compiler alone, as the tests run otherwise: most mutations end before the second would pay.
        List<String> options = new ArrayList<>(
                List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "--sun-misc-unsafe-memory-access=allow"));
        if (module.usesQuarkus()) {
            options.add(SourceModule.LOG_MANAGER);
        }
        return options;
    }

    private String classpath() throws IOException {
        Stream<String> own = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.contains("pitest-junit5-plugin") || entry.contains("junit-platform-launcher"));
        return Stream.concat(module.classpath().stream().map(Path::toString), own)
                .distinct()
                .collect(Collectors.joining(","));
    }
}
