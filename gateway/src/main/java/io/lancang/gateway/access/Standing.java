package io.lancang.gateway.access;

/**
 * For how long a client is who it says, which what stays open must not outlast.
 *
 * @param life for how many milliseconds it is by itself; {@link Long#MAX_VALUE} if that does not end
 * @param watch hears of an earlier end
 */
public record Standing(long life, Watch watch) {
    /** Nothing ends it. */
    public static final Standing FOREVER = new Standing(Long.MAX_VALUE, end -> () -> {});

    /** Hears of an end. */
    @FunctionalInterface
    public interface Watch {
        /**
         * Begins to watch.
         *
         * @param end called on the context of the caller, at most once
         * @return ends the watch
         */
        Runnable begin(Runnable end);
    }
}
