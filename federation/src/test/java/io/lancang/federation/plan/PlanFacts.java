package io.lancang.federation.plan;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.supergraph.Key;
import io.lancang.federation.supergraph.Subgraph;
import io.lancang.federation.supergraph.SubgraphField;
import io.lancang.federation.supergraph.SubgraphType;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.supergraph.SupergraphType;
import io.lancang.federation.supergraph.TypeKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is checked against: the supergraph, read without the planner's help.
 *
 * @param activeLabels labels of the progressive overrides in force
 * @param trueVariables names of the Boolean variables that are true; all others are false
 */
record PlanFacts(Supergraph supergraph, Set<String> activeLabels, Set<String> trueVariables) {
    boolean hold(Conditions conditions) {
        return conditions.hold(trueVariables::contains);
    }

    /** Whether any of the conditions holds, or there are none. */
    boolean holdAny(List<Conditions> alternatives) {
        return alternatives.isEmpty() || alternatives.stream().anyMatch(this::hold);
    }

    SupergraphType type(String name) {
        return Objects.requireNonNull(supergraph.type(name), name);
    }

    @Nullable
    SubgraphType type(String subgraph, String name) {
        return supergraph.type(subgraph(subgraph), name);
    }

    private Subgraph subgraph(String name) {
        return supergraph.subgraphs().stream()
                .filter(subgraph -> subgraph.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The runtime types that objects of a subgraph's type can have; all of the interface for an interface object. */
    Set<String> possible(String subgraph, String typeName) {
        SubgraphType type = Objects.requireNonNull(type(subgraph, typeName), typeName);
        return type.kind() == TypeKind.INTERFACE_OBJECT ? type(typeName).possibleTypes() : type.possibleTypes();
    }

    boolean isInterfaceObject(String subgraph, String typeName) {
        SubgraphType type = type(subgraph, typeName);
        return type != null && type.kind() == TypeKind.INTERFACE_OBJECT;
    }

    /** Whether a field set's fragment on one type is for objects of another. */
    boolean applies(String typeCondition, String runtimeType) {
        return type(typeCondition).possibleTypes().contains(runtimeType);
    }

    /** Whether the subgraph can be asked for the field of an object that it answers itself. */
    boolean isResolved(SubgraphType type, SubgraphField field, FieldSet atHand, String runtimeType) {
        return field.resolvable(activeLabels)
                || atHand.contains(field.name(), condition -> applies(condition, runtimeType))
                || (field.resolution() == SubgraphField.Resolution.EXTERNAL
                        && keys(type).contains(field.name(), condition -> true));
    }

    /** Whether what a field requires is at hand where the field is; nothing always is. */
    boolean isProvided(FieldSet requires, FieldSet atHand, String runtimeType) {
        return atHand.containsAll(requires, condition -> applies(condition, runtimeType));
    }

    /** What is at hand below a field, though the subgraph may have it as external. */
    FieldSet atHandBelow(SubgraphType type, SubgraphField field, FieldSet atHand, String runtimeType) {
        return atHand.and(keys(type))
                .below(field.name(), condition -> applies(condition, runtimeType))
                .and(field.provides());
    }

    private static FieldSet keys(SubgraphType type) {
        FieldSet all = FieldSet.EMPTY;
        for (Key key : type.keys()) {
            all = all.and(key.fields());
        }
        return all;
    }

    /** The keys by which the subgraph resolves entities of the type. */
    List<FieldSet> resolvableKeys(SubgraphType type) {
        return type.keys().stream().filter(Key::resolvable).map(Key::fields).toList();
    }
}
