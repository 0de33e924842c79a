package io.lancang.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** The lines that a person sees while the set starts. Thread-safe: each line is one call of the stream. */
public final class Progress {
    private final PrintStream out;
    private final InstantSource clock;

    public Progress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Begins a step; {@link Step#done} prints its line. */
    public Step begin(String name) {
        return new Step(name, clock.millis());
    }

    public void line(String text) {
        out.println(text);
    }

    /** One thing that takes time. */
    public final class Step {
        private final String name;
        private final long begun;

        private Step(String name, long begun) {
            this.name = name;
            this.begun = begun;
        }

        public void done(String detail) {
            Duration taken = Duration.ofMillis(clock.millis() - begun);
            line(String.format(Locale.ROOT, "  %-12s %-52s %5.1f s", name, detail, taken.toMillis() / 1000.0));
        }
    }
}
