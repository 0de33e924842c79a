package io.lancang.mutation.fault;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A module in a checkout or in a copy of one.
 *
 * @param checkout the root of the checkout that was built
 * @param root the root of the copy, or the checkout itself
 * @param name the folder of the module
 */
public record SourceModule(Path checkout, Path root, String name) {

    /** The option of the JVM that the tests of a module with Quarkus need. */
    public static final String LOG_MANAGER = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    /** The module's folder. */
    public Path folder() {
        return root.resolve(name);
    }

    /** Where its compiled classes are. */
    public Path classes() {
        return folder().resolve("target/classes");
    }

    /** What its tests run with, as the build wrote it down. */
    public List<Path> classpath() throws IOException {
        List<Path> entries = new ArrayList<>();
        entries.add(folder().resolve("target/test-classes"));
        entries.add(classes());
        Path written = checkout.resolve(name).resolve("target/test-classpath");
        for (String entry : Files.readString(written).strip().split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            entries.add(path.startsWith(checkout) ? root.resolve(checkout.relativize(path)) : path);
        }
        return List.copyOf(entries);
    }

    /** Whether its tests want the log manager that the build gives them. */
    public boolean usesQuarkus() throws IOException {
        return classpath().stream().anyMatch(entry -> entry.toString().contains("jboss-logmanager"));
    }

    /** The names of all of its test classes, in alphabetical order. */
    public List<String> testClasses() throws IOException {
        Path tests = folder().resolve(TESTS);
        try (Stream<Path> files = Files.walk(tests)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .map(file -> className(tests.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    /**
     * The test classes with these simple names, in their order.
     *
     * @throws IllegalArgumentException where one is not there
     */
    public List<String> named(List<String> simpleNames) throws IOException {
        List<String> all = testClasses();
        List<String> found = simpleNames.stream()
                .flatMap(name -> all.stream().filter(test -> test.endsWith("." + name)))
                .toList();
        if (found.size() < simpleNames.size()) {
            throw new IllegalArgumentException("not all of these are test classes of " + name + ": " + simpleNames);
        }
        return found;
    }

    /** The source files of a test class by its simple name, and of those that it extends, as far as they are in this module. */
    public List<Path> testSources(String simpleName) throws IOException {
        List<Path> found = new ArrayList<>();
        Optional<String> name = Optional.of(simpleName);
        while (name.isPresent()) {
            Optional<Path> source = testSource(name.get());
            source.ifPresent(found::add);
            name = source.isPresent() ? superclass(name.get(), Files.readString(source.get())) : Optional.empty();
        }
        return found;
    }

    private Optional<Path> testSource(String simpleName) throws IOException {
        Path tests = folder().resolve(TESTS);
        if (!Files.isDirectory(tests)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(tests)) {
            return files.filter(file -> file.getFileName().toString().equals(simpleName + ".java"))
                    .min(Comparator.naturalOrder());
        }
    }

    private static Optional<String> superclass(String simpleName, String source) {
        Matcher matcher =
                Pattern.compile("\\bclass " + simpleName + " extends (\\w+)").matcher(source);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The test classes in the package of a file, whose path begins at the root of the checkout; none if it has no package. */
    public List<String> testsBeside(Path file) throws IOException {
        Path source = Path.of(name).resolve(MAIN);
        if (!file.startsWith(source)) {
            return List.of();
        }
        String type = className(source.relativize(file));
        String home = type.substring(0, type.lastIndexOf('.'));
        return testClasses().stream()
                .filter(test -> test.substring(0, test.lastIndexOf('.')).equals(home))
                .toList();
    }

    /** The source files of the module that mention a type by its simple name. */
    public List<Path> mentions(String type) throws IOException {
        Pattern word = Pattern.compile("\\b" + type + "\\b");
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder().resolve(MAIN))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                if (word.matcher(Files.readString(file)).find()) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static String className(Path file) {
        return file.toString().replace(".java", "").replace(File.separatorChar, '.');
    }
}
