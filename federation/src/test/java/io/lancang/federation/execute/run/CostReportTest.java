package io.lancang.federation.execute.run;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.CostEstimate;
import io.lancang.federation.CostListener;
import io.lancang.federation.CostOptions;
import io.lancang.federation.CostOptions.Mode;
import io.lancang.federation.SubgraphBounds;
import io.lancang.federation.cost.OperationCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answer is counted up to two megabytes, all of its parts together; what is larger would hold up its thread. */
class CostReportTest {
    private static final int TWO_MEGABYTES = 2_097_152;

    private final List<Long> heard = new ArrayList<>();

    @Test
    void tellsWhatAnAnswerOfTwoMegabytesCost() {
        CostReport report = report(true);

        report.note(List.of(), object(5 + TWO_MEGABYTES), 5, 5 + TWO_MEGABYTES);

        assertEquals(
                Map.of(
                        "cost",
                        Map.of(
                                "estimated",
                                40L,
                                "actual",
                                0L,
                                "limit",
                                100L,
                                "subgraphs",
                                Map.of("ports", Map.of("estimated", 30L)))),
                report.entries());
        assertEquals(List.of(0L), heard);
    }

    @Test
    void tellsWhatWasEstimatedAloneWhereTheAnswerIsLonger() {
        CostReport report = report(true);

        report.note(List.of(), object(TWO_MEGABYTES + 1), 0, TWO_MEGABYTES + 1);

        assertEquals(estimated(), report.entries());
        assertEquals(List.of(), heard);
    }

    @Test
    void addsTheLengthsOfParts() {
        CostReport report = report(true);

        report.note(List.of(), object(TWO_MEGABYTES - 1), 0, TWO_MEGABYTES - 1);
        report.note(List.of("port"), object(2), 0, 2);

        assertEquals(estimated(), report.entries());
        assertEquals(List.of(), heard);
    }

    @Test
    void tellsTheListenerAloneWhereTheClientIsNotTold() {
        CostReport report = report(false);

        report.note(List.of(), object(2), 0, 2);

        assertEquals(Map.of(), report.entries());
        assertEquals(List.of(0L), heard);
    }

    private static Map<String, Object> estimated() {
        return Map.of(
                "cost",
                Map.of("estimated", 40L, "limit", 100L, "subgraphs", Map.of("ports", Map.of("estimated", 30L))));
    }

    /** An empty object of so many bytes, with white space before it. */
    private static byte[] object(int length) {
        return (" ".repeat(length - 2) + "{}").getBytes(US_ASCII);
    }

    private CostReport report(boolean isShown) {
        CostListener listener = new CostListener() {
            @Override
            public void spent(long actual) {
                heard.add(actual);
            }
        };
        return new CostReport(
                new CostEstimate(40, Map.of("ports", 30L), List.of()),
                new CostOptions(Mode.MEASURE, 100, 10, SubgraphBounds.NONE, Map.of(), true, listener),
                listener,
                OperationCost.NONE.actual(Map.of()),
                isShown);
    }
}
