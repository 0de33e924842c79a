package io.lancang.federation.differential.run;

import io.lancang.federation.differential.schema.Directive;
import io.lancang.federation.differential.schema.Field;
import io.lancang.federation.differential.schema.Schema;
import io.lancang.federation.differential.schema.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fields that another subgraph took over for good. Those that move by and by are resolved by both. */
final class Overridden {
    private final Set<Coordinate> fields = new HashSet<>();

    private record Coordinate(String subgraph, String type, String field) {}

    Overridden(List<Schema> subgraphs) {
        for (Schema subgraph : subgraphs) {
            for (Type type : subgraph.types().values()) {
                for (Field field : type.fields().values()) {
                    Directive override = field.directive("override");
                    if (override != null && !override.arguments().containsKey("label")) {
                        fields.add(new Coordinate(
                                override.arguments().getOrDefault("from", ""), type.name(), field.name()));
                    }
                }
            }
        }
    }

    boolean contains(String subgraph, String type, String field) {
        return fields.contains(new Coordinate(subgraph, type, field));
    }
}
