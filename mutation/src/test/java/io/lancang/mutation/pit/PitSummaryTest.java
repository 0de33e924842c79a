package io.lancang.mutation.pit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.mutation.pit.GroupResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PitSummaryTest {
    private static final Group GROUP =
            new Group("plan", "federation", List.of("a.plan.*"), List.of(), List.of("a.plan.*"), List.of(), 60);

    @TempDir
    private Path folder;

    @Test
    void countsByPackageAndNamesSurvivors() {
        GroupResult result = new GroupResult(GROUP, List.of(mutation(true), mutation(false)), 1, Outcome.MEASURED);

        assertEquals("""
                | group, package | killed | of | % | floor | |
                | --- | --- | --- | --- | --- | --- |
                | **plan** | 1 | 2 | 50 | 60 | 1 more are equivalent |
                | a.plan | 1 | 2 | 50 |  |  |

                Survivors of plan:

                - Step.java:7 Step$Entry.add: replaced + with - (MathMutator)
                """, PitSummary.of(List.of(result)));
        assertTrue(result.isTooLow());
    }

    @Test
    void saysWhatThereWasNoTimeFor() {
        GroupResult result = new GroupResult(GROUP, List.of(mutation(false)), 0, Outcome.UNFINISHED);

        assertTrue(PitSummary.of(List.of(result)).contains("| **plan** | 0 | 1 | 0 | 60 | the time was up"));
        assertFalse(result.isTooLow(), "the others may be killed");
    }

    @Test
    void readsTheReportOfPit() throws IOException {
        Path file = folder.resolve("mutations.xml");
        Files.writeString(file, """
                <mutations>%s%s</mutations>
                """.formatted(xml("TIMED_OUT"), xml("NO_COVERAGE")));

        assertEquals(List.of(mutation(true), mutation(false)), PitReport.read(file));
    }

    @Test
    void readsWhatPitHadJudgedWhenItsTimeWasUp() throws IOException {
        Path file = folder.resolve("mutations.xml");
        String whole = xml("KILLED");
        Files.writeString(file, "<mutations>" + whole + whole.substring(0, whole.length() / 2));

        assertEquals(List.of(mutation(true)), PitReport.readBrokenOff(file));
        assertEquals(List.of(), PitReport.readBrokenOff(folder.resolve("never.xml")));
    }

    @Test
    void knowsEquivalentsByWhereTheyAreInTheCode() {
        Equivalents equivalents = Equivalents.parse("""
                ## a.plan.Step$Entry.add
                mutator: MathMutator
                line: return a + b;
                why: nobody sees it
                """);

        assertTrue(equivalents.has(mutation(false), "    return a + b;"));
        assertFalse(equivalents.has(mutation(false), "    return a + c;"));
    }

    @Test
    void takesTheClassesOfAGroupThatChanged() {
        assertEquals(
                List.of("a.plan.Step", "a.plan.Step$*"),
                Targets.among(
                        GROUP,
                        Set.of(
                                Path.of("federation/src/main/java/a/plan/Step.java"),
                                Path.of("federation/src/main/java/a/other/Step.java"),
                                Path.of("federation/src/test/java/a/plan/StepTest.java"),
                                Path.of("gateway/src/main/java/a/plan/Step.java"))));
    }

    private static Mutation mutation(boolean killed) {
        return new Mutation(killed, "a.plan.Step$Entry", "add", 7, "MathMutator", "replaced + with -", "Step.java");
    }

    private static String xml(String status) {
        return "<mutation detected='x' status='" + status + "'><sourceFile>Step.java</sourceFile>"
                + "<mutatedClass>a.plan.Step$Entry</mutatedClass><mutatedMethod>add</mutatedMethod>"
                + "<lineNumber>7</lineNumber><mutator>org.pitest.x.MathMutator</mutator>"
                + "<description>replaced + with -</description></mutation>";
    }
}
