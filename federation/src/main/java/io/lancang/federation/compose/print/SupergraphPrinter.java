package io.lancang.federation.compose.print;

import graphql.language.AstPrinter;
import graphql.language.StringValue;
import io.lancang.federation.compose.merge.MergedSchema;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.AppliedDirectives;
import io.lancang.federation.compose.schema.DirectiveDeclaration;
import io.lancang.federation.compose.schema.RootOperation;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.subgraph.LinkedSpecification;
import io.lancang.federation.compose.subgraph.Subgraph;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints a merged schema as supergraph SDL: the schema, the machinery, then the types by name. */
public final class SupergraphPrinter {

    private SupergraphPrinter() {}

    /** The supergraph SDL. The same subgraphs give the same text, whatever order they come in. */
    public static String print(MergedSchema schema) {
        List<SupergraphFeature> features = features(schema);
        SdlWriter writer = new SdlWriter().raw(schemaDefinition(schema, features));
        features.forEach(feature -> writer.raw("\n").raw(feature.definitions()));
        writer.raw("\n").raw(graphs(schema));
        schema.directives().values().stream()
                .sorted(Comparator.comparing(DirectiveDeclaration::name))
                .forEach(directive -> writer.raw("\n").directive(directive));
        schema.types().values().stream()
                .sorted(Comparator.comparing(TypeElement::name))
                .forEach(type -> writer.raw("\n").type(type));
        return writer.toString();
    }

    private static List<SupergraphFeature> features(MergedSchema schema) {
        Set<String> applied = AppliedDirectives.of(schema.types().values())
                .map(AppliedDirective::name)
                .collect(Collectors.toSet());
        return Arrays.stream(SupergraphFeature.values())
                .filter(feature -> feature.directives().isEmpty()
                        || feature.directives().stream().anyMatch(applied::contains))
                .toList();
    }

    private static String schemaDefinition(MergedSchema schema, List<SupergraphFeature> features) {
        StringBuilder sdl = new StringBuilder("schema");
        features.forEach(feature -> sdl.append("\n  ").append(feature.link()));
        schema.links().forEach(link -> sdl.append("\n  ").append(link(link)));
        sdl.append("\n{\n");
        for (RootOperation root : RootOperation.values()) {
            if (schema.types().containsKey(root.typeName())) {
                sdl.append("  ")
                        .append(root.keyword())
                        .append(": ")
                        .append(root.typeName())
                        .append('\n');
            }
        }
        return sdl.append("}\n").toString();
    }

    private static String link(LinkedSpecification link) {
        String alias = link.namespace().equals(link.name()) ? "" : ", as: " + quoted(link.namespace());
        String imports = link.imports().entrySet().stream()
                .map(SupergraphPrinter::importItem)
                .collect(Collectors.joining(", "));
        return "@link(url: " + quoted(link.url()) + alias
                + (imports.isEmpty() ? "" : ", import: [" + imports + "]")
                + (link.purpose() == null ? "" : ", for: " + link.purpose()) + ")";
    }

    private static String importItem(Map.Entry<String, String> item) {
        return item.getKey().equals(item.getValue())
                ? quoted(item.getKey())
                : "{name: " + quoted(item.getKey()) + ", as: " + quoted(item.getValue()) + "}";
    }

    private static String graphs(MergedSchema schema) {
        StringBuilder sdl = new StringBuilder("enum join__Graph {\n");
        for (Subgraph subgraph : schema.subgraphs()) {
            sdl.append("  ")
                    .append(Objects.requireNonNull(schema.graphNames().get(subgraph.name())))
                    .append(' ')
                    .append(AppliedDirective.named("join__graph")
                            .text("name", subgraph.name())
                            .text("url", subgraph.url())
                            .build()
                            .toSdl())
                    .append('\n');
        }
        return sdl.append("}\n").toString();
    }

    private static String quoted(String text) {
        return AstPrinter.printAst(StringValue.of(text));
    }
}
