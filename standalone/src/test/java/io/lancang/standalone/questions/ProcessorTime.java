package io.lancang.standalone.questions;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The processor time that each part of a set has used so far, with that of all its processes. */
record ProcessorTime(Map<String, Duration> byPart) {
    static ProcessorTime of(Map<String, ProcessHandle> parts) {
        Map<String, Duration> times = new LinkedHashMap<>();
        parts.forEach((name, process) -> times.put(name, of(process)));
        return new ProcessorTime(times);
    }

    private static Duration of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What each part has used since. */
    Map<String, Duration> since(ProcessorTime before) {
        Map<String, Duration> used = new LinkedHashMap<>();
        byPart.forEach((name, time) -> used.put(name, time.minus(before.byPart().getOrDefault(name, Duration.ZERO))));
        return used;
    }
}
