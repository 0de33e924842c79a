package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.subgraph.FieldSets;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import io.lancang.federation.fieldset.FieldSet;
import java.util.Objects;

/** Who identifies an interface by a key identifies every implementation by it; an interface object has a key. */
final class InterfaceKeysAreOnImplementations implements SubgraphRule {

    @Override
    public void check(SubgraphModel subgraph, Problems problems) {
        for (FieldsType type : subgraph.fieldsTypes()) {
            if (type.isInterface()) {
                type.directives()
                        .all(FederationDirective.KEY)
                        .forEach(key -> checkImplementations(subgraph, type, key, problems));
            } else {
                checkInterfaceObject(subgraph, type, problems);
            }
        }
    }

    private static void checkImplementations(
            SubgraphModel subgraph, FieldsType shared, AppliedDirective interfaceKey, Problems problems) {
        FieldSet key = FieldSets.readable(interfaceKey);
        boolean resolvable = interfaceKey.flag("resolvable", true);
        for (String name : subgraph.possibleTypes(shared.name())) {
            FieldsType implementation = (FieldsType)
                    Objects.requireNonNull(subgraph.type(name), "implementations are types of the subgraph");
            boolean hasKey = implementation
                    .directives()
                    .all(FederationDirective.KEY)
                    .filter(own -> !resolvable || own.flag("resolvable", true))
                    .anyMatch(own -> FieldSets.readable(own).equals(key));
            if (!hasKey) {
                problems.error(
                        CompositionErrorCode.INTERFACE_KEY_NOT_ON_IMPLEMENTATION,
                        name,
                        subgraph.place(implementation),
                        "\"" + name + "\" implements \"" + shared.name() + "\", which has the key \"" + key
                                + "\", and lacks it" + (resolvable ? ", or cannot be entered by it" : "")
                                + "; add @key(fields: \"" + key + "\")");
            }
        }
    }

    private static void checkInterfaceObject(SubgraphModel subgraph, FieldsType type, Problems problems) {
        if (subgraph.isInterfaceObject(type.name()) && !type.directives().has(FederationDirective.KEY)) {
            problems.error(
                    CompositionErrorCode.INTERFACE_OBJECT_USAGE_ERROR,
                    type.name(),
                    subgraph.place(type),
                    "\"" + type.name()
                            + "\" is an @interfaceObject without a @key, so that nobody can tell which object"
                            + " it stands for; add the key of the interface");
        }
    }
}
