package io.lancang.federation.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is recorded in a test, in a text block where it is compared. With {@code -Dlancang.record=true} the block is written
 * anew in the source instead, if the plan is another one: the difference is what reviewers read.
 */
public final class GoldenPlan {
    private static final Path SOURCES = Path.of("src", "test", "java");
    private static final String PACKAGE = "io.lancang.federation.";

    /** What this run has recorded in each source. */
    private static final Map<Path, Recorded> RECORDED = new ConcurrentHashMap<>();

    private GoldenPlan() {}

    /** The plans recorded in one source, by the line of the call in the compiled source, and how many lines each has more than before. */
    private record Recorded(Map<Integer, String> plans, TreeMap<Integer, Integer> moreLines) {
        Recorded() {
            this(new TreeMap<>(), new TreeMap<>());
        }

        int lineNow(int compiledLine) {
            return compiledLine
                    + moreLines.headMap(compiledLine).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum();
        }
    }

    /**
     * Fails unless the plan is the golden one.
     *
     * @param golden a text block on the line of the call, or of a call that leads here
     */
    public static void assertPlan(String golden, String plan) {
        assertPlan(golden, plan, () -> "The plan changed. If that is meant, ./lancang plans records it.");
    }

    /**
     * As {@link #assertPlan(String, String)}.
     *
     * @param story what else to tell if it is another plan
     */
    public static void assertPlan(String golden, String plan, Supplier<@Nullable String> story) {
        if (Boolean.getBoolean("lancang.record") && !golden.equals(plan)) {
            record(golden, plan);
        } else {
            assertEquals(golden, plan, story);
        }
    }

    private static synchronized void record(String golden, String plan) {
        List<StackTraceElement> callers = StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith(PACKAGE)
                                && !frame.getClassName().equals(GoldenPlan.class.getName()))
                        .map(StackWalker.StackFrame::toStackTraceElement)
                        .toList());
        for (StackTraceElement caller : callers) {
            if (record(source(caller), caller.getLineNumber(), golden, plan)) {
                return;
            }
        }
        throw new AssertionError(
                "no caller has a text block with this plan on its line, so that it cannot be recorded:\n" + golden);
    }

    private static boolean record(Path source, int line, String golden, String plan) {
        Recorded recorded = RECORDED.computeIfAbsent(source, path -> new Recorded());
        String before = recorded.plans().get(line);
        if (before != null) {
            assertEquals(before, plan, "one text block cannot be two plans: " + source + ":" + line);
            return true;
        }
        try {
            String text = Files.readString(source);
            String changed = TextBlock.replace(text, recorded.lineNow(line), golden, plan);
            if (changed == null) {
                return false;
            }
            Files.writeString(source, changed);
            recorded.plans().put(line, plan);
            recorded.moreLines().put(line, lines(changed) - lines(text));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path source(StackTraceElement caller) {
        String name = caller.getClassName();
        String folder = name.substring(0, name.lastIndexOf('.')).replace('.', '/');
        return SOURCES.resolve(folder).resolve(Objects.requireNonNull(caller.getFileName(), name));
    }

    private static int lines(String text) {
        return Math.toIntExact(text.lines().count());
    }
}
