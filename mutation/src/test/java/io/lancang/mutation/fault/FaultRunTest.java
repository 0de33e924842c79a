package io.lancang.mutation.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants faults in a module of one class whose test holds the sum, in a constant that javac copies, but not the difference. */
class FaultRunTest {
    @TempDir
    private Path root;

    @BeforeEach
    void buildAModule() throws IOException {
        write("numbers/src/main/java/n/Numbers.java", """
                package n;
                public class Numbers {
                    public static final String UNIT = "t";
                    public static int sum(int a, int b) {
                        return a + b;
                    }
                    public static int difference(int a, int b) {
                        return a - b;
                    }
                }
                """);
        write("numbers/src/main/java/n/Printer.java", """
                package n;
                public class Printer {
                    public static String print() {
                        return Numbers.sum(1, 2) + Numbers.UNIT;
                    }
                }
                """);
        write("numbers/src/test/java/n/NumbersTest.java", """
                package n;
                import org.junit.jupiter.api.Assertions;
                import org.junit.jupiter.api.Test;
                class NumbersTest {
                    @Test void adds() { Assertions.assertEquals("3t", Printer.print()); }
                }
                """);
        write("numbers/target/test-classpath", System.getProperty("java.class.path"));
        String numbers = root.resolve("numbers/target/classes").toString();
        compile("numbers", "main", "target/classes", numbers);
        compile("numbers", "test", "target/test-classes", numbers);
    }

    @Test
    void saysWhichTestNoticedAndWhatSurvived() throws Exception {
        Fault sum = fault("sum", "return a + b;", "return a * b;");
        Fault unit =
                fault("unit", "public static final String UNIT = \"t\";", "public static final String UNIT = \"kg\";");
        Fault difference = fault("difference", "return a - b;", "return b - a;");
        Fault broken = fault("broken", "return a + b;", "return c;");
        Fault gone = fault("gone", "return a / b;", "return b / a;");

        Map<Fault, Verdict> verdicts = new FaultRun(root, false)
                .run(
                        List.of(broken, sum, unit, difference, gone),
                        InstantSource.system(),
                        Duration.ofMinutes(5),
                        (fault, verdict) -> {});

        assertInstanceOf(Verdict.Invalid.class, verdicts.get(broken));
        assertEquals(new Verdict.Caught("NumbersTest.adds"), verdicts.get(sum));
        // The class that uses the constant was compiled anew too.
        assertEquals(new Verdict.Caught("NumbersTest.adds"), verdicts.get(unit));
        // It also shows that the faults before it were taken back.
        assertEquals(new Verdict.Survived(1), verdicts.get(difference));
        assertEquals(
                new Verdict.Invalid("the file has 0 places with these lines, not one: return a / b;"),
                verdicts.get(gone));
    }

    @Test
    void asksTheTestsOfAModuleThatUsesIt() throws Exception {
        write("users/src/test/java/u/UserTest.java", """
                package u;
                import org.junit.jupiter.api.Assertions;
                import org.junit.jupiter.api.Test;
                class UserTest {
                    @Test void subtracts() { Assertions.assertEquals(1, n.Numbers.difference(3, 2)); }
                }
                """);
        String numbers = root.resolve("numbers/target/classes").toString();
        write("users/target/test-classpath", numbers + File.pathSeparator + System.getProperty("java.class.path"));
        compile("users", "test", "target/test-classes", numbers);
        Fault difference = new Fault(
                "difference",
                Path.of("numbers/src/main/java/n/Numbers.java"),
                "why",
                List.of("users/UserTest"),
                new Edit.Lines(List.of("return a - b;"), List.of("return b - a;")),
                Optional.empty());

        Map<Fault, Verdict> verdicts = new FaultRun(root, true)
                .run(List.of(difference), InstantSource.system(), Duration.ofMinutes(5), (fault, verdict) -> {});

        assertEquals(new Verdict.Caught("UserTest.subtracts"), verdicts.get(difference));
    }

    @Test
    void beginsNothingWhenTheTimeIsUp() throws Exception {
        Map<Fault, Verdict> verdicts = new FaultRun(root, false)
                .run(
                        List.of(fault("sum", "return a + b;", "return a * b;")),
                        InstantSource.system(),
                        Duration.ZERO,
                        (fault, verdict) -> {});

        assertEquals(Map.of(), verdicts);
    }

    private static Fault fault(String name, String was, String is) {
        return new Fault(
                name,
                Path.of("numbers/src/main/java/n/Numbers.java"),
                "why",
                List.of(),
                new Edit.Lines(List.of(was), List.of(is)),
                Optional.empty());
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void compile(String module, String sources, String output, String library) throws IOException {
        Path folder = root.resolve(module);
        Path classes = Files.createDirectories(folder.resolve(output));
        String classpath = library + File.pathSeparator + System.getProperty("java.class.path");
        List<String> files;
        try (Stream<Path> all = Files.walk(folder.resolve("src").resolve(sources))) {
            files = all.filter(Files::isRegularFile).map(Path::toString).toList();
        }
        String[] arguments = Stream.concat(
                        Stream.of("-proc:none", "-d", classes.toString(), "-cp", classpath), files.stream())
                .toArray(String[]::new);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments));
    }
}
