package io.lancang.mutation.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes until the first test fails. The result is a file of one line: {@code FAILED} and the test, or {@code PASSED} and
 * how many tests ran.
 */
public final class FirstFailure implements TestExecutionListener {
    private final CancellationToken cancellation = CancellationToken.create();
    private final AtomicReference<@Nullable String> failed = new AtomicReference<>();
    private final AtomicInteger passed = new AtomicInteger();

    private FirstFailure() {}

    /** Takes the file for the result and the names of the test classes. Ends with 0 whether a test failed or not. */
    public static void main(String[] arguments) throws Exception {
        FirstFailure run = new FirstFailure();
        List<DiscoverySelector> classes = new ArrayList<>();
        for (String name : List.of(arguments).subList(1, arguments.length)) {
            classes.add(DiscoverySelectors.selectClass(name));
        }
        var discovery =
                LauncherDiscoveryRequestBuilder.request().selectors(classes).build();
        LauncherFactory.create()
                .execute(LauncherExecutionRequestBuilder.request(discovery)
                        .cancellationToken(run.cancellation)
                        .listeners(run)
                        .build());
        Files.writeString(Path.of(arguments[0]), run.result());
        // Applications under test leave threads behind.
        System.exit(0);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                if (test.isTest()) {
                    passed.incrementAndGet();
                }
            }
            case FAILED -> {
                failed.compareAndSet(null, name(test));
                cancellation.cancel();
            }
            case ABORTED -> {}
        }
    }

    private String result() {
        String test = failed.get();
        return test == null ? "PASSED " + passed.get() : "FAILED " + test;
    }

    private static String name(TestIdentifier test) {
        return test.getSource()
                .map(source -> switch (source) {
                    case MethodSource method -> simple(method.getClassName()) + "." + method.getMethodName();
                    case ClassSource type -> simple(type.getClassName());
                    default -> test.getDisplayName();
                })
                .orElse(test.getDisplayName());
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
