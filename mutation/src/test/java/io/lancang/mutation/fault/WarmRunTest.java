package io.lancang.mutation.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Puts faults into a module whose tests run in one process for all of them. */
class WarmRunTest {
    private static final Fault SUM = fault("sum", "return a + b;", "return a * b;");
    private static final Fault DOUBLED = fault(
            "doubled", "return numbers.mapToObj(n -> n * 2).toList();", "return numbers.mapToObj(n -> 2).toList();");
    private static final Fault CONSTANT =
            fault("constant", "static final int START = Integer.parseInt(\"7\");", "static final int START = 8;");
    private static final Fault COMPUTED = fault(
            "computed",
            "private static final String PART = String.valueOf(1);",
            "private static final String PART = String.valueOf(2);");
    private static final Fault ASSERTED = fault("asserted", "return a + b;", "assert a < b; return a + a;");
    private static final Fault ENDLESS =
            fault("endless", "return a + b;", "while (a + b == 3) { Thread.onSpinWait(); } return a + b;");
    private static final Fault UNHELD = fault("unheld", "return a - b;", "return b - a;");

    @TempDir
    private Path root;

    @BeforeEach
    void buildAModule() throws IOException {
        ModulesOnDisk modules = new ModulesOnDisk(root);
        modules.write("numbers/src/main/java/n/Numbers.java", """
                package n;
                import java.util.List;
                import java.util.stream.IntStream;
                public class Numbers {
                    static final int START = Integer.parseInt("7");
                    private static final String PART = String.valueOf(1);
                    private static final String WHOLE = "a" + PART.repeat(2);
                    private static final long OTHER = System.nanoTime();
                    static String whole() {
                        return WHOLE;
                    }
                    static int sum(int a, int b) {
                        return a + b;
                    }
                    static int difference(int a, int b) {
                        return a - b;
                    }
                    static List<Integer> doubled(IntStream numbers) {
                        return numbers.mapToObj(n -> n * 2).toList();
                    }
                }
                """);
        modules.write("numbers/src/main/java/n/Parts.java", """
                package n;
                class Parts {
                    static final String FIRST = String.valueOf(1);
                    static String second() {
                        return "2";
                    }
                }
                """);
        modules.write("numbers/src/main/java/n/Statements.java", """
                package n;
                import java.util.Map;
                class Statements {
                    static final Map<String, Statement> BY_NAME = Map.of("both", new Statement(Parts.FIRST + Parts.second()));
                    record Statement(String text) {
                        static final Statement ALONE = new Statement(Parts.second());
                    }
                    static String first() {
                        return "select " + Parts.FIRST;
                    }
                }
                """);
        modules.write("numbers/src/main/java/n/Reader.java", """
                package n;
                class Reader {
                    private static final String BOTH = String.valueOf(Statements.BY_NAME.get("both").text());
                    static String both() {
                        return BOTH;
                    }
                    static String alone() {
                        return Statements.Statement.ALONE.text();
                    }
                }
                """);
        modules.write("numbers/src/test/java/n/FirstTest.java", """
                package n;
                import static org.junit.jupiter.api.Assertions.assertEquals;
                import org.junit.jupiter.api.Test;
                class FirstTest {
                    @Test void isRead() { assertEquals("select 1", Statements.first()); }
                }
                """);
        modules.write("numbers/src/test/java/n/BothTest.java", """
                package n;
                import static org.junit.jupiter.api.Assertions.assertEquals;
                import org.junit.jupiter.api.Test;
                class BothTest {
                    @Test void arePutTogether() { assertEquals("12", Reader.both()); }
                }
                """);
        modules.write("numbers/src/test/java/n/AloneTest.java", """
                package n;
                import static org.junit.jupiter.api.Assertions.assertEquals;
                import org.junit.jupiter.api.Test;
                class AloneTest {
                    @Test void isARecord() { assertEquals("2", Reader.alone()); }
                }
                """);
        modules.write("numbers/src/test/java/n/NumbersTest.java", """
                package n;
                import static org.junit.jupiter.api.Assertions.assertEquals;
                import java.util.List;
                import java.util.stream.IntStream;
                import org.junit.jupiter.api.Test;
                class NumbersTest {
                    @Test void adds() { assertEquals(3, Numbers.sum(1, 2)); }
                    @Test void doubles() { assertEquals(List.of(2, 4), Numbers.doubled(IntStream.of(1, 2))); }
                    @Test void isWhole() { assertEquals("a11", Numbers.whole()); }
                    @Test void starts() { assertEquals(7, Numbers.START); }
                }
                """);
        modules.write("numbers/src/test/java/n/OnceTest.java", """
                package n;
                import static org.junit.jupiter.api.Assertions.assertEquals;
                import org.junit.jupiter.api.Test;
                class OnceTest {
                    private static int runs;
                    @Test void runsOnce() { assertEquals(3, Numbers.sum(2, ++runs)); }
                }
                """);
        modules.write("numbers/src/test/java/n/PreparedTest.java", """
                package n;
                import static org.junit.jupiter.api.Assertions.assertEquals;
                import org.junit.jupiter.api.AfterEach;
                import org.junit.jupiter.api.BeforeEach;
                import org.junit.jupiter.api.Test;
                class PreparedTest {
                    private int before;
                    @BeforeEach void prepare() { before = 0; }
                    @AfterEach void cleanUp() { before = 1; }
                    @Test void differs() { assertEquals(3, Numbers.difference(4, ++before)); }
                }
                """);
        modules.write("numbers/src/test/java/n/StatefulTest.java", """
                package n;
                import static org.junit.jupiter.api.Assertions.assertEquals;
                import static org.junit.jupiter.api.Assertions.assertTrue;
                import java.util.ArrayList;
                import java.util.List;
                import org.junit.jupiter.api.AfterEach;
                import org.junit.jupiter.api.BeforeEach;
                import org.junit.jupiter.api.Test;
                class StatefulTest {
                    private final List<Integer> sums = new ArrayList<>();
                    private boolean isOpen;
                    @BeforeEach void begin() { isOpen = true; }
                    @AfterEach void end() { isOpen = false; }
                    @Test void addsToAnEmptyList() {
                        assertTrue(isOpen);
                        isOpen = false;
                        sums.add(Numbers.sum(1, 2));
                        assertEquals(List.of(3), sums);
                    }
                }
                """);
        modules.build("numbers");
    }

