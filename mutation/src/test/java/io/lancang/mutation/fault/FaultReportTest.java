package io.lancang.mutation.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultReportTest {
    @Test
    void countsWhatWasCaughtAmongWhatCouldBe() {
        Map<Fault, Verdict> verdicts = new LinkedHashMap<>();
        verdicts.put(fault("one", Optional.empty()), new Verdict.Caught("ATest.b"));
        verdicts.put(fault("two", Optional.empty()), new Verdict.Endless(9));
        verdicts.put(fault("three", Optional.empty()), new Verdict.Survived(12));
        verdicts.put(fault("four", Optional.of("nobody sees it")), new Verdict.Survived(12));
        verdicts.put(fault("five", Optional.empty()), new Verdict.Invalid("it does not compile\nat all"));

        // Two of the four that could be caught, one of which could not be planted: 50 %.
        assertEquals("""
                5 of 6 faults were planted: 2 caught (50 %), 1 survived, 1 equivalent, 1 invalid

                | verdict | fault | file |
                | --- | --- | --- |
                | INVALID: it does not compile | five | kit/A.java |
                | SURVIVED 12 tests | three | kit/A.java |
                | equivalent: nobody sees it | four | kit/A.java |
                | caught: the tests did not end in 9 s | two | kit/A.java |
                | caught by ATest.b | one | kit/A.java |
                """, FaultReport.of(verdicts, 6));
    }

    @Test
    void callsNothingPlantedStrong() {
        assertEquals(100, FaultReport.share(Map.of()));
    }

    private static Fault fault(String name, Optional<String> equivalent) {
        return new Fault(name, Path.of("kit/A.java"), "why", List.of(), new Edit.Span(0, 1, "x"), equivalent);
    }
}
