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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plants faults in a module of one class whose test holds the sum, in a constant that javac copies, but not the difference. */
class FaultRunTest {
    @TempDir
    private Path root;

    private ModulesOnDisk modules;

    @BeforeEach
    void buildAModule() throws IOException {
        modules = new ModulesOnDisk(root);
        modules.write("numbers/src/main/java/n/Numbers.java", """
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
        modules.write("numbers/src/main/java/n/Printer.java", """
                package n;
                public class Printer {
                    public static String print() {
                        return Numbers.sum(1, 2) + Numbers.UNIT;
                    }
                }
                """);
        modules.write("numbers/src/test/java/n/NumbersTest.java", """
                package n;
                import org.junit.jupiter.api.Assertions;
                import org.junit.jupiter.api.Test;
                class NumbersTest {
                    @Test void adds() { Assertions.assertEquals("3t", Printer.print()); }
                }
                """);
        modules.build("numbers");
    }

    @Test
    void saysWhichTestNoticedAndWhatSurvived() throws Exception {
        Fault sum = fault("sum", "return a + b;", "return a * b;");
        Fault unit =
                fault("unit", "public static final String UNIT = \"t\";", "public static final String UNIT = \"kg\";");
        Fault difference = fault("difference", "return a - b;", "return b - a;");
        Fault broken = fault("broken", "return a + b;", "return c;");
        Fault gone = fault("gone", "return a / b;", "return b / a;");

        Map<Fault, Verdict> verdicts = new FaultRun(root, FaultRun.Extent.ALL)
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

    /** No test runs the difference, so that nobody knows whether one would notice. */
    @Test
    void saysOfOneApplicationForAllWhatItsTestsRanAndDidNotNotice() throws Exception {
        modules.write("numbers/src/main/java/n/Doubling.java", """
                package n;
                public class Doubling {
                    public static int doubled(int a) {
                        return a + a;
                    }
                }
                """);
        modules.write("numbers/src/test/java/n/DoublingTest.java", """
                package n;
                import org.junit.jupiter.api.Assertions;
                import org.junit.jupiter.api.Test;
                class DoublingTest {
                    @Test void doubles() { Assertions.assertEquals(4, Doubling.doubled(2)); }
                    @Test void doublesNothing() { Assertions.assertEquals(0, Doubling.doubled(0)); }
                }
                """);
        modules.build("numbers");
        Fault sum = fault("sum", "return a + b;", "return a * b;");
        Fault difference = fault("difference", "return a - b;", "return b - a;");
        Fault doubled = new Fault(
                "doubled",
                Path.of("numbers/src/main/java/n/Doubling.java"),
                "why",
                List.of("NumbersTest", "DoublingTest"),
                new Edit.Lines(List.of("return a + a;"), List.of("return a * a;")),
                Optional.empty());

        Map<Fault, Verdict> verdicts = new FaultRun(root, FaultRun.Extent.RUNNING)
                .run(
                        List.of(sum, difference, doubled),
                        InstantSource.system(),
                        Duration.ofMinutes(5),
                        (fault, verdict) -> {});

        assertEquals(Map.of(sum, new Verdict.Caught("NumbersTest.adds"), doubled, new Verdict.Survived(2)), verdicts);
    }

    @ParameterizedTest
    @EnumSource(names = {"FIRST_TESTS", "ALONE"})
    void asksTheTestsOfAModuleThatUsesIt(FaultRun.Extent extent) throws Exception {
        modules.write("users/src/test/java/u/UserTest.java", """
                package u;
                import org.junit.jupiter.api.Assertions;
                import org.junit.jupiter.api.Test;
                class UserTest {
                    @Test void subtracts() { Assertions.assertEquals(1, n.Numbers.difference(3, 2)); }
                }
                """);
        String numbers = root.resolve("numbers/target/classes").toString();
        modules.write(
                "users/target/test-classpath", numbers + File.pathSeparator + System.getProperty("java.class.path"));
        modules.compile("users", "test", "target/test-classes", numbers);
        Fault difference = new Fault(
                "difference",
                Path.of("numbers/src/main/java/n/Numbers.java"),
                "why",
                List.of("users/UserTest"),
                new Edit.Lines(List.of("return a - b;"), List.of("return b - a;")),
                Optional.empty());

        Map<Fault, Verdict> verdicts = new FaultRun(root, extent)
                .run(List.of(difference), InstantSource.system(), Duration.ofMinutes(5), (fault, verdict) -> {});

        assertEquals(new Verdict.Caught("UserTest.subtracts"), verdicts.get(difference));
    }

    /** Where it was caught before, no time at all is enough. */
    @Test
    void asksAgainOnlyOnceTheFaultItsFileOrTheTestThatCaughtItHasChanged() throws Exception {
        Fault sum = fault("sum", "return a + b;", "return a * b;");
        Map<Fault, Verdict> caught = Map.of(sum, new Verdict.Caught("NumbersTest.adds"));
        Path source = root.resolve("numbers/src/main/java/n/Numbers.java");
        Path test = root.resolve("numbers/src/test/java/n/NumbersTest.java");

        assertEquals(caught, ask(sum, Duration.ofMinutes(5)));
        assertEquals(caught, ask(sum, Duration.ZERO));
        assertEquals(Map.of(), ask(fault("sum", "return a + b;", "return a - b;"), Duration.ZERO));
        for (Path changed : List.of(source, test)) {
            String text = Files.readString(changed);
            Files.writeString(changed, text + "// changed\n");
            assertEquals(Map.of(), ask(sum, Duration.ZERO));
            Files.writeString(changed, text);
        }
        assertEquals(caught, ask(sum, Duration.ZERO));
    }

    /** A new test beside the one that caught a fault takes nothing from it. */
    @Test
    void holdsThatAFaultIsCaughtWhileOtherTestsComeAndGo() throws Exception {
        Fault sum = fault("sum", "return a + b;", "return a * b;");
        Map<Fault, Verdict> caught = ask(sum, Duration.ofMinutes(5));

        modules.write("numbers/src/test/java/n/AnotherTest.java", "package n; class AnotherTest {}");

        assertEquals(caught, ask(sum, Duration.ZERO));
    }

    /** As where an application does not start. */
    @Test
    void keepsThatAFaultStoppedAWholeClass() throws Exception {
        modules.write("numbers/src/test/java/n/NumbersTest.java", """
                package n;
                import org.junit.jupiter.api.Assertions;
                import org.junit.jupiter.api.BeforeAll;
                import org.junit.jupiter.api.Test;
                class NumbersTest {
                    @BeforeAll static void prepares() { Assertions.assertEquals(5, Numbers.sum(2, 3)); }
                    @Test void subtracts() { Assertions.assertEquals(1, Numbers.difference(3, 2)); }
                }
                """);
        modules.build("numbers");
        Fault sum = fault("sum", "return a + b;", "return a * b;");
        Map<Fault, Verdict> caught = Map.of(sum, new Verdict.Caught("NumbersTest"));

        assertEquals(caught, ask(sum, Duration.ofMinutes(5)));
        assertEquals(caught, ask(sum, Duration.ZERO));
    }

    @Test
    void asksAgainOnceWhatTheTestExtendsHasChanged() throws Exception {
        modules.write("numbers/src/test/java/n/Sums.java", """
                package n;
                import org.junit.jupiter.api.Assertions;
                import org.junit.jupiter.api.Test;
                abstract class Sums {
                    @Test void adds() { Assertions.assertEquals(5, Numbers.sum(2, 3)); }
                }
                """);
        modules.write("numbers/src/test/java/n/NumbersTest.java", "package n; class NumbersTest extends Sums {}");
        modules.build("numbers");
        Fault sum = fault("sum", "return a + b;", "return a * b;");
        assertEquals(Map.of(sum, new Verdict.Caught("NumbersTest.adds")), ask(sum, Duration.ofMinutes(5)));

        Path sums = root.resolve("numbers/src/test/java/n/Sums.java");
        Files.writeString(sums, Files.readString(sums) + "// changed\n");

        assertEquals(Map.of(), ask(sum, Duration.ZERO));
    }

    /** The file is part of the repository: a fault keeps its line, whatever caught it before. */
    @Test
    void keepsALineForEachFaultInTheOrderOfTheirNames() throws Exception {
        Fault unit =
                fault("unit", "public static final String UNIT = \"t\";", "public static final String UNIT = \"kg\";");
        Fault sum = fault("sum", "return a + b;", "return a * b;");
        ask(unit, Duration.ofMinutes(5));
        ask(sum, Duration.ofMinutes(5));
        Path test = root.resolve("numbers/src/test/java/n/NumbersTest.java");
        Files.writeString(test, Files.readString(test) + "// changed\n");
        ask(sum, Duration.ofMinutes(5));

        List<String> lines = Files.readAllLines(root.resolve("mutation/verdicts/numbers.tsv"));

        assertEquals(
                List.of("sum\tNumbersTest.adds", "unit\tNumbersTest.adds"),
                lines.stream()
                        .map(line -> line.substring(line.indexOf('\t') + 1))
                        .toList());
    }

    /** Whoever writes a test for it wants to know whether it is caught now. */
    @Test
    void asksAgainWhatSurvived() throws Exception {
        Fault difference = fault("difference", "return a - b;", "return b - a;");

        assertEquals(Map.of(difference, new Verdict.Survived(1)), ask(difference, Duration.ofMinutes(5)));
        assertEquals(Map.of(), ask(difference, Duration.ZERO));
    }

    private Map<Fault, Verdict> ask(Fault fault, Duration limit) throws Exception {
        return new FaultRun(root, FaultRun.Extent.FIRST_TESTS)
                .run(List.of(fault), InstantSource.system(), limit, (any, verdict) -> {});
    }

    @Test
    void beginsNothingWhenTheTimeIsUp() throws Exception {
        Map<Fault, Verdict> verdicts = new FaultRun(root, FaultRun.Extent.ALL)
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
}