    @Test
    void saysWhichTestNoticedAndLeavesWhatHasNoEffectInARunningApplication() throws Exception {
        assertEquals(
                Map.of(
                        SUM, new Verdict.Caught("NumbersTest.adds"),
                        DOUBLED, new Verdict.Caught("NumbersTest.doubles"),
                        COMPUTED, new Verdict.Caught("NumbersTest.isWhole")),
                run("n.NumbersTest", SUM, DOUBLED, COMPUTED, CONSTANT, UNHELD));
    }

    /** A constant of Parts, which Statements puts into a map of records, of which Reader makes one of its own; a method that it calls. */
    @ParameterizedTest
    @CsvSource({
        "FirstTest, isRead, first",
        "BothTest, arePutTogether, first",
        "BothTest, arePutTogether, second",
        "AloneTest, isARecord, second"
    })
    void followsAConstantToThoseThatAreMadeOfIt(String test, String method, String part) throws Exception {
        Fault fault = part.equals("first")
                ? fault(
                        "Parts",
                        part,
                        "static final String FIRST = String.valueOf(1);",
                        "static final String FIRST = String.valueOf(3);")
                : fault("Parts", part, "return \"2\";", "return \"3\";");

        assertEquals(Map.of(fault, new Verdict.Caught(test + "." + method)), run("n." + test, fault, SUM, COMPUTED));
    }

    @Test
    void leavesWhatNeedsAFieldThatIsNotThere() throws Exception {
        assertEquals(
                Map.of(DOUBLED, new Verdict.Caught("NumbersTest.doubles")), run("n.NumbersTest", ASSERTED, DOUBLED));
    }

    @Test
    void believesNoTestThatFailsTheSecondTimeAnyway() throws Exception {
        assertEquals(Map.of(), run("n.OnceTest", SUM));
    }

    @Test
    void preparesATestForEachOfItsRuns() throws Exception {
        assertEquals(Map.of(UNHELD, new Verdict.Caught("PreparedTest.differs")), run("n.PreparedTest", UNHELD));
    }

    @Test
    void preparesATestAnewBeforeItRunsAgain() throws Exception {
        assertEquals(Map.of(SUM, new Verdict.Caught("StatefulTest.addsToAnEmptyList")), run("n.StatefulTest", SUM));
    }

    /** Both notice. */
    @ParameterizedTest
    @CsvSource({"StatefulTest, NumbersTest, addsToAnEmptyList", "NumbersTest, StatefulTest, adds"})
    void asksTestsInTheOrderInWhichTheyAreNamed(String first, String second, String method) throws Exception {
        List<String> tests = new SourceModule(root, root, "numbers").named(List.of(first, second));

        assertEquals(Map.of(SUM, new Verdict.Caught(first + "." + method)), run(new LinkedHashSet<>(tests), SUM));
    }

    /** It is judged by itself later. What was asked before it is not asked again. */
    @Test
    void endsAProcessInWhichATestDoesNotEndAndGoesOnInAnother() throws Exception {
        assertEquals(
                Map.of(
                        DOUBLED, new Verdict.Caught("NumbersTest.doubles"),
                        UNHELD, new Verdict.Caught("PreparedTest.differs")),
                run(Set.of("n.NumbersTest", "n.PreparedTest"), DOUBLED, ENDLESS, UNHELD));
    }

    private Map<Fault, Verdict> run(String test, Fault... faults) throws IOException, InterruptedException {
        return run(Set.of(test), faults);
    }

    private Map<Fault, Verdict> run(Set<String> tests, Fault... faults) throws IOException, InterruptedException {
        return new ModulesOnDisk(root).caught("numbers", tests, Duration.ofSeconds(1), faults);
    }

    private static Fault fault(String name, String was, String is) {
        return fault("Numbers", name, was, is);
    }

    private static Fault fault(String type, String name, String was, String is) {
        return new Fault(
                name,
                Path.of("numbers/src/main/java/n/" + type + ".java"),
                "why",
                List.of(),
                new Edit.Lines(List.of(was), List.of(is)),
                Optional.empty());
    }
}
