package io.lancang.mutation.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks a test that just passed about each fault that no test has noticed yet and whose method it runs, or that a database of it can
 * have. A fault counts as caught where the test passes before it is put in, fails while it is there, and passes once it is gone: one
 * that leaves something behind blames nothing on the next.
 */
public final class Trials {
    /** The file in the folder of the plan with what was caught: the number of a fault and the test, one a line. */
    public static final String CAUGHT = "caught";

    /** The file with what was tried: the number of a fault, and how many milliseconds the test took without it, one a line. */
    public static final String TRYING = "trying";

    /** The file with what a test that ran it passed with: the number of a fault, one a line. */
    public static final String PASSED = "passed";

    private static @Nullable Trials ofProcess;

    private final Path plan;
    private final List<WarmFault> pending;

    private Trials(Path plan, List<WarmFault> pending) {
        this.plan = plan;
        this.pending = pending;
    }

    /** A test that can be run any number of times. */
    @FunctionalInterface
    interface Repeated {
        /** Throws what a test that fails throws. */
        void run() throws Throwable;
    }

    /** What a test said to a fault. */
    private enum Outcome {
        NOT_PLANTED,
        PASSED,
        NOTICED;

        static Outcome of(Repeated test) {
            return passes(test) ? PASSED : NOTICED;
        }
    }

    /** Those of this process. */
    static synchronized Trials ofProcess() throws IOException {
        Trials known = ofProcess;
        if (known == null) {
            Path plan = Path.of(System.getProperty(WarmTests.PLAN));
            known = new Trials(plan, new ArrayList<>(WarmFault.readAll(plan)));
            ofProcess = known;
        }
        return known;
    }

    /** Asks one test. */
    synchronized void ask(String testClass, String method, Repeated test) throws IOException {
        List<WarmFault> here = pending.stream()
                .filter(fault -> fault.tests().contains(testClass))
                .toList();
        here.forEach(fault -> System.clearProperty(Variants.REACHED + fault.number()));
        if (here.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        if (!passes(test)) {
            return;
        }
        long milliseconds = (System.nanoTime() - began) / 1_000_000;
        List<WarmFault> reached = here.stream()
                .filter(fault -> fault.redefinition().isPresent()
                        || System.getProperty(Variants.REACHED + fault.number()) != null)
                .toList();
        for (WarmFault fault : reached) {
            write(TRYING, fault.number() + " " + milliseconds + "\n");
            switch (outcome(fault, test)) {
                case NOT_PLANTED -> {}
                case PASSED -> write(PASSED, fault.number() + "\n");
                case NOTICED -> {
                    if (!passes(test)) {
                        return;
                    }
                    pending.remove(fault);
                    write(
                            CAUGHT,
                            fault.number() + " " + testClass.substring(testClass.lastIndexOf('.') + 1) + "." + method
                                    + "\n");
                }
            }
        }
    }

    private static Outcome outcome(WarmFault fault, Repeated test) {
        if (fault.redefinition().isPresent()) {
            return outcome(fault.redefinition().get(), test);
        }
        System.setProperty(Variants.ACTIVE, String.valueOf(fault.number()));
        try {
            return Outcome.of(test);
        } finally {
            System.clearProperty(Variants.ACTIVE);
        }
    }

    private static Outcome outcome(Redefinition fault, Repeated test) {
        try {
            return switch (fault.plant()) {
                case IN_PLACE -> Outcome.of(test);
                case NOWHERE -> Outcome.NOT_PLANTED;
                case REFUSED -> Outcome.NOTICED;
            };
        } catch (SQLException failure) {
            throw new IllegalStateException("A database of the tests takes no fault", failure);
        } finally {
            remove(fault);
        }
    }

    private static void remove(Redefinition fault) {
        try {
            fault.remove();
        } catch (SQLException failure) {
            throw new IllegalStateException("A database of the tests keeps a fault", failure);
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever a test throws is its failure
    private static boolean passes(Repeated test) {
        try {
            test.run();
            return true;
        } catch (Throwable failure) {
            return false;
        }
    }

    private void write(String file, String line) throws IOException {
        Files.writeString(plan.resolve(file), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
