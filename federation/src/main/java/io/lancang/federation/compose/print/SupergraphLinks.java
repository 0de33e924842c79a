package io.lancang.federation.compose.print;

import graphql.language.AstPrinter;
import graphql.language.StringValue;
import io.lancang.federation.compose.merge.MergedSchema;
import io.lancang.federation.compose.subgraph.LinkedSpecification;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The links of a supergraph. Subgraphs may call their own specifications like those that only the supergraph links, or like
 * one of another subgraph: such a specification gets a free name, and its directives keep theirs as imports.
 */
final class SupergraphLinks {
    private final Set<String> taken = new HashSet<>(Foundation.NAMESPACES);

    private SupergraphLinks(List<SupergraphFeature> features) {
        features.forEach(feature -> taken.add(feature.name()));
    }

    /** The applications of {@code @link}, in their order. */
    static List<String> of(MergedSchema schema, List<SupergraphFeature> features) {
        SupergraphLinks links = new SupergraphLinks(features);
        return Stream.of(
                        Foundation.LINKS.stream(),
                        features.stream().map(feature -> feature.link(schema.directiveNames())),
                        schema.links().stream().map(links::link))
                .flatMap(each -> each)
                .toList();
    }

    private String link(LinkedSpecification link) {
        String namespace = taken.add(link.namespace()) ? link.namespace() : freeName(link.namespace());
        String alias = namespace.equals(link.name()) ? "" : ", as: " + quoted(namespace);
        String imports = link.imports().entrySet().stream()
                .map(SupergraphLinks::importItem)
                .collect(Collectors.joining(", "));
        return "@link(url: " + quoted(link.url()) + alias
                + (imports.isEmpty() ? "" : ", import: [" + imports + "]")
                + (link.purpose() == null ? "" : ", for: " + link.purpose()) + ")";
    }

    private String freeName(String namespace) {
        int number = 0;
        while (!taken.add("_" + number + namespace)) {
            number++;
        }
        return "_" + number + namespace;
    }

    private static String importItem(Map.Entry<String, String> item) {
        return item.getKey().equals(item.getValue())
                ? quoted(item.getKey())
                : "{name: " + quoted(item.getKey()) + ", as: " + quoted(item.getValue()) + "}";
    }

    private static String quoted(String text) {
        return AstPrinter.printAst(StringValue.of(text));
    }
}
