package io.lancang.mutation.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Modules that a test writes and compiles below a folder. */
record ModulesOnDisk(Path root) {
    void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** Compiles a module and its tests, which run with the libraries of this test. */
    void build(String module) throws IOException {
        write(module + "/target/test-classpath", System.getProperty("java.class.path"));
        String own = root.resolve(module).resolve("target/classes").toString();
        compile(module, "main/java", "target/classes", own);
        compile(module, "test/java", "target/test-classes", own);
    }

    /**
     * What the tests of a built module notice of faults that they are asked about together.
     *
     * @param still as {@link WarmRun} takes it
     */
    Map<Fault, Verdict> caught(String module, Set<String> tests, Duration still, Fault... faults)
            throws IOException, InterruptedException {
        Map<Fault, Set<String>> asked = new LinkedHashMap<>();
        for (Fault fault : faults) {
            asked.put(fault, tests);
        }
        InstantSource clock = InstantSource.system();
        Map<Fault, Verdict> caught = new LinkedHashMap<>();
        new WarmRun(
                        new SourceModule(root, root, module),
                        clock,
                        clock.instant().plus(Duration.ofMinutes(5)),
                        caught::put,
                        still)
                .run(asked);
        return caught;
    }

    void compile(String module, String sources, String output, String library) throws IOException {
        Path folder = root.resolve(module);
        Path classes = Files.createDirectories(folder.resolve(output));
        String classpath = library + File.pathSeparator + System.getProperty("java.class.path");
        List<String> files;
        try (Stream<Path> all = Files.walk(folder.resolve("src").resolve(sources))) {
            files = all.filter(Files::isRegularFile).map(Path::toString).toList();
        }
        String[] arguments = Stream.concat(
                        Stream.of("-proc:none", "-parameters", "-g", "-d", classes.toString(), "-cp", classpath),
                        files.stream())
                .toArray(String[]::new);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments));
    }
}
