package io.lancang.mutation.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes, each test of which is asked about the faults of a plan ({@link Trials}). */
public final class WarmTests {
    /** The property that names the folder of the plan. */
    public static final String PLAN = "lancang.faults.plan";

    /**
     * The file in the folder of the plan that is written when a class or a test begins, so that a slow start of an application is not
     * taken for a test without end.
     */
    public static final String BEGUN = "begun";

    /** The file with the test classes that have been asked about all faults, one a line. */
    public static final String FINISHED = "finished";

    private WarmTests() {}

    /** What fails without a fault asks about none; the log of the process says why. */
    private static final class FailuresInLog implements TestExecutionListener {
        @Override
        public void executionStarted(TestIdentifier test) {
            write(BEGUN, test.getUniqueId());
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().ifPresent(failure -> {
                System.err.println("FAILED without a fault: " + test.getUniqueId());
                failure.printStackTrace();
            });
            if (test.isContainer()
                    && test.getSource().orElse(null) instanceof ClassSource source
                    && result.getThrowable().isEmpty()) {
                write(FINISHED, source.getClassName() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        }

        private static void write(String file, String text, OpenOption... options) {
            try {
                Files.writeString(Path.of(System.getProperty(PLAN), file), text, options);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /**
     * Takes the names of the test classes. Those that start no application are asked first, in their order: what they notice needs no
     * other. Ends with 0 whether a test failed or not.
     */
    public static void main(String[] tests) throws ClassNotFoundException {
        List<String> alone = new ArrayList<>();
        List<String> inApplications = new ArrayList<>();
        for (String test : tests) {
            (WarmExtension.isInApplication(Class.forName(test, false, WarmTests.class.getClassLoader()))
                            ? inApplications
                            : alone)
                    .add(test);
        }
        // Each by itself, since Quarkus has JUnit order classes by their names.
        alone.forEach(test -> run(List.of(test)));
        run(inApplications);
        // Applications under test leave threads behind.
        System.exit(0);
    }

    private static void run(List<String> tests) {
        var discovery = LauncherDiscoveryRequestBuilder.request()
                .selectors(tests.stream().map(DiscoverySelectors::selectClass).toList())
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .build();
        LauncherFactory.create()
                .execute(LauncherExecutionRequestBuilder.request(discovery)
                        .listeners(new FailuresInLog())
                        .build());
    }
}
