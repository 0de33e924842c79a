package io.lancang.mutation.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A fault that was compiled, or made into the definition that a database would have with it.
 *
 * @param number by which the process that compiled it knows it
 * @param tests the names of the test classes to ask
 * @param classes its classes by their names with slashes; none where it is in a definition of the database
 * @param redefinition what it changes in a database
 */
public record WarmFault(
        int number, Set<String> tests, Map<String, byte[]> classes, Optional<Redefinition> redefinition) {
    private static final String MIGRATION = "migration";
    private static final String DEFINITION = "definition.sql";
    private static final String FAULTY = "faulty.sql";

    public WarmFault {
        tests = Set.copyOf(tests);
        classes = Map.copyOf(classes);
    }

    /** Writes it into a folder of its own below {@code plan}. */
    public void write(Path plan) throws IOException {
        Path folder = Files.createDirectories(plan.resolve(String.valueOf(number)));
        Files.write(folder.resolve("tests"), tests);
        Files.createDirectories(folder.resolve("classes"));
        for (Map.Entry<String, byte[]> type : classes.entrySet()) {
            Path file = folder.resolve("classes").resolve(type.getKey() + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, type.getValue());
        }
        if (redefinition.isPresent()) {
            Files.writeString(folder.resolve(MIGRATION), redefinition.get().migration());
            Files.writeString(folder.resolve(DEFINITION), redefinition.get().definition());
            Files.writeString(folder.resolve(FAULTY), redefinition.get().faulty());
        }
    }

    /** Those that were written below {@code plan}. */
    static List<WarmFault> readAll(Path plan) throws IOException {
        List<WarmFault> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(plan)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                found.add(read(folder));
            }
        }
        return found;
    }

    private static WarmFault read(Path folder) throws IOException {
        Path root = folder.resolve("classes");
        Map<String, byte[]> classes = new HashMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                classes.put(root.relativize(file).toString().replace(".class", ""), Files.readAllBytes(file));
            }
        }
        return new WarmFault(
                Integer.parseInt(String.valueOf(folder.getFileName())),
                Set.copyOf(Files.readAllLines(folder.resolve("tests"))),
                classes,
                Files.exists(folder.resolve(DEFINITION))
                        ? Optional.of(new Redefinition(
                                Files.readString(folder.resolve(MIGRATION)),
                                Files.readString(folder.resolve(DEFINITION)),
                                Files.readString(folder.resolve(FAULTY))))
                        : Optional.empty());
    }
}
