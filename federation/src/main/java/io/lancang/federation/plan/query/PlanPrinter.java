package io.lancang.federation.plan.query;

import io.lancang.federation.operation.Conditions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Explains a plan as text. Equal plans give equal texts; the format is for people and may change between releases. */
public final class PlanPrinter {
    private static final String INDENT = "  ";

    /** An order of paths that does not change from run to run. */
    public static final Comparator<List<PathStep>> BY_PATH = Comparator.comparing(PlanPrinter::path);

    private final StringBuilder text = new StringBuilder();

    private PlanPrinter() {}

    /** One paragraph a fetch, in the plan's order, after a line that says what kind of operation it is. */
    public static String explain(QueryPlan plan) {
        PlanPrinter printer = new PlanPrinter();
        int count = plan.fetches().size();
        int parts = plan.deferred().size();
        String deferred = parts == 0 ? "" : ", " + parts + (parts == 1 ? " deferred part" : " deferred parts");
        String kind = plan.type().name().toLowerCase(Locale.ROOT);
        printer.line(0, kind + " plan, " + count + (count == 1 ? " request" : " requests") + deferred);
        plan.fetches().forEach(printer::print);
        if (parts > 0) {
            printer.line(0, "primary" + after(plan.primary()));
            plan.deferred().forEach(printer::print);
        }
        return printer.text.toString();
    }

    /** A selection set as GraphQL text, with the merge keys that differ from the aliases as comments. */
    public static String selections(List<FetchSelection> selections) {
        PlanPrinter printer = new PlanPrinter();
        printer.print(0, selections);
        return printer.text.toString();
    }

    private void print(Fetch fetch) {
        String head = "#" + fetch.id() + " " + fetch.subgraph() + after(fetch.after());
        switch (fetch) {
            case RootFetch root -> {
                String path = root.path().isEmpty() ? "" : " at " + path(root.path());
                line(0, head + path + when(root.when()) + " {");
                print(1, root.selections());
            }
            case EntityFetch entities -> {
                line(0, head + " {");
                entities.calls().forEach(this::print);
            }
        }
        line(0, "}");
    }

    private static String after(List<Integer> fetches) {
        return fetches.isEmpty()
                ? ""
                : fetches.stream().map(id -> "#" + id).collect(Collectors.joining(", ", " after ", ""));
    }

    private void print(DeferredPart part) {
        String label = part.label() == null ? "" : " \"" + part.label() + "\"";
        String within = part.within() == DeferredPart.PRIMARY ? "" : " in part " + part.within();
        String at = part.paths().stream()
                .map(path -> path.isEmpty() ? "the root" : path(path))
                .collect(Collectors.joining(", "));
        line(0, "part " + part.id() + label + within + " at " + at + after(part.after()));
    }

    private void print(EntityCall call) {
        line(1, "at " + path(call.path()) + when(call.when()));
        call.representations().forEach(representation -> line(2, "by " + representation(representation)));
        call.contexts().forEach(variable -> print(variable, call.path()));
        line(2, "{");
        print(3, call.selections());
        line(2, "}");
    }

    private void print(ContextVariable variable, List<PathStep> path) {
        String head = "with $" + variable.name() + ": " + variable.type() + " = ";
        if (variable.sources().isEmpty()) {
            line(2, head + "null");
        }
        String next = head;
        for (ContextSource source : variable.sources()) {
            String above = source.depth() == 0 ? "the root" : path(path.subList(0, source.depth()));
            String types = source.types().isEmpty() ? "" : " for " + names(source.types());
            String value = source.fields().isEmpty()
                    ? "null"
                    : (source.unwrapped() == 0 ? "object " : "") + parts(source.fields());
            line(2, next + value + " at " + above + types);
            next = " ".repeat(head.length() - "or ".length()) + "or ";
        }
    }

    private static String path(List<PathStep> path) {
        return path.stream()
                .map(step -> (step.types().isEmpty() ? "" : names(step.types()) + ".") + step.mergeKey())
                .collect(Collectors.joining("/"));
    }

    private static String representation(Representation representation) {
        String typename = representation.typename() == null ? "its own type" : representation.typename();
        boolean obvious =
                representation.types().isEmpty() || representation.types().equals(Set.of(typename));
        return typename + " " + parts(representation.fields())
                + (obvious ? "" : " for " + names(representation.types()))
                + when(representation.when());
    }

    private static String parts(List<RepresentationSelection> fields) {
        List<String> parts = new ArrayList<>();
        for (RepresentationSelection selection : fields) {
            parts.add(
                    switch (selection) {
                        case RepresentationSelection.Field field ->
                            field.name()
                                    + (field.required() ? "" : "?")
                                    + when(field.when())
                                    + (field.mergeKey().equals(field.name()) ? "" : " from " + field.mergeKey())
                                    + (field.fields().isEmpty() ? "" : " " + parts(field.fields()));
                        case RepresentationSelection.Fragment fragment ->
                            "for " + names(fragment.types()) + " " + parts(fragment.fields());
                    });
        }
        return "(" + String.join(", ", parts) + ")";
    }

    private void print(int depth, List<FetchSelection> selections) {
        for (FetchSelection selection : selections) {
            String open = selection.selections().isEmpty() ? "" : " {";
            switch (selection) {
                case FetchSelection.Field field -> {
                    String alias = field.alias().equals(field.name()) ? "" : field.alias() + ": ";
                    String merged = field.mergeKey().equals(field.alias()) ? "" : " # " + field.mergeKey();
                    line(
                            depth,
                            alias
                                    + field.name()
                                    + GraphQLText.arguments(field.arguments())
                                    + directives(field.conditions())
                                    + open
                                    + merged);
                }
                case FetchSelection.Fragment fragment ->
                    line(depth, "... on " + fragment.typeCondition() + directives(fragment.conditions()) + open);
            }
            if (!selection.selections().isEmpty()) {
                print(depth + 1, selection.selections());
                line(depth, "}");
            }
        }
    }

    private static String when(List<Conditions> alternatives) {
        return alternatives.stream().map(PlanPrinter::directives).collect(Collectors.joining(" or"));
    }

    private static String directives(Conditions conditions) {
        return conditions.include().stream()
                        .sorted()
                        .map(name -> " @include(if: $" + name + ")")
                        .collect(Collectors.joining())
                + conditions.skip().stream()
                        .sorted()
                        .map(name -> " @skip(if: $" + name + ")")
                        .collect(Collectors.joining());
    }

    private static String names(Set<String> types) {
        return types.stream().sorted().collect(Collectors.joining("|"));
    }

    private void line(int depth, String content) {
        text.append(INDENT.repeat(depth)).append(content).append('\n');
    }
}
