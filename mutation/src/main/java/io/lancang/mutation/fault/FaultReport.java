package io.lancang.mutation.fault;

import java.util.Map;
import java.util.stream.Collectors;

/** The verdicts in a table of Markdown, survivors first. */
public final class FaultReport {

    private FaultReport() {}

    /**
     * The report.
     *
     * @param planned how many faults there were, those without a verdict included
     */
    public static String of(Map<Fault, Verdict> verdicts, int planned) {
        long survived = survivors(verdicts);
        long invalid = count(verdicts, Verdict.Invalid.class);
        long equivalent = count(verdicts, Verdict.Survived.class) - survived;
        String lines = verdicts.entrySet().stream()
                .sorted((one, other) -> Integer.compare(rank(one.getValue()), rank(other.getValue())))
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
        return "%d of %d faults were planted: %d caught (%d %%), %d survived, %d equivalent, %d invalid%n%n"
                        .formatted(
                                verdicts.size(),
                                planned,
                                caught(verdicts),
                                share(verdicts),
                                survived,
                                equivalent,
                                invalid)
                + "| verdict | fault | file |\n| --- | --- | --- |\n" + lines + "\n";
    }

    /**
     * The share of the faults with a verdict that were caught, in percent, rounded down; 100 where there is none. One that could
     * not be planted counts against it: nobody knows what the tests would say.
     */
    public static int share(Map<Fault, Verdict> verdicts) {
        long counted = caught(verdicts) + survivors(verdicts) + count(verdicts, Verdict.Invalid.class);
        return counted == 0 ? 100 : (int) (100 * caught(verdicts) / counted);
    }

    /** One fault and what became of it. */
    public static String line(Fault fault, Verdict verdict) {
        return "| " + words(fault, verdict) + " | " + fault.name().replace("|", "\\|") + " | " + fault.file() + " |";
    }

    /** Whether a fault was not noticed that could have been. */
    public static boolean isSurvivor(Fault fault, Verdict verdict) {
        return verdict instanceof Verdict.Survived && fault.equivalent().isEmpty();
    }

    private static String words(Fault fault, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Caught(String test) -> "caught by " + test;
            case Verdict.Endless(int seconds) -> "caught: the tests did not end in " + seconds + " s";
            case Verdict.Survived(int tests) ->
                fault.equivalent().map(reason -> "equivalent: " + reason).orElse("SURVIVED " + tests + " tests");
            case Verdict.Invalid(String reason) ->
                "INVALID: " + reason.lines().findFirst().orElse("");
        };
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Invalid ignored -> 0;
            case Verdict.Survived ignored -> 1;
            case Verdict.Endless ignored -> 2;
            case Verdict.Caught ignored -> 3;
        };
    }

    private static long count(Map<Fault, Verdict> verdicts, Class<? extends Verdict> kind) {
        return verdicts.values().stream().filter(kind::isInstance).count();
    }

    private static long caught(Map<Fault, Verdict> verdicts) {
        return count(verdicts, Verdict.Caught.class) + count(verdicts, Verdict.Endless.class);
    }

    private static long survivors(Map<Fault, Verdict> verdicts) {
        return verdicts.entrySet().stream()
                .filter(entry -> isSurvivor(entry.getKey(), entry.getValue()))
                .count();
    }
}
