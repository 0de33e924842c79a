package io.lancang.standalone.siege.report;

import io.lancang.standalone.siege.canary.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of one attack.
 *
 * @param name of the attack
 * @param what it sent
 * @param outcome what was answered, and how often
 * @param canary how long the small cached query took meanwhile
 * @param newDocuments how long new documents of another client took meanwhile
 * @param refusals what that client got instead of answers
 * @param parts the processes
 */
public record AttackReport(
        String name,
        String what,
        String outcome,
        Latencies canary,
        Latencies newDocuments,
        List<String> refusals,
        List<Part> parts) {

    /** How much longer than at rest the 99th percentile of the canary may be. */
    public static final Duration MOST_DELAY = Duration.ofMillis(100);

    public AttackReport {
        refusals = List.copyOf(refusals);
        parts = List.copyOf(parts);
    }

    /** Whether every process is the one that it was before, and ready. */
    public boolean allSurvived() {
        return parts.stream().allMatch(Part::survived);
    }

    /** Why the set does not pass, each reason in a few words. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Part part : parts) {
            if (!part.survived()) {
                faults.add(part.name() + " died or no longer answers");
            } else if (!part.returned()) {
                faults.add(part.name() + " keeps memory");
            }
        }
        if (canary.failed() > 0) {
            faults.add("canary got no answer " + canary.failed() + " times");
        }
        if (newDocuments.failed() > 0) {
            faults.add("new documents refused: " + refusals.getFirst());
        }
        return faults;
    }

    /** Whether the canary was slow, which on a busy machine need not be the attack's work. */
    public boolean delaysCanary(Latencies atRest) {
        return canary.quantile(0.99).minus(atRest.quantile(0.99)).compareTo(MOST_DELAY) > 0;
    }
}
