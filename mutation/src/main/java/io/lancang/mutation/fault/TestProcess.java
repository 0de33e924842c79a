package io.lancang.mutation.fault;

import io.lancang.mutation.run.FirstFailure;
import io.lancang.mutation.run.WarmTests;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs test classes of a module in a process of their own, until one test fails. */
final class TestProcess {
    /**
     * How long a test waits for what a fault keeps from happening: many faults are asked about in one process. A test that needs longer
     * without a fault asks about none.
     */
    private static final String PATIENCE = "lancang.test.patience";

    /** Less than a process is waited for in which nothing happens ({@link WarmRun}). */
    private static final int PATIENCE_SECONDS = 10;

    private final SourceModule module;
    private final int limitSeconds;

    TestProcess(SourceModule module, int limitSeconds) {
        this.module = module;
        this.limitSeconds = limitSeconds;
    }

    Verdict run(List<String> tests) throws IOException, InterruptedException {
        Path result = Files.createTempFile("tests", ".txt");
        Path log = module.root().resolve("tests.log");
        List<String> arguments = new ArrayList<>(List.of(result.toString()));
        arguments.addAll(tests);
        try {
            Process process = start(command(List.of(), FirstFailure.class, arguments), log);
            if (!process.waitFor(limitSeconds, TimeUnit.SECONDS)) {
                end(process);
                return new Verdict.Endless(limitSeconds);
            }
            return verdict(Files.readString(result), log);
        } finally {
            Files.delete(result);
        }
    }

    /**
     * Runs test classes in a process that asks each test about the faults of a plan.
     *
     * @param agent a jar that names the agent
     */
    Process warm(Path plan, Path agent, List<String> tests) throws IOException {
        List<String> options = List.of(
                "-javaagent:" + agent + "=" + plan,
                "-D" + WarmTests.PLAN + "=" + plan,
                "-D" + PATIENCE + "=" + PATIENCE_SECONDS);
        return start(command(options, WarmTests.class, tests), plan.resolve("tests.log"));
    }

    private Process start(List<String> command, Path log) throws IOException {
        return new ProcessBuilder(command)
                .directory(module.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private List<String> command(List<String> options, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        if (module.usesQuarkus()) {
            command.add(SourceModule.LOG_MANAGER);
        }
        command.addAll(options);
        command.add("-cp");
        command.add(classpath());
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /** The module's own libraries first: the launcher and this program only add what it lacks. */
    private String classpath() throws IOException {
        StringBuilder entries = new StringBuilder();
        module.classpath().forEach(entry -> entries.append(entry).append(File.pathSeparator));
        for (String own : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (own.contains("junit-platform-launcher") || own.endsWith("classes")) {
                entries.append(own).append(File.pathSeparator);
            }
        }
        return entries.toString();
    }

    private static Verdict verdict(String result, Path log) {
        String[] words = result.strip().split(" ", 2);
        return switch (words[0]) {
            case "FAILED" -> new Verdict.Caught(words[1]);
            case "PASSED" -> new Verdict.Survived(Integer.parseInt(words[1]));
            default -> new Verdict.Invalid("the tests ended without a result; see " + log);
        };
    }

    /** Applications under test stop their database when they are asked to end. */
    static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
