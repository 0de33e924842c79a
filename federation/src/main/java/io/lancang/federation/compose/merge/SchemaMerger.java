package io.lancang.federation.compose.merge;

import io.lancang.federation.compose.merge.directive.ComposedDirectives;
import io.lancang.federation.compose.merge.directive.DirectiveMerger;
import io.lancang.federation.compose.merge.directive.DirectiveNames;
import io.lancang.federation.compose.merge.rule.ExternalFields;
import io.lancang.federation.compose.merge.rule.FieldSharing;
import io.lancang.federation.compose.merge.rule.InterfaceImplementations;
import io.lancang.federation.compose.merge.rule.InterfaceKeys;
import io.lancang.federation.compose.merge.rule.OverriddenFields;
import io.lancang.federation.compose.merge.rule.RequiredArguments;
import io.lancang.federation.compose.merge.rule.SharedRuntimeTypes;
import io.lancang.federation.compose.merge.rule.TransitiveAccess;
import io.lancang.federation.compose.merge.source.Descriptions;
import io.lancang.federation.compose.merge.source.Overrides;
import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.merge.source.TypeHierarchy;
import io.lancang.federation.compose.merge.type.EnumUsage;
import io.lancang.federation.compose.merge.type.ExecutableDirectives;
import io.lancang.federation.compose.merge.type.InterfaceAccess;
import io.lancang.federation.compose.merge.type.InterfaceObjects;
import io.lancang.federation.compose.merge.type.Merging;
import io.lancang.federation.compose.merge.type.TypeMerger;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.DirectiveDeclaration;
import io.lancang.federation.compose.schema.RootOperation;
import io.lancang.federation.compose.schema.SchemaElement;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.subgraph.GraphNames;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Merges validated subgraphs into one schema. */
public final class SchemaMerger {

    private final Problems problems;

    /** A merger that reports to {@code problems}. */
    public SchemaMerger(Problems problems) {
        this.problems = problems;
    }

    /** The merged schema; of use only where no error was reported. */
    public MergedSchema merge(List<SubgraphModel> unsorted) {
        List<SubgraphModel> subgraphs = unsorted.stream()
                .sorted(Comparator.comparing(SubgraphModel::name))
                .toList();
        ComposedDirectives composed = ComposedDirectives.of(subgraphs, problems);
        Merging merging = new Merging(
                subgraphs,
                GraphNames.assign(subgraphs.stream().map(SubgraphModel::name).toList()),
                TypeHierarchy.of(subgraphs),
                Overrides.of(subgraphs),
                new DirectiveMerger(composed, problems),
                problems);
        Map<String, TypeElement> types = InterfaceAccess.spread(InterfaceObjects.spread(merging, types(merging)));
        if (!types.containsKey(RootOperation.QUERY.typeName())) {
            problems.error(
                    CompositionErrorCode.NO_QUERIES,
                    RootOperation.QUERY.typeName(),
                    // What is missing has no line; it may come into any of them.
                    subgraphs.stream()
                            .map(subgraph -> Place.whole(subgraph.name()))
                            .toList(),
                    "no subgraph has a query; define a field on the type Query in at least one of them");
        }
        new FieldSharing(merging).check();
        new ExternalFields(merging).check(types);
        new OverriddenFields(merging).check();
        new InterfaceKeys(merging).check();
        InterfaceImplementations.check(merging, types);
        new SharedRuntimeTypes(merging).check();
        new RequiredArguments(merging, types).check();
        new TransitiveAccess(merging, types).check();
        return new MergedSchema(
                subgraphs,
                merging.graphNames(),
                merging.overrides(),
                schema(merging),
                types,
                directives(merging, composed),
                composed.links(),
                DirectiveNames.of(subgraphs, problems));
    }

    private static Map<String, TypeElement> types(Merging merging) {
        Map<String, List<Source<TypeElement>>> byName = new TreeMap<>();
        for (SubgraphModel subgraph : merging.subgraphs()) {
            for (TypeElement type : subgraph.types().values()) {
                byName.computeIfAbsent(type.name(), ignored -> new ArrayList<>())
                        .add(new Source<>(subgraph, type));
            }
        }
        TypeMerger merger = new TypeMerger(merging, EnumUsage.of(merging.subgraphs()));
        Map<String, TypeElement> types = new TreeMap<>();
        byName.forEach((name, sources) -> merger.merge(sources).ifPresent(type -> types.put(name, type)));
        return types;
    }

    private static SchemaElement schema(Merging merging) {
        List<Source<SchemaElement>> sources = merging.subgraphs().stream()
                .map(subgraph -> new Source<>(subgraph, subgraph.schema()))
                .toList();
        return new SchemaElement(
                Descriptions.merge(sources), merging.directives().merge("schema", sources), null);
    }

    private static Map<String, DirectiveDeclaration> directives(Merging merging, ComposedDirectives composed) {
        Map<String, DirectiveDeclaration> directives = new LinkedHashMap<>(new ExecutableDirectives(merging).merge());
        directives.putAll(composed.directives());
        return directives;
    }
}
