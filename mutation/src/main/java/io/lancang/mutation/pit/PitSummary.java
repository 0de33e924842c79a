package io.lancang.mutation.pit;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The results in a table of Markdown for each group and package, and the survivors. */
public final class PitSummary {

    private PitSummary() {}

    /** The report. */
    public static String of(List<GroupResult> results) {
        StringBuilder text = new StringBuilder("| group, package | killed | of | % | floor | |\n");
        text.append("| --- | --- | --- | --- | --- | --- |\n");
        results.forEach(result -> text.append(table(result)));
        for (GroupResult result : results) {
            List<Mutation> survivors = result.mutations().stream()
                    .filter(mutation -> !mutation.killed())
                    .toList();
            if (!survivors.isEmpty()) {
                text.append("\nSurvivors of ").append(result.group().name()).append(":\n\n");
                survivors.forEach(survivor -> text.append(line(survivor)));
            }
        }
        return text.toString();
    }

    private static String table(GroupResult result) {
        String note = switch (result.outcome()) {
            case MEASURED -> result.equivalent() == 0 ? "" : result.equivalent() + " more are equivalent";
            case KEPT -> "from an earlier run, nothing changed";
            case UNFINISHED -> "the time was up: those that were judged until then";
            case FAILED -> "PIT failed: see its pit.log";
            case UNCHANGED -> "nothing changed";
        };
        StringBuilder rows = new StringBuilder(row(
                "**" + result.group().name() + "**",
                result.mutations(),
                Integer.toString(result.group().floor()),
                note));
        result.mutations().stream()
                .collect(Collectors.groupingBy(Mutation::packageName, TreeMap::new, Collectors.toList()))
                .forEach((name, mutations) -> rows.append(row(name, mutations, "", "")));
        return rows.toString();
    }

    private static String row(String name, List<Mutation> mutations, String floor, String note) {
        long killed = mutations.stream().filter(Mutation::killed).count();
        return "| %s | %d | %d | %d | %s | %s |%n"
                .formatted(name, killed, mutations.size(), GroupResult.share(mutations), floor, note);
    }

    private static String line(Mutation mutation) {
        return "- %s:%d %s.%s: %s (%s)%n"
                .formatted(
                        mutation.file(),
                        mutation.line(),
                        mutation.className().substring(mutation.packageName().length() + 1),
                        mutation.method(),
                        mutation.what(),
                        mutation.mutator());
    }
}
