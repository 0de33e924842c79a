package io.lancang.federation.plan;

import io.lancang.federation.plan.RepresentationSelection.Field;
import io.lancang.federation.plan.RepresentationSelection.Fragment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes how the objects of a call become representations. */
final class RepresentationWriter {
    private RepresentationWriter() {}

    private record Kind(Set<String> types, String typename) {}

    /** One representation for each kind of object; those for named runtime types stand before the one for the rest. */
    static List<Representation> write(List<Step> steps) {
        Map<Kind, List<RepresentationSelection>> fields = new LinkedHashMap<>();
        for (Step step : steps) {
            Step.Entry entry = CallGroup.entry(step);
            boolean everyType = entry.wantedType().equals(step.root().position().typeName());
            Kind kind = new Kind(
                    everyType ? Set.of() : Set.of(entry.wantedType()),
                    entry.point().type());
            List<RepresentationSelection> present = fields.computeIfAbsent(kind, added -> new ArrayList<>());
            merge(present, convert(entry.key(), true));
            merge(present, convert(entry.requirements(), false));
        }
        return fields.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().types().isEmpty()))
                .map(entry -> new Representation(
                        entry.getKey().types(), entry.getKey().typename(), entry.getValue()))
                .toList();
    }

    private static List<RepresentationSelection> convert(List<Part> parts, boolean required) {
        List<RepresentationSelection> converted = new ArrayList<>();
        // A field set may name a field twice, in a fragment and beside it for instance; JSON must not.
        parts.forEach(part -> merge(converted, List.of(convert(part, required))));
        return converted;
    }

    private static RepresentationSelection convert(Part part, boolean required) {
        return switch (part) {
            case Part.Value value ->
                new Field(value.slot().name(), value.slot().mergeKey(), required, convert(value.parts(), required));
            case Part.ForTypes some -> new Fragment(some.types(), convert(some.parts(), required));
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
                        field.required() || (other instanceof Field second && second.required()),
                        fields);
            case Fragment fragment -> new Fragment(fragment.types(), fields);
        };
    }

    private static List<RepresentationSelection> fields(RepresentationSelection selection) {
        return switch (selection) {
            case Field field -> field.fields();
            case Fragment fragment -> fragment.fields();
        };
    }
}
