package io.lancang.kit.intake;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/** The configuration that intake has by itself, but for what a test changes. */
record Limits(Optional<MemorySize> spoolLimit, long most, int greatestRatio) implements IntakeConfig {
    static final Limits USUAL = new Limits(Optional.empty(), 4L << 30, 200);

    static Limits ofSpool(long bytes) {
        return new Limits(Optional.of(size(bytes)), 4L << 30, 200);
    }

    static MemorySize size(long bytes) {
        return new MemorySize(BigInteger.valueOf(bytes));
    }

    @Override
    public int concurrentLoads() {
        return 2;
    }

    @Override
    public MemorySize largestFile() {
        return size(most);
    }

    @Override
    public MemorySize longestRow() {
        return size(1 << 18);
    }

    @Override
    public MemorySize leastRate() {
        return size(1 << 10);
    }

    @Override
    public Duration longestWait() {
        return Duration.ofMinutes(30);
    }
}
