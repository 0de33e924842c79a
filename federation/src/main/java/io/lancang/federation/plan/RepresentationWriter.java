package io.lancang.federation.plan;

import io.lancang.federation.operation.Conditions;
import io.lancang.federation.plan.RepresentationSelection.Field;
import io.lancang.federation.plan.RepresentationSelection.Fragment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes how the objects of a call become representations. */
final class RepresentationWriter {
    private final PlanGraph graph;

    RepresentationWriter(PlanGraph graph) {
        this.graph = graph;
    }

    private record Kind(Set<String> types, String typename) {}

    /** One representation for each kind of object; those for named runtime types stand before the one for the rest. */
    List<Representation> write(List<Step> steps) {
        Demand call = new Demand();
        steps.forEach(step -> call.addAll(step.root().wholeDemand()));
        Map<Kind, List<RepresentationSelection>> fields = new LinkedHashMap<>();
        for (Step step : steps) {
            Step.Entry entry = CallGroup.entry(step);
            boolean everyType = entry.wantedType().equals(step.root().position().typeName());
            Kind kind = new Kind(
                    everyType ? Set.of() : Set.of(entry.wantedType()),
                    entry.point().type());
            List<RepresentationSelection> present = fields.computeIfAbsent(kind, added -> new ArrayList<>());
            merge(present, convert(entry.key(), Optional.empty()));
            merge(present, convert(entry.requirements(), Optional.of(when(step, call))));
        }
        return fields.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().types().isEmpty()))
                .map(entry -> new Representation(
                        entry.getKey().types(), entry.getKey().typename(), entry.getValue()))
                .toList();
    }

    /** When what a step of a call requires is needed; empty if whenever the call is. */
    private static List<Conditions> when(Step step, Demand call) {
        Demand own = step.requiringDemand();
        return own.coversAll(call) ? List.of() : own.alternatives();
    }

    /**
     * Parts as selections.
     *
     * @param when when what {@code @requires} asks for is needed; empty for a key
     */
    private List<RepresentationSelection> convert(List<Part> parts, Optional<List<Conditions>> when) {
        List<RepresentationSelection> converted = new ArrayList<>();
        // A field set may name a field twice, in a fragment and beside it for instance; JSON must not.
        parts.forEach(part -> merge(converted, List.of(convert(part, when))));
        return converted;
    }

    private RepresentationSelection convert(Part part, Optional<List<Conditions>> when) {
        return switch (part) {
            case Part.Value value ->
                new Field(
                        value.slot().name(),
                        value.slot().mergeKey(),
                        when.isEmpty() || graph.isNonNull(value.slot()),
                        when.orElse(List.of()),
                        convert(value.parts(), when));
            case Part.ForTypes some -> new Fragment(some.types(), convert(some.parts(), when));
        };
    }

    private static void merge(List<RepresentationSelection> present, List<RepresentationSelection> added) {
        for (RepresentationSelection selection : added) {
            int same = indexOfSame(present, selection);
            if (same < 0) {
                present.add(selection);
            } else {
                present.set(same, merge(present.get(same), selection));
            }
        }
    }

    private static int indexOfSame(List<RepresentationSelection> present, RepresentationSelection wanted) {
        for (int index = 0; index < present.size(); index++) {
            boolean same = switch (wanted) {
                case Field field ->
                    present.get(index) instanceof Field other
                            && other.name().equals(field.name())
                            && other.mergeKey().equals(field.mergeKey());
                case Fragment fragment ->
                    present.get(index) instanceof Fragment other
                            && other.types().equals(fragment.types());
            };
            if (same) {
                return index;
            }
        }
        return -1;
    }

    private static RepresentationSelection merge(RepresentationSelection one, RepresentationSelection other) {
        List<RepresentationSelection> fields = new ArrayList<>(fields(one));
        merge(fields, fields(other));
        return switch (one) {
            case Field field ->
                new Field(
                        field.name(),
                        field.mergeKey(),
                        field.required() || ((Field) other).required(),
                        either(field.when(), ((Field) other).when()),
                        fields);
            case Fragment fragment -> new Fragment(fragment.types(), fields);
        };
    }

    private static List<Conditions> either(List<Conditions> one, List<Conditions> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return List.of();
        }
        Demand either = new Demand();
        one.forEach(either::add);
        other.forEach(either::add);
        return either.alternatives();
    }

    private static List<RepresentationSelection> fields(RepresentationSelection selection) {
        return switch (selection) {
            case Field field -> field.fields();
            case Fragment fragment -> fragment.fields();
        };
    }
}
