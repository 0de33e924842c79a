package io.lancang.federation.plan;

import graphql.language.Argument;
import graphql.parser.Parser;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetSelection;
import io.lancang.federation.plan.MergedObjects.Instance;
import io.lancang.federation.plan.MergedObjects.Place;
import io.lancang.federation.plan.MergedObjects.Value;
import io.lancang.federation.plan.graph.TypenameField;
import io.lancang.federation.plan.query.GraphQLText;
import io.lancang.federation.plan.query.RepresentationSelection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Makes field sets and representations comparable: the paths of their leaves, with arguments, and with the runtime types of
 * the objects on the way.
 */
final class FieldSetPaths {
    private static final String NOWHERE = "/ nowhere";

    private final PlanFacts facts;

    FieldSetPaths(PlanFacts facts) {
        this.facts = facts;
    }

    /** The leaves that a field set names on objects of one runtime type. */
    Set<String> of(FieldSet fields, Instance instance) {
        Set<String> paths = new LinkedHashSet<>();
        collect(fields, instance, "", paths);
        return paths;
    }

    private void collect(FieldSet fields, Instance instance, String prefix, Set<String> paths) {
        for (FieldSetSelection selection : fields.selections()) {
            switch (selection) {
                case FieldSetSelection.Fragment fragment -> {
                    if (facts.applies(fragment.typeCondition(), instance.runtimeType())) {
                        collect(fragment.selections(), instance, prefix, paths);
                    }
                }
                case FieldSetSelection.Field field -> collect(field, instance, prefix, paths);
            }
        }
    }

    private void collect(FieldSetSelection.Field field, Instance instance, String prefix, Set<String> paths) {
        List<Argument> arguments = field.arguments().entrySet().stream()
                .map(argument -> new Argument(argument.getKey(), Parser.parseValue(argument.getValue())))
                .toList();
        String step = prefix + "/" + field.name() + GraphQLText.arguments(arguments);
        if (field.selections().isEmpty()) {
            paths.add(step);
            return;
        }
        // The client may have another selection of the same field there, which lacks some of it.
        Set<String> found = Set.of(step + NOWHERE);
        for (Value value : instance.values()) {
            if (isIncomplete(found) && value.isField(field.name(), GraphQLText.arguments(arguments))) {
                found = below(field, value, step);
            }
        }
        paths.addAll(found);
    }

    private static boolean isIncomplete(Set<String> paths) {
        return paths.stream().anyMatch(path -> path.endsWith(NOWHERE));
    }

    private Set<String> below(FieldSetSelection.Field field, Value value, String step) {
        Set<String> paths = new LinkedHashSet<>();
        Place place = Objects.requireNonNull(value.below(), step);
        for (Instance below : place.instances()) {
            String typed = place.isAbstract() ? step + "<" + below.runtimeType() + ">" : step;
            if (place.isAbstract()) {
                paths.add(typed + "/" + TypenameField.NAME);
            }
            collect(field.selections(), below, typed, paths);
        }
        return paths;
    }

    /** The leaves that a representation carries of objects of one runtime type. */
    Set<String> sent(List<RepresentationSelection> fields, Instance instance) {
        Set<String> paths = new LinkedHashSet<>();
        collectSent(fields, instance, "", paths);
        return paths;
    }

    private void collectSent(
            List<RepresentationSelection> fields, Instance instance, String prefix, Set<String> paths) {
        for (RepresentationSelection.Field field : fieldsFor(fields, instance.runtimeType())) {
            Value value = instance.value(field.mergeKey());
            String step = prefix + "/" + (value == null ? field.name() : value.fieldText());
            if (value == null || value.below() == null) {
                paths.add(step);
                continue;
            }
            boolean byType = value.below().isAbstract();
            for (Instance below : value.below().instances()) {
                collectSent(field.fields(), below, byType ? step + "<" + below.runtimeType() + ">" : step, paths);
            }
        }
    }

    /** What a representation carries of objects of one runtime type now, fragments and conditions resolved. */
    List<RepresentationSelection.Field> fieldsFor(List<RepresentationSelection> selections, String runtimeType) {
        List<RepresentationSelection.Field> fields = new ArrayList<>();
        for (RepresentationSelection selection : selections) {
            switch (selection) {
                case RepresentationSelection.Field field -> {
                    if (facts.holdAny(field.when())) {
                        fields.add(field);
                    }
                }
                case RepresentationSelection.Fragment fragment -> {
                    if (fragment.types().contains(runtimeType)) {
                        fields.addAll(fieldsFor(fragment.fields(), runtimeType));
                    }
                }
            }
        }
        return fields;
    }
}
