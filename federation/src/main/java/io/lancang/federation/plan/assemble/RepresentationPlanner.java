package io.lancang.federation.plan.assemble;

import io.lancang.federation.operation.Conditions;
import io.lancang.federation.plan.graph.PlanGraph;
import io.lancang.federation.plan.graph.TypenameField;
import io.lancang.federation.plan.query.Representation;
import io.lancang.federation.plan.query.RepresentationSelection;
import io.lancang.federation.plan.query.RepresentationSelection.Field;
import io.lancang.federation.plan.query.RepresentationSelection.Fragment;
import io.lancang.federation.plan.search.Step;
import io.lancang.federation.plan.tree.Demand;
import io.lancang.federation.plan.tree.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes how the objects of a call become representations. */
final class RepresentationPlanner {
    private final PlanGraph graph;

    RepresentationPlanner(PlanGraph graph) {
        this.graph = graph;
    }

    private record Kind(Set<String> types, String typename) {}

    /** One representation for each kind of object; those for named runtime types stand before the one for the rest. */
    List<Representation> write(List<Step> steps) {
        Demand call = demand(steps);
        Map<Kind, List<Step>> kinds = new LinkedHashMap<>();
        steps.forEach(step ->
                kinds.computeIfAbsent(kind(step), added -> new ArrayList<>()).add(step));
        List<Representation> representations = new ArrayList<>();
        List<Step> everyType =
                steps.stream().filter(step -> kind(step).types().isEmpty()).toList();
        kinds.forEach((kind, entering) -> {
            Demand own = demand(entering);
            // Objects of a type that has a representation of its own have no other, whatever they are asked for.
            own.addAll(demand(everyType));
            representations.add(new Representation(
                    kind.types(),
                    kind.typename(),
                    fields(entering, call),
                    own.coversAll(call) ? List.of() : own.when()));
        });
        representations.sort(
                Comparator.comparing(representation -> representation.types().isEmpty()));
        return representations;
    }

    private static Kind kind(Step step) {
        Step.Entry entry = CallGroup.entry(step);
        boolean everyType = entry.wantedType().equals(step.root().position().typeName());
        return new Kind(
                everyType ? Set.of() : Set.of(entry.wantedType()), entry.point().type());
    }

    private static Demand demand(List<Step> steps) {
        Demand demand = new Demand();
        steps.forEach(step -> demand.addAll(step.root().wholeDemand()));
        return demand;
    }

    private List<RepresentationSelection> fields(List<Step> steps, Demand call) {
        List<RepresentationSelection> fields = new ArrayList<>();
        for (Step step : steps) {
            Step.Entry entry = CallGroup.entry(step);
            merge(fields, convert(entry.key(), Optional.empty()));
            merge(fields, convert(entry.requirements(), Optional.of(when(step, call))));
        }
        return fields;
    }

    /** Parts as values, where they may be null and a runtime type is a value only if it is the only one. */
    List<RepresentationSelection> values(List<Part> parts) {
        return withoutTypename(convert(parts, Optional.of(List.of())));
    }

    private static List<RepresentationSelection> withoutTypename(List<RepresentationSelection> selections) {
        List<RepresentationSelection> rest = new ArrayList<>();
        for (RepresentationSelection selection : selections) {
            switch (selection) {
                case Field field when field.name().equals(TypenameField.NAME) -> {
                    // It was asked for to distinguish the parts.
                }
                case Field field ->
                    rest.add(new Field(
                            field.name(),
                            field.mergeKey(),
                            field.required(),
                            field.when(),
                            withoutTypename(field.fields())));
                case Fragment fragment -> rest.add(new Fragment(fragment.types(), withoutTypename(fragment.fields())));
            }
        }
        return rest.isEmpty() ? selections : rest;
    }

    /** When what a step of a call requires is needed; empty if whenever the call is. */
    private static List<Conditions> when(Step step, Demand call) {
        Demand own = step.requiringDemand();
        return own.coversAll(call) ? List.of() : own.when();
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
                        when.isEmpty() || graph.isNonNull(value.slot().coordinate()),
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
        return either.when();
    }

    private static List<RepresentationSelection> fields(RepresentationSelection selection) {
        return switch (selection) {
            case Field field -> field.fields();
            case Fragment fragment -> fragment.fields();
        };
    }
}
