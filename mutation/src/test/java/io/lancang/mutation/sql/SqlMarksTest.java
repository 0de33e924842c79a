package io.lancang.mutation.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.mutation.fault.Fault;
import io.lancang.mutation.fault.SourceModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqlMarksTest {
    private static final Path ROOT = Path.of("..");
    private static final String TESTS = """
            ## trade/src
            tests: A, other/B

            ## trade/src/flow
            tests: C
            """;

    private static final String EQUIVALENT = """
            ## drops a = 1
            file: trade/src/flow/X.java
            why: a is always 1
            """;

    @Test
    void asksTheTestsOfTheInnermostFolder() {
        SqlMarks marks = SqlMarks.parse(TESTS, EQUIVALENT);
        assertEquals(List.of("A", "other/B"), marks.testsOf(Path.of("trade/src/flows/X.java"), List.of()));
        assertEquals(List.of("Beside", "C"), marks.testsOf(Path.of("trade/src/flow/X.java"), List.of("Beside", "C")));
        assertEquals(List.of("Beside"), marks.testsOf(Path.of("kit/src/X.java"), List.of("Beside")));
    }

    @Test
    void asksTheTestsOfAFileAlone() {
        SqlMarks marks = SqlMarks.parse("## trade/src/flow/X.java\ntests: D", EQUIVALENT);
        assertEquals(List.of("D"), marks.testsOf(Path.of("trade/src/flow/X.java"), List.of("Beside")));
    }

    @Test
    void saysWhyNothingCanNoticeAFault() {
        SqlMarks marks = SqlMarks.parse(TESTS, EQUIVALENT);
        assertEquals(
                Optional.of("a is always 1"), marks.equivalent(Path.of("trade/src/flow/X.java"), "drops a = 1", 2));
        assertEquals(Optional.empty(), marks.equivalent(Path.of("trade/src/flow/X.java"), "drops b = 1", 1));
        assertEquals(Optional.empty(), marks.equivalent(Path.of("trade/src/flow/Y.java"), "drops a = 1", 1));
    }

    @Test
    void marksTheOneOfSeveralThatDoTheSame() {
        SqlMarks marks = SqlMarks.parse(TESTS, EQUIVALENT + "which: 2");
        assertEquals(Optional.empty(), marks.equivalent(Path.of("trade/src/flow/X.java"), "drops a = 1", 1));
        assertEquals(
                Optional.of("a is always 1"), marks.equivalent(Path.of("trade/src/flow/X.java"), "drops a = 1", 2));
    }

    @Test
    void refusesAMarkWithoutAReason() {
        assertThrows(IllegalArgumentException.class, () -> SqlMarks.parse(TESTS, "## drops a\nfile: X.java"));
    }

    @Test
    void namesMarksWhoseFaultIsGone() {
        assertEquals(
                List.of("trade/src/flow/X.java: drops a = 1"),
                SqlMarks.parse(TESTS, EQUIVALENT).superfluous(List.of()));
    }

    /** Where this fails, a statement changed: take its mark out of the file, or change it with it. */
    @Test
    void everyMarkHasItsFaultAndItsTests() throws IOException {
        List<Fault> faults = new ArrayList<>();
        for (String module : SqlTexts.MODULES) {
            faults.addAll(SqlTexts.faults(ROOT, module));
        }
        assertEquals(List.of(), SqlMarks.read(ROOT).superfluous(faults));
        for (Fault fault : faults) {
            for (String module : fault.testModules()) {
                new SourceModule(ROOT, ROOT, module).named(fault.testsOf(module));
            }
        }
    }
}
