package io.lancang.federation.plan;

import io.lancang.federation.PlannerOptions;
import io.lancang.federation.plan.query.EntityCall;
import io.lancang.federation.plan.query.EntityFetch;
import io.lancang.federation.plan.query.Fetch;
import io.lancang.federation.plan.query.FetchSelection;
import io.lancang.federation.plan.query.PlanPrinter;
import io.lancang.federation.plan.query.PlanningException;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.plan.query.RootFetch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A supergraph, and the same with its subgraphs in other orders: written in another order, and called by each other's names,
 * which is the order that the planner knows them in.
 */
public final class OtherOrders {
    /** How many other choices of names there are. */
    public static final int RENAMED = 3;

    private static final Pattern GRAPHS = Pattern.compile("(enum join__Graph[^{]*\\{)([^}]*)(})");
    private static final Pattern GRAPH = Pattern.compile("\\w+\\s*@join__graph\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("name: \"([^\"]*)\"");

    private final Planning planning;
    private final Planning rewritten;
    private final List<Planning> renamed = new ArrayList<>();

    private OtherOrders(Planning planning) {
        this.planning = planning;
        this.rewritten = planning.changed(OtherOrders::reversed);
        renamed.add(planning.changed(sdl -> withNames(sdl, names -> Collections.reverse(names))));
        renamed.add(planning.changed(sdl -> withNames(sdl, names -> Collections.rotate(names, 1))));
        renamed.add(planning.changed(sdl -> withNames(sdl, names -> Collections.swap(names, 0, names.size() - 1))));
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
        String explained = PlanPrinter.explain(planning.planUnchecked(query));
        String again = PlanPrinter.explain(rewritten.planUnchecked(query));
        return again.equals(explained) ? "" : explained + "rewritten: " + again;
    }

    /** The plans of another cost or shape that the query has where the subgraphs are called by each other's names. */
    public List<String> renamed(String query) {
        QueryPlan plan = planning.planUnchecked(query);
        return renamed.stream()
                .map(other -> other.planUnchecked(query))
                .filter(other -> !shape(other).equals(shape(plan)))
                .map(other -> PlanPrinter.explain(plan) + "renamed: " + PlanPrinter.explain(other))
                .toList();
    }

    /** The requests and calls of each stage, and the fields of all together. */
    static List<String> shape(QueryPlan plan) {
        int[] stages = new int[plan.fetches().size()];
        int fields = 0;
        List<String> shape = new ArrayList<>();
        for (Fetch fetch : plan.fetches()) {
            fetch.after().forEach(earlier -> stages[fetch.id()] = Math.max(stages[fetch.id()], stages[earlier] + 1));
            switch (fetch) {
                case RootFetch root -> {
                    fields += fields(root.selections());
                    shape.add(stages[fetch.id()] + ": root fields");
                }
                case EntityFetch entities -> {
                    fields += entities.calls().stream()
                            .map(EntityCall::selections)
                            .mapToInt(OtherOrders::fields)
                            .sum();
                    shape.add(stages[fetch.id()] + ": " + entities.calls().size() + " calls");
                }
            }
        }
        Collections.sort(shape);
        shape.add(fields + " fields");
        return shape;
    }

    /** A field that is written under several conditions is one. */
    private static int fields(List<FetchSelection> selections) {
        Set<String> paths = new HashSet<>();
        collect(selections, "", paths);
        return paths.size();
    }

    private static void collect(List<FetchSelection> selections, String above, Set<String> paths) {
        for (FetchSelection selection : selections) {
            String path = switch (selection) {
                case FetchSelection.Field field -> above + "/" + field.alias();
                case FetchSelection.Fragment fragment -> above + "/... on " + fragment.typeCondition();
            };
            if (selection instanceof FetchSelection.Field) {
                paths.add(path);
            }
            collect(selection.selections(), path, paths);
        }
    }

    private static String reversed(String sdl) {
        Matcher graphs = found(GRAPHS, sdl);
        List<String> values = new ArrayList<>(GRAPH.matcher(graphs.group(2))
                .results()
                .map(result -> result.group())
                .toList());
        Collections.reverse(values);
        return sdl.substring(0, graphs.start(2)) + " " + String.join(" ", values) + " " + sdl.substring(graphs.end(2));
    }

    private interface Permutation {
        void apply(List<String> names);
    }

    private static String withNames(String sdl, Permutation permutation) {
        Matcher graphs = found(GRAPHS, sdl);
        List<String> names = new ArrayList<>(NAME.matcher(graphs.group(2))
                .results()
                .map(result -> result.group(1))
                .toList());
        permutation.apply(names);
        String renamed = NAME.matcher(graphs.group(2)).replaceAll(result -> "name: \"" + names.removeFirst() + "\"");
        return sdl.substring(0, graphs.start(2)) + renamed + sdl.substring(graphs.end(2));
    }

    private static Matcher found(Pattern pattern, String sdl) {
        Matcher matcher = pattern.matcher(sdl);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no subgraphs: " + sdl);
        }
        return matcher;
    }
}
