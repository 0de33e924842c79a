package io.lancang.federation.compose.merge.rule;

import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.merge.type.Merging;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.Set;
import java.util.TreeSet;

/**
 * A subgraph that resolves an interface by a key has to know all implementations, and an interface object needs such a
 * subgraph.
 *
 * @param merging what all mergers share
 */
public record InterfaceKeys(Merging merging) {

    public void check() {
        for (SubgraphModel subgraph : merging.subgraphs()) {
            for (TypeElement type : subgraph.types().values()) {
                if (type instanceof FieldsType shared && shared.isInterface() && hasResolvableKey(shared)) {
                    checkImplementations(new Source<>(subgraph, shared));
                } else if (subgraph.isInterfaceObject(type.name())) {
                    checkInterfaceObject(new Source<>(subgraph, type));
                }
            }
        }
    }

    private static boolean hasResolvableKey(TypeElement type) {
        return type.directives().all(FederationDirective.KEY).anyMatch(key -> key.flag("resolvable", true));
    }

    private void checkImplementations(Source<FieldsType> source) {
        String name = source.element().name();
        Set<String> missing = new TreeSet<>();
        merging.subgraphs().forEach(other -> missing.addAll(other.possibleTypes(name)));
        merging.subgraphs().stream()
                .filter(other -> other.isInterfaceObject(name))
                .forEach(other -> missing.remove(name));
        missing.removeAll(source.subgraph().possibleTypes(name));
        if (!missing.isEmpty()) {
            merging.problems()
                    .error(
                            CompositionErrorCode.INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE,
                            name,
                            source.place(),
                            "the interface \"" + name + "\" has a resolvable @key, but the subgraph does not define its"
                                    + " implementations " + missing + "; define them with this key, or make the key"
                                    + " resolvable: false");
        }
    }

    private void checkInterfaceObject(Source<TypeElement> source) {
        String name = source.element().name();
        boolean resolvedSomewhere = merging.subgraphs().stream()
                .map(subgraph -> subgraph.type(name))
                .anyMatch(type -> type instanceof FieldsType shared && shared.isInterface());
        if (!resolvedSomewhere) {
            merging.problems()
                    .error(
                            CompositionErrorCode.INTERFACE_OBJECT_USAGE_ERROR,
                            name,
                            source.place(),
                            "\"" + name + "\" is an @interfaceObject, but no subgraph defines it as an interface;"
                                    + " define one, or use an ordinary type");
        }
        for (SubgraphModel subgraph : merging.subgraphs()) {
            if (subgraph.isInterfaceObject(name)) {
                checkKnowsNoImplementation(subgraph, name);
            }
        }
    }

    private void checkKnowsNoImplementation(SubgraphModel subgraph, String interfaceName) {
        for (SubgraphModel other : merging.subgraphs()) {
            for (TypeElement type : other.types().values()) {
                TypeElement here = subgraph.type(type.name());
                if (here != null && type instanceof FieldsType object && object.isImplementationOf(interfaceName)) {
                    merging.problems()
                            .error(
                                    CompositionErrorCode.INTERFACE_OBJECT_USAGE_ERROR,
                                    here.name(),
                                    subgraph.place(here),
                                    "\"" + here.name() + "\" implements \"" + interfaceName
                                            + "\", which is an @interfaceObject here; a subgraph has either the"
                                            + " interface object or implementations");
                }
            }
        }
    }
}
