package io.lancang.federation.supergraph;

import io.lancang.federation.fieldset.FieldSetSelection;
import io.lancang.federation.supergraph.SubgraphField.Resolution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The key fields of a type that a subgraph extends are external by habit from Federation 1, although every object that the
 * subgraph hands out has them. Elsewhere an external key is what the subgraph is entered with, and no more: it may answer
 * anything when asked for it.
 */
final class ExtensionKeys {
    private ExtensionKeys() {}

    /** The fields of an extension, its keys among those that the subgraph resolves. */
    static Map<String, SubgraphField> known(Map<String, SubgraphField> fields, List<Key> keys) {
        Map<String, SubgraphField> known = new LinkedHashMap<>(fields);
        for (Key key : keys) {
            for (FieldSetSelection selection : key.fields().selections()) {
                if (selection instanceof FieldSetSelection.Field field) {
                    known.computeIfPresent(
                            field.name(),
                            (name, external) -> external.resolution() == Resolution.EXTERNAL
                                    ? external.resolved(Resolution.ALWAYS)
                                    : external);
                }
            }
        }
        return known;
    }
}
