package io.lancang.standalone.siege.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a Java process after a full garbage collection.
 *
 * @param held bytes of live objects: the steady figure, by which a report judges
 * @param resident bytes of the process that are in memory, by which a container is judged; 0 where the system tells nothing
 */
public record ProcessMemory(long held, long resident) {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");
    private static final long PATIENCE_SECONDS = 20;

    /** Measures a process; null if it does not answer, because it has ended or cannot allocate any more. */
    public static @Nullable ProcessMemory of(ProcessHandle process) throws InterruptedException {
        try {
            Matcher total = TOTAL.matcher(liveObjects(process.pid()));
            return total.find() ? new ProcessMemory(Long.parseLong(total.group(1)), resident(process.pid())) : null;
        } catch (IOException gone) {
            return null;
        }
    }

    /** The histogram of live objects counts after a collection that it forces, and its last line is their sum. */
    private static String liveObjects(long pid) throws IOException, InterruptedException {
        Path file = Files.createTempFile("siege", ".histogram");
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            "GC.class_histogram")
                    .redirectErrorStream(true)
                    .redirectOutput(file.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("process " + pid + " does not answer");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static long resident(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        Matcher resident = RESIDENT.matcher(Files.readString(status));
        return resident.find() ? Long.parseLong(resident.group(1)) << 10 : 0;
    }
}
