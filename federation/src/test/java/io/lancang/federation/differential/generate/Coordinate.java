package io.lancang.federation.differential.generate;

import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Kind;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A field where one subgraph declares it. */
record Coordinate(String subgraph, String type, Field field) {
    /** Every field of objects and root types, wherever it is declared, without what belongs to keys. */
    static List<Coordinate> all(Draft draft) {
        List<Coordinate> all = new ArrayList<>();
        for (Schema subgraph : draft.subgraphs()) {
            for (Type type : subgraph.types().values()) {
                if (type.kind() == Kind.OBJECT) {
                    type.fields().values().stream()
                            .filter(field -> !isKeyPart(draft, type.name(), field.name()))
                            .forEach(field -> all.add(new Coordinate(subgraph.name(), type.name(), field)));
                }
            }
        }
        return all;
    }

    /** Whether any subgraph has a key with the field. */
    private static boolean isKeyPart(Draft draft, String type, String field) {
        return draft.subgraphs().stream()
                .filter(subgraph -> subgraph.knows(type))
                .flatMap(subgraph -> subgraph.type(type).keys().stream())
                .map(Directive::fields)
                .anyMatch(fields ->
                        Pattern.compile("\\b" + field + "\\b").matcher(fields).find());
    }

    /** Whether the subgraph resolves it of its own, and nothing is said about it yet. */
    boolean isPlain() {
        return field.directives().isEmpty();
    }

    boolean isRoot() {
        return type.equals("Query") || type.equals("Mutation");
    }
}
