package io.lancang.standalone.exports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Watches how much memory processes have, as Linux tells it. Thread-safe. */
final class ResidentMemory implements AutoCloseable {
    private static final int EVERY_MILLIS = 100;
    private static final int KILOBYTE = 1024;

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> looking;
    private final Map<String, ProcessHandle> processes;
    private final Map<String, Long> before;
    private final Map<String, Long> most = new LinkedHashMap<>();

    ResidentMemory(Map<String, ProcessHandle> processes) {
        this.processes = processes;
        this.before = now();
        this.most.putAll(before);
        this.looking = watch.scheduleAtFixedRate(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Map<String, Long> now() {
        Map<String, Long> bytes = new LinkedHashMap<>();
        processes.forEach((name, process) -> bytes.put(name, bytesOf(process.pid())));
        return bytes;
    }

    private static long bytesOf(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void look() {
        now().forEach((name, bytes) -> most.merge(name, bytes, Math::max));
    }

    /** Megabytes of each process at first, and the most since. */
    synchronized Map<String, String> seen() {
        Map<String, String> seen = new LinkedHashMap<>();
        most.forEach((name, bytes) ->
                seen.put(name, before.getOrDefault(name, 0L) / 1_000_000 + " to " + bytes / 1_000_000));
        return seen;
    }

    @Override
    public void close() {
        looking.cancel(false);
        watch.close();
    }
}
