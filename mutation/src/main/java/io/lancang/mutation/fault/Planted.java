package io.lancang.mutation.fault;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A fault in the copy of a module: its source changed, and the classes in the place of those that were compiled. Closing it puts
 * everything back.
 */
final class Planted implements AutoCloseable {
    private final Map<Path, byte[]> before = new LinkedHashMap<>();
    private final List<Path> added = new ArrayList<>();

    private Planted() {}

    /**
     * Plants a fault.
     *
     * @throws IllegalArgumentException where it has no place in the file or does not compile
     */
    static Planted plant(Fault fault, SourceModule module) throws IOException {
        Planted planted = new Planted();
        try {
            Path file = module.root().resolve(fault.file());
            String faulty = fault.edit().applyTo(Files.readString(file));
            planted.write(file, faulty.getBytes(StandardCharsets.UTF_8));
            if (file.toString().endsWith(".java")) {
                planted.compile(file, module);
            } else {
                planted.write(resource(fault, module), Files.readAllBytes(file));
            }
            return planted;
        } catch (IOException | RuntimeException failure) {
            planted.close();
            throw failure;
        }
    }

    /**
     * The classes that are other than before, by their names with slashes; empty where the fault is in no class or in one that is new,
     * and so cannot be put into classes that are loaded.
     */
    Map<String, byte[]> changedClasses(SourceModule module) throws IOException {
        Map<String, byte[]> changed = new LinkedHashMap<>();
        for (Map.Entry<Path, byte[]> file : before.entrySet()) {
            byte[] now = Files.readAllBytes(file.getKey());
            if (file.getKey().startsWith(module.classes())
                    && file.getKey().toString().endsWith(".class")
                    && !Arrays.equals(now, file.getValue())) {
                String name = module.classes().relativize(file.getKey()).toString();
                changed.put(name.replace(".class", "").replace(File.separatorChar, '/'), now);
            }
        }
        return added.isEmpty() ? changed : Map.of();
    }

    @Override
    public void close() throws IOException {
        for (Map.Entry<Path, byte[]> file : before.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
        for (Path file : added) {
            Files.deleteIfExists(file);
        }
    }

    private static Path resource(Fault fault, SourceModule module) {
        return module.classes()
                .resolve(Path.of(module.name(), "src/main/resources").relativize(fault.file()));
    }

    /** Compiles also what mentions the type, since its constants are copied to where they are used. */
    private void compile(Path file, SourceModule module) throws IOException {
        Path output = Files.createTempDirectory("fault");
        String classpath =
                module.classpath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> options =
                List.of("-proc:none", "-parameters", "-g", "-nowarn", "-d", output.toString(), "-cp", classpath);
        String type = String.valueOf(file.getFileName()).replace(".java", "");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var sources = files.getJavaFileObjectsFromPaths(module.mentions(type));
            if (!compiler.getTask(said, files, null, options, null, sources).call()) {
                throw new IllegalArgumentException("it does not compile: " + said);
            }
        }
        takeOver(output, module.classes());
    }

    private void takeOver(Path output, Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(classes.resolve(output.relativize(file)), Files.readAllBytes(file));
            }
        }
    }

    private void write(Path file, byte[] content) throws IOException {
        if (Files.exists(file)) {
            before.putIfAbsent(file, Files.readAllBytes(file));
        } else {
            added.add(file);
        }
        Files.write(file, content);
    }
}
