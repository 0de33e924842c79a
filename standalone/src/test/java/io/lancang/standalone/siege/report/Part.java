package io.lancang.standalone.siege.report;

import org.jspecify.annotations.Nullable;

/**
 * How one process of the set came through an attack.
 *
 * @param name such as {@code gateway}
 * @param survived whether it is the same process as before, runs, says that it is ready, and answers
 * @param before its memory before the attack
 * @param after its memory afterwards; null if it does not tell any more
 */
public record Part(
        String name,
        boolean survived,
        @Nullable ProcessMemory before,
        @Nullable ProcessMemory after) {
    /** What may be held for good beside the share: a class loaded for the first time, a pool that was never full before. */
    private static final long SLACK = 3 << 20;

    private static final double SHARE = 1.2;

    /** Whether no more than a fifth is held than before. */
    public boolean returned() {
        return before != null && after != null && after.held() <= before.held() * SHARE + SLACK;
    }

    String held() {
        return megabytes(before == null ? -1 : before.held()) + "→" + megabytes(after == null ? -1 : after.held());
    }

    String resident() {
        return megabytes(before == null ? -1 : before.resident()) + "→"
                + megabytes(after == null ? -1 : after.resident());
    }

    private static String megabytes(long bytes) {
        return bytes < 0 ? "?" : Long.toString(Math.round(bytes / (double) (1 << 20)));
    }
}
