package io.lancang.federation.plan;

import io.lancang.federation.PlannerOptions;
import io.lancang.federation.plan.query.PlanPrinter;
import io.lancang.federation.plan.query.PlanningException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A supergraph, and the same with its subgraphs in other orders: written in another order, and called by each other's names. None of it
 * changes a plan.
 */
public final class OtherOrders {
    private static final Pattern GRAPHS = Pattern.compile("(enum join__Graph[^{]*\\{)([^}]*)(})");
    private static final Pattern GRAPH = Pattern.compile("\\w+\\s*@join__graph\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("name: \"([^\"]*)\"");
    private static final Pattern HEAD_OF_REQUEST = Pattern.compile("^(#\\d+ )(\\S+)", Pattern.MULTILINE);

    private final Planning planning;
    private final Planning rewritten;
    private final List<Renamed> renamed;

    /**
     * The supergraph under other names.
     *
     * @param formerNames the name that a subgraph had before, by its name
     */
    private record Renamed(Planning planning, Map<String, String> formerNames) {
        static Renamed of(Planning planning, Consumer<List<String>> permutation) {
            List<String> names = planning.subgraphNames();
            List<String> others = new ArrayList<>(names);
            permutation.accept(others);
            Map<String, String> otherNames = new HashMap<>();
            Map<String, String> formerNames = new HashMap<>();
            for (int index = 0; index < names.size(); index++) {
                otherNames.put(names.get(index), others.get(index));
                formerNames.put(others.get(index), names.get(index));
            }
            return new Renamed(planning.changed(sdl -> withNames(sdl, otherNames)), formerNames);
        }

        /** The explained plan, with the names that the subgraphs had before. */
        String explain(String query) {
            return HEAD_OF_REQUEST
                    .matcher(PlanPrinter.explain(planning.planUnchecked(query)))
                    .replaceAll(head -> head.group(1) + formerNames.get(head.group(2)));
        }
    }

    private OtherOrders(Planning planning) {
        this.planning = planning;
        this.rewritten = planning.changed(OtherOrders::reversed);
        this.renamed = List.of(
                Renamed.of(planning, Collections::reverse),
                Renamed.of(planning, names -> Collections.rotate(names, 1)),
                Renamed.of(planning, names -> Collections.swap(names, 0, names.size() - 1)));
    }

    static OtherOrders of(Planning planning) {
        return new OtherOrders(planning);
    }

    /** The same, of a supergraph's text. */
    public static OtherOrders of(String supergraph, PlannerOptions options) {
        return new OtherOrders(Planning.of(supergraph, options));
    }

    /** Whether the query is valid and has a plan. */
    public boolean isPlanned(String query) {
        try {
            planning.planUnchecked(query);
            return true;
        } catch (IllegalArgumentException | PlanningException none) {
            return false;
        }
    }

    /** How the plan differs where the subgraphs are written in another order; empty if it does not. */
    public String rewritten(String query) {
        return difference(query, PlanPrinter.explain(rewritten.planUnchecked(query)));
    }

    /** How the plan differs where the subgraphs are called by each other's names, but for the names; empty if it does not. */
    public String renamed(String query) {
        StringBuilder differences = new StringBuilder();
        renamed.forEach(other -> differences.append(difference(query, other.explain(query))));
        return differences.toString();
    }

    private String difference(String query, String other) {
        String explained = PlanPrinter.explain(planning.planUnchecked(query));
        return other.equals(explained) ? "" : explained + "other: " + other;
    }

    private static String reversed(String sdl) {
        Matcher graphs = found(sdl);
        List<String> values = new ArrayList<>(GRAPH.matcher(graphs.group(2))
                .results()
                .map(result -> result.group())
                .toList());
        Collections.reverse(values);
        return sdl.substring(0, graphs.start(2)) + " " + String.join(" ", values) + " " + sdl.substring(graphs.end(2));
    }

    private static String withNames(String sdl, Map<String, String> otherNames) {
        Matcher graphs = found(sdl);
        String renamed = NAME.matcher(graphs.group(2))
                .replaceAll(name -> "name: \"" + Objects.requireNonNull(otherNames.get(name.group(1))) + "\"");
        return sdl.substring(0, graphs.start(2)) + renamed + sdl.substring(graphs.end(2));
    }

    private static Matcher found(String sdl) {
        Matcher graphs = GRAPHS.matcher(sdl);
        if (!graphs.find()) {
            throw new IllegalArgumentException("no subgraphs: " + sdl);
        }
        return graphs;
    }
}
