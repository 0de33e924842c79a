package io.lancang.federation.compose.print;

import io.lancang.federation.compose.merge.MergedSchema;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.AppliedDirectives;
import io.lancang.federation.compose.schema.DirectiveDeclaration;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.RootOperation;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a merged schema as supergraph SDL: the schema, the machinery, then the types by name. */
public final class SupergraphPrinter {

    private static final String ONE_OF = "oneOf";

    private static final String DIRECTIVE_OF_SUBGRAPHS = "join__directive";

    private final MergedSchema schema;
    private final SdlWriter writer;

    private SupergraphPrinter(MergedSchema schema) {
        this.schema = schema;
        this.writer = new SdlWriter(this::printedName);
    }

    /** The supergraph SDL. The same subgraphs give the same text, whatever order they come in. */
    public static String print(MergedSchema schema) {
        SupergraphPrinter printer = new SupergraphPrinter(schema);
        printer.print();
        return printer.writer.toString();
    }

    private void print() {
        Set<String> applied = applied();
        List<SupergraphFeature> features = SupergraphFeature.ALL.stream()
                .filter(feature -> feature.directives().stream()
                        .map(FederationDirective::modelName)
                        .anyMatch(applied::contains))
                .toList();
        printSchema(features);
        writer.raw(Foundation.DEFINITIONS);
        features.forEach(feature -> feature.write(writer, schema.directiveNames()));
        writer.raw("\n").raw(graphs(schema));
        if (applied.contains(ONE_OF)) {
            // Newer than many readers of supergraphs, which refuse a directive without a definition.
            writer.raw("\n").directive(DirectiveDeclaration.of(ONE_OF, "on INPUT_OBJECT", List.of()));
        }
        schema.directives().values().stream()
                .sorted(Comparator.comparing(DirectiveDeclaration::name))
                .forEach(directive -> writer.raw("\n").directive(directive));
        schema.types().values().stream()
                .sorted(Comparator.comparing(TypeElement::name))
                .forEach(type -> writer.raw("\n").type(type));
    }

    private Set<String> applied() {
        Stream<AppliedDirective> onSchema = schema.schema().directives().applied().stream();
        Stream<AppliedDirective> onArguments = schema.directives().values().stream()
                .flatMap(directive -> directive.arguments().values().stream())
                .flatMap(argument -> argument.directives().applied().stream());
        return Stream.of(
                        onSchema,
                        onArguments,
                        AppliedDirectives.of(schema.types().values()))
                .flatMap(directives -> directives)
                .map(SupergraphPrinter::meantName)
                .collect(Collectors.toSet());
    }

    /** The name of a directive that stands within another one is that of its specification. */
    private static String meantName(AppliedDirective directive) {
        String within = directive.name().equals(DIRECTIVE_OF_SUBGRAPHS) ? directive.text("name") : null;
        return within == null ? directive.name() : within;
    }

    private String printedName(String modelName) {
        return FederationDirective.byModelName(modelName)
                .map(directive -> schema.directiveNames().getOrDefault(directive, directive.specName()))
                .orElse(modelName);
    }

    private void printSchema(List<SupergraphFeature> features) {
        List<RootOperation> roots = Arrays.stream(RootOperation.values())
                .filter(root -> schema.types().containsKey(root.typeName()))
                .toList();
        writer.schema(schema.schema(), SupergraphLinks.of(schema, features), roots);
    }

    private static String graphs(MergedSchema schema) {
        StringBuilder sdl = new StringBuilder("enum join__Graph {\n");
        for (SubgraphModel subgraph : schema.subgraphs()) {
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
}
