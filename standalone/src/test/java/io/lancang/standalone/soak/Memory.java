package io.lancang.standalone.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The resident memory of processes over time, as Linux tells it. Safe for any thread. */
final class Memory {
    private static final int KILOBYTE = 1024;
    private static final double MEGABYTE = 1e6;

    private final Map<String, List<Looked>> looks = new TreeMap<>();

    private record Looked(long pid, Slope.Sample sample) {}

    /**
     * What became of a process.
     *
     * @param least megabytes of all processes of its name
     * @param most megabytes of all processes of its name
     * @param first megabytes when the time began that the slope is of
     * @param last megabytes at the end
     * @param perHour megabytes by which it grew in an hour of that time
     * @param measured how long that time was; nothing if the process was not the same all the while
     */
    record Growth(double least, double most, double first, double last, double perHour, Duration measured) {}

    /** Looks at processes, by name. One that has just ended is left out. */
    synchronized void look(Map<String, ProcessHandle> processes, Duration at) {
        processes.forEach((name, process) -> resident(process.pid())
                .ifPresent(bytes -> looks.computeIfAbsent(name, ignored -> new ArrayList<>())
                        .add(new Looked(process.pid(), new Slope.Sample(at, bytes / MEGABYTE)))));
    }

    private static OptionalLong resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
                    .findFirst();
        } catch (IOException ended) {
            return OptionalLong.empty();
        }
    }

    /** By name; the slope is that of the process which there was at the end, from a time on. */
    synchronized Map<String, Growth> since(Duration begin) {
        Map<String, Growth> grown = new TreeMap<>();
        looks.forEach((name, all) -> {
            long pid = all.getLast().pid();
            List<Slope.Sample> samples = all.stream()
                    .filter(look -> look.pid() == pid && look.sample().at().compareTo(begin) >= 0)
                    .map(Looked::sample)
                    .toList();
            grown.put(name, growth(all, samples));
        });
        return grown;
    }

    private static Growth growth(List<Looked> all, List<Slope.Sample> samples) {
        double least =
                all.stream().mapToDouble(look -> look.sample().value()).min().orElse(0);
        double most =
                all.stream().mapToDouble(look -> look.sample().value()).max().orElse(0);
        if (samples.isEmpty()) {
            return new Growth(least, most, 0, 0, 0, Duration.ZERO);
        }
        return new Growth(
                least,
                most,
                samples.getFirst().value(),
                samples.getLast().value(),
                Slope.perHour(samples),
                samples.getLast().at().minus(samples.getFirst().at()));
    }
}
