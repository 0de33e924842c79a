package io.lancang.federation.supergraph;

import graphql.language.AstPrinter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * In which order subgraphs are known: by what they have, so that neither what they are called nor the order in which a composer wrote
 * them decides anything. The first difference counts: in the names of their types, then of their fields, then in all that is said of
 * either. So one field more seldom changes the order.
 */
final class SubgraphOrder {
    private static final Comparator<Map<String, SubgraphType>> BY_WHAT_THEY_HAVE = by(type -> Stream.of(type.name()))
            .thenComparing(by(SubgraphOrder::fields))
            .thenComparing(by(SubgraphOrder::details));

    private SubgraphOrder() {}

    /**
     * The indexes of the subgraphs in their order. Those that have the very same stand in the order of their names.
     *
     * @param types of each subgraph, by name
     */
    static List<Integer> of(List<Subgraph> subgraphs, List<Map<String, SubgraphType>> types) {
        return IntStream.range(0, subgraphs.size())
                .boxed()
                .sorted(Comparator.<Integer, Map<String, SubgraphType>>comparing(types::get, BY_WHAT_THEY_HAVE)
                        .thenComparing(index -> subgraphs.get(index).name()))
                .toList();
    }

    private static Comparator<Map<String, SubgraphType>> by(Function<SubgraphType, Stream<String>> described) {
        return Comparator.comparing(
                types -> types.values().stream().flatMap(described).sorted().toArray(String[]::new), Arrays::compare);
    }

    private static Stream<String> fields(SubgraphType type) {
        return type.fields().keySet().stream().map(field -> type.name() + "." + field);
    }

    private static Stream<String> details(SubgraphType type) {
        Stream<String> ofItself = Stream.of("%s %s %s"
                .formatted(
                        type.name(),
                        type.kind(),
                        type.possibleTypes().stream().sorted().toList()));
        Stream<String> keys = type.keys().stream().map(key -> type.name() + " " + key);
        Stream<String> fields = type.fields().values().stream().map(field -> type.name() + "." + described(field));
        return Stream.of(ofItself, keys, fields).flatMap(Function.identity());
    }

    /** Without the names of contexts, which begin with the name of the subgraph. */
    private static String described(SubgraphField field) {
        return "%s: %s %s %s requires %s provides %s with %s"
                .formatted(
                        field.name(),
                        AstPrinter.printAstCompact(field.type()),
                        field.resolution(),
                        field.label(),
                        field.requires(),
                        field.provides(),
                        field.contextArguments().stream()
                                .map(argument -> argument.name() + ": " + argument.type() + " " + argument.selection())
                                .sorted()
                                .toList());
    }
}
