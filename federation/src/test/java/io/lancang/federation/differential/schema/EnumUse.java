package io.lancang.federation.differential.schema;

import java.util.List;
import java.util.stream.Stream;

/** Where an enum stands. */
final class EnumUse {
    private EnumUse() {}

    /** Whether clients pass the enum anywhere. */
    static boolean isInput(List<Schema> subgraphs, String name) {
        return subgraphs.stream()
                .flatMap(subgraph -> subgraph.types().values().stream())
                .flatMap(EnumUse::inputs)
                .anyMatch(input -> TypeText.named(input.type()).equals(name));
    }

    private static Stream<Argument> inputs(Type type) {
        return Stream.concat(
                type.inputs().stream(), type.fields().values().stream().flatMap(field -> field.arguments().stream()));
    }
}
