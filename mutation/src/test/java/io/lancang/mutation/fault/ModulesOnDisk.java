package io.lancang.mutation.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Modules that a test writes and compiles below a folder. */
record ModulesOnDisk(Path root) {
    void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
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
